import Diagnostics
import NotebookRunner
import Options
import Synchronization
import Testing

@Suite struct ManyFitsTests {
  @Test("The work of choosing which cell is next grows with the number of cells, not with its square.")
  func choosing() async throws {
    let count = 400
    // Half of them share one training, and half have one of their own.
    let fits = (1...count).map {
      "```{fit} f\($0)\nfrom: quick\nepochs: 1\nseed: \(max(0, $0 - count / 2))\n```\n"
    }
    var notebook = try TestNotebook(TestNotebook.flowerCells + fits.joined(separator: "\n"))
    defer { notebook.remove() }
    notebook.directives = CountedFit.directives
    let cells = try await notebook.run(jobs: 2).cells
    #expect(cells.count == count + 3)
    #expect(CountedFit.calls.load(ordering: .relaxed) < 10 * count)
  }
}

/// A fit that counts how often it is examined to choose the next cell.
private struct CountedFit: ContinuedWork {
  static let calls = Atomic(0)
  static let directives = Catalogue<any Directive>(
    "directive",
    Directives.catalogue.members.map { member in
      member.name == Fit.name ? .init(CountedFit.self) { CountedFit(&$0) } : member
    })

  static let name = Fit.name
  static let abstract = Fit.abstract
  static var example: NotebookExample { Fit.example }
  static let recordedOptions = Fit.recordedOptions

  private let fit: Fit

  init(_ options: inout OptionReader) { fit = Fit(&options) }

  var continuedOption: String? { fit.continuedOption }
  var length: Int { fit.length }
  var mayEndEarly: Bool { fit.mayEndEarly }

  func size(_ signature: CellSignature) -> Int {
    Self.calls.add(1, ordering: .relaxed)
    return fit.size(signature)
  }

  func recordsAll(of other: any ContinuedWork) -> Bool {
    Self.calls.add(1, ordering: .relaxed)
    return (other as? CountedFit).map { fit.recordsAll(of: $0.fit) } ?? false
  }

  func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) { fit.refine(&draft, facts) }
  func plan(_ context: inout PlanContext) -> CellSignature? { fit.plan(&context) }
  func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed {
    fit.memory(context, signature)
  }
  func pacedWork(_ draft: KeyDraft) -> CellKey { fit.pacedWork(draft) }
  func measurePace(_ context: RunContext) async throws -> Double? { try await fit.measurePace(context) }
  func run(_ context: RunContext) async throws -> CellYield { try await fit.run(context) }
}
