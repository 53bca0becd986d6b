import CCrypto
import Foundation

/// The SHA-256 (FIPS 180-4) of bytes that are given one after another.
package struct SHA256: ~Copyable {
  private let context = EVP_MD_CTX_new()

  package init() {
    let began = EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(began == 1, "OpenSSL cannot begin a SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  package func update(_ bytes: UnsafeRawBufferPointer) {
    let done = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    precondition(done == 1, "OpenSSL cannot go on with a SHA-256")
  }

  /// Returns the 32 bytes of the digest, after which nothing can be added.
  package consuming func finalize() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
      let done = EVP_DigestFinal_ex(context, bytes.baseAddress, nil)
      precondition(done == 1, "OpenSSL cannot end a SHA-256")
      count = 32
    }
  }
}

/// Returns the SHA-256 in hexadecimal.
package func hexadecimalDigest(of data: some DataProtocol) -> String {
  let hash = SHA256()
  for region in data.regions { region.withUnsafeBytes { hash.update($0) } }
  return hexadecimal(hash.finalize())
}
