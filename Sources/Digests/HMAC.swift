import CCrypto
import Foundation

/// Returns the 32 bytes of the HMAC-SHA256 (RFC 2104) of a message.
package func authenticationCode(of message: Data, secret: Data) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 32) { code, count in
    let result = message.withUnsafeBytes { message in
      secret.withUnsafeBytes { secret in
        HMAC(
          EVP_sha256(), secret.baseAddress, CInt(secret.count),
          message.baseAddress?.assumingMemoryBound(to: UInt8.self), message.count, code.baseAddress, nil)
      }
    }
    precondition(result != nil, "OpenSSL cannot compute an HMAC-SHA256")
    count = 32
  }
}
