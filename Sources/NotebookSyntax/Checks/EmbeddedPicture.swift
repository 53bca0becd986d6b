/// A picture that is part of the notebook: all that a page can show, which holds no files and fetches none.
package enum EmbeddedPicture {
  private static let formats = ["png", "gif", "jpeg", "webp"]

  package static func isOne(_ address: String) -> Bool {
    let address = address.lowercased()
    return formats.contains { address.hasPrefix("data:image/\($0);base64,") }
  }
}
