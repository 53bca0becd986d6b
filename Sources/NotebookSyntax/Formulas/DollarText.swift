/// A check for text between two dollar signs that is clearly not a formula.
enum DollarText {
  /// Returns true for several words, as in `$US and so$`, and for a word or a path whose closing sign begins
  /// another word, as in `$HOME/bin:$PATH`.
  ///
  /// Text with a command, a script or a group is taken for a formula.
  ///
  /// - Parameter next: the byte after the closing dollar sign.
  static func isLikely(_ content: String, before next: UInt8?) -> Bool {
    guard !content.utf8.contains(where: { #"\^{}"#.utf8.contains($0) }) else { return false }
    let words = content.utf8.split(separator: UInt8(ascii: " ")).map {
      $0.allSatisfy(isLetter) ? $0.count : 0
    }
    if zip(words, words.dropFirst()).contains(where: { min($0, $1) >= 2 && max($0, $1) >= 3 }) { return true }
    guard let next, isLetter(next) else { return false }
    return content.utf8.prefix(while: isLetter).count >= 3 || "/:=".contains(content.last ?? " ")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
