/// A word in each language of the report, as it stands in running text.
package struct Term: Sendable, Hashable, Codable {
  package let english: String
  package let japanese: String

  package init(english: String, japanese: String) {
    self.english = english
    self.japanese = japanese
  }
}
