/// The cells of a notebook before planning, by name.
struct PlanDrafts: Sendable {
  private let drafts: [CellDraft]
  private let owners: [String: Int]

  /// - Parameter owners: the index of the first draft of each name.
  init(_ drafts: [CellDraft], owners: [String: Int]) {
    self.drafts = drafts
    self.owners = owners
  }

  subscript(name: String) -> CellDraft? { owners[name].map { drafts[$0] } }
}
