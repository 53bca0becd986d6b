/// A number of things, in words: `1 value`, `3 values`.
package func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// A word behind its article, as it is written: `a fit`, `an evaluate`.
package func withArticle(_ word: String) -> String {
  (word.first.map("aeiou".contains) ?? false ? "an " : "a ") + word
}
