/// Settings and reasons as the page shows them: a long one is cut off, as an author may write one of any length.
enum SettingText {
  static func short(_ text: String, columns: Int = 40) -> String {
    let start = text.prefix(columns)
    return start.endIndex == text.endIndex ? text : start.dropLast() + "…"
  }
}
