import Diagnostics

/// Estimates of the width of text, based on the wider of the fonts that readers have, so that labels stay
/// inside a drawing.
enum TextMeasure {
  static func width(_ text: String, fontSize: Double, isBold: Bool = false) -> Double {
    let text = BidirectionalControl.marked(text)
    let narrow = isBold ? 0.66 : 0.61
    return text.reduce(0) { width, character in
      switch displayWidth(of: String(character)) {
      case 0: width
      case 1: width + narrow * fontSize
      default: width + 1.02 * fontSize
      }
    }
  }

  /// Returns the text or, if it has more columns, its beginning and an ellipsis.
  static func shortened(_ text: String, columns: Int) -> String {
    let text = BidirectionalControl.marked(text)
    guard displayWidth(of: text) > columns else { return text }
    var short = ""
    for character in text {
      guard displayWidth(of: short + String(character)) < columns else { break }
      short.append(character)
    }
    return short + "…"
  }

  /// Returns the text in lines that fit, broken between words, or within a word that is too wide on its own.
  static func lines(_ text: String, width: Double, fontSize: Double) -> [String] {
    func fits(_ text: String) -> Bool { self.width(text, fontSize: fontSize) <= width }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, !fits(line + String(character)) {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// Returns the text or, if it is too wide, as much of its beginning as fits and an ellipsis.
  static func fitted(_ text: String, width: Double, fontSize: Double, isBold: Bool = false) -> String {
    let text = BidirectionalControl.marked(text)
    let widths = text.map { self.width(String($0), fontSize: fontSize, isBold: isBold) }
    guard widths.reduce(0, +) > width else { return text }
    var room = width - self.width("…", fontSize: fontSize, isBold: isBold)
    let short = zip(text, widths).prefix { _, width in
      room -= width
      return room >= 0
    }
    return String(short.map(\.0)) + "…"
  }
}
