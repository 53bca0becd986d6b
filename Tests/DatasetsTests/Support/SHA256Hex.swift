import Datasets
import Digests

/// SHA-256 in hexadecimal, from the code under test, which `DigestTests` holds to published values.
func sha256(_ bytes: [UInt8]) -> String { hexadecimalDigest(of: bytes) }
