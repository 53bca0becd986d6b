import Foundation
import NotebookResults

/// What the last run of a notebook was made of: with it, a plan says why a cell will be computed, and how long
/// that takes.
struct RunRecord: Sendable, Codable {
  struct Cell: Sendable, Codable {
    /// The cell's name, or its directive and line.
    let name: String
    let directive: String
    let digest: String
    let ingredients: [KeyDraft.Ingredient]
    /// As authors know them.
    let settings: [Setting]
    /// What it took to compute; `nil` where it was not computed, and nothing is known.
    var seconds: Double?
    /// Which work took this long, and how long each epoch of it took.
    let pace: Pace?
  }

  /// The time of one epoch or pass, and the work that it is the time of.
  struct Pace: Sendable, Codable {
    let work: String
    var seconds: Double
  }

  private static let kind = "record of a run"
  static let folder = "notebooks"

  private var kind = Self.kind
  var cells: [Cell] = []

  static func path(of notebook: String) -> String { "\(folder)/\(notebook).json" }

  init() {}

  init(_ data: Data) throws {
    self = try StoreCoding.decode(Self.self, from: try StoreEntry(data, needsPayload: false).description)
    guard kind == Self.kind else { throw StoreEntry.Damage() }
  }

  func entry() throws -> StoreEntry { StoreEntry(description: try StoreCoding.encode(self)) }

  subscript(name: String) -> Cell? { cells.first { $0.name == name } }
}
