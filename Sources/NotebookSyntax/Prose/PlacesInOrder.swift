import Diagnostics

/// Finds the places of texts that follow each other in a range.
struct PlacesInOrder {
  /// The number of texts that may be missing; each of them costs a search through the rest of the range.
  private static let mostMisses = 100

  private var rest: SourceRange
  private var misses = 0

  init(_ range: SourceRange) { rest = range }

  /// Returns the first place of a text after the place found last.
  mutating func next(of text: String, in source: SourceFile) -> SourceRange? {
    guard misses < Self.mostMisses else { return nil }
    guard let place = source.firstRange(of: text, in: rest) else {
      misses += 1
      return nil
    }
    rest = SourceRange(place.end, rest.end)
    return place
  }
}
