import Diagnostics

/// Finds the places of texts that stand in a range one behind the other.
struct PlacesInOrder {
  /// The number of texts that may be missing; each of them costs a look at all that is left of the range.
  private static let mostMisses = 100

  private var rest: SourceRange
  private var misses = 0

  init(_ range: SourceRange) { rest = range }

  /// The first place of a text behind the place that was found last.
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
