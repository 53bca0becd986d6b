/// A picture embedded in the notebook as a `data:` URI.
package enum EmbeddedPicture {
  private static let formats = ["png", "gif", "jpeg", "webp"]

  package static func isOne(_ address: String) -> Bool {
    let address = address.lowercased()
    return formats.contains { address.hasPrefix("data:image/\($0);base64,") }
  }
}
