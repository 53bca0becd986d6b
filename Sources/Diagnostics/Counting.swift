/// Returns a count with its noun: `1 value`, `3 values`.
package func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Returns a word with its indefinite article: `a fit`, `an evaluate`.
package func withArticle(_ word: String) -> String {
  (word.first.map("aeiou".contains) ?? false ? "an " : "a ") + word
}
