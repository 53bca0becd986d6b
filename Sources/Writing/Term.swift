/// A word in each of the report's languages, as it appears in running text.
package struct Term: Sendable, Hashable, Codable {
  package let english: String
  package let japanese: String

  package init(english: String, japanese: String) {
    self.english = english
    self.japanese = japanese
  }
}
