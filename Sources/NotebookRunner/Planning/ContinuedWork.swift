/// A directive whose work can continue along one of its options, such as the epochs of a fit. Cells that
/// differ only in that option, or in what they record of the work, share it.
package protocol ContinuedWork: Directive {
  /// The option for the length of the work; `nil` if work of another length differs from the start on.
  var continuedOption: String? { get }
  /// The options for what is recorded of the work, which do not change its course.
  static var recordedOptions: [String] { get }
  /// The requested number of steps along ``continuedOption``.
  var length: Int { get }
  /// True if the work may end before its full length.
  var mayEndEarly: Bool { get }

  /// A note for the author about ``continuedOption``; `nil` if there is nothing to say.
  var lengthNote: String? { get }

  /// Returns the approximate count of numbers that the work processes, so that the longest can start first.
  func size(_ signature: CellSignature) -> Int

  /// Returns true if this cell's work, when it has the same course, records everything that another asks for
  /// and needs no other input.
  func recordsAll(of other: any ContinuedWork) -> Bool

  /// Returns the dependencies of the parts of the work that are stored on their own, such as one for each seed.
  func parts(_ draft: KeyDraft, notebookSeed: Int) -> [KeyDraft]

  /// Returns the key of one step's work; steps of equal keys take equal time.
  func pacedWork(_ draft: KeyDraft) -> CellKey

  /// Returns the seconds of one step, measured on some such work; `nil` if they cannot be known.
  func measurePace(_ context: RunContext) async throws -> Double?
}

extension ContinuedWork {
  package var lengthNote: String? { nil }

  package func parts(_ draft: KeyDraft, notebookSeed: Int) -> [KeyDraft] { [draft] }

  /// Returns the key of the work regardless of its length, if other lengths share it.
  func work(_ draft: KeyDraft) -> CellKey { draft.without(continuedOption).key }

  /// Returns the key of the work regardless of what is recorded.
  func course(_ draft: KeyDraft) -> CellKey {
    draft.without(Self.recordedOptions).without(continuedOption).key
  }
}

/// Shared work as the cell does it that records the most.
struct FullestWork: Sendable {
  let directive: any ContinuedWork
  let signature: CellSignature
  /// The dependencies of the cell's result.
  let draft: KeyDraft
}

/// A part of the work of another cell, done again.
package struct RepeatedWork: Sendable, Hashable {
  /// The name of the other cell.
  let cell: String
  /// The number of the other's steps, such as epochs, which may be a fraction.
  let length: Double
}
