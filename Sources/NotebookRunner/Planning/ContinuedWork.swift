/// A directive whose work goes on along one of its options, such as the epochs of a fit: cells that differ in that
/// option alone share their work, and so do cells that differ in what they record of it.
package protocol ContinuedWork: Directive {
  /// The option that says how far the work goes; `nil` where work of another length differs from the beginning on.
  var continuedOption: String? { get }
  /// The options that say what is recorded of the work, and do not change its course.
  static var recordedOptions: [String] { get }
  /// The number of steps along ``continuedOption`` that are asked for.
  var length: Int { get }
  /// Whether the work may end before its full length.
  var mayEndEarly: Bool { get }

  /// About how many numbers the work goes through, to begin with the longest.
  func size(_ signature: CellSignature) -> Int

  /// Whether work of the same course, done as this cell asks, records all that another asks for, and needs no other
  /// input.
  func recordsAll(of other: any ContinuedWork) -> Bool

  /// Returns the key of one step's work; steps of equal keys take equal time.
  func pacedWork(_ draft: KeyDraft) -> CellKey

  /// Seconds of one step, from some work of the kind; `nil` where that cannot be known.
  func measurePace(_ context: RunContext) async throws -> Double?
}

extension ContinuedWork {
  /// Returns the key of the work whatever its length, where other lengths share it.
  func work(_ draft: KeyDraft) -> CellKey { draft.without(continuedOption).key }

  /// Returns the key of the work whatever is recorded of it.
  func course(_ draft: KeyDraft) -> CellKey {
    draft.without(Self.recordedOptions).without(continuedOption).key
  }
}

/// Work as the cell does it that records the most of those that share it.
struct FullestWork: Sendable {
  let directive: any ContinuedWork
  let signature: CellSignature
  /// The dependencies of the cell's result.
  let draft: KeyDraft
}
