import NotebookResults
import NotebookRunner
import Testing

@Suite struct FitPageTests {
  private static let measured =
    TestNotebook.flowerCells + "```{fit} other\nfrom: quick\nepochs: 4\nmeasure: each_layer\n"

  /// The parts that the page shows of the last fit, in their order.
  private func parts(_ options: String) async throws -> [String] {
    let notebook = try TestNotebook(Self.measured + options + "```\n")
    defer { notebook.remove() }
    return try #require(try await notebook.run().cells.last).outputs.map { output in
      switch output {
      case .curves: "curves"
      case .change: "change"
      case .layerChart: "layers"
      default: "\(output)"
      }
    }
  }

  @Test(
    "A fit shows all its parts, or those that are asked for.",
    arguments: [
      ("", ["curves", "change", "layers"]),
      ("what: change\n", ["change"]),
      ("what: [layers, curves]\n", ["curves", "layers"]),
    ])
  func parts(_ options: String, _ expected: [String]) async throws {
    #expect(try await parts(options) == expected)
  }

  @Test(
    "Letters are given to the parts that are shown.",
    arguments: [("", true), ("what: [curves, change]\n", false)])
  func letters(_ options: String, _ holds: Bool) throws {
    let notebook = try TestNotebook(
      Self.measured + "caption: C\n\(options)```\n\nSee @fig-other-b.\n")
    defer { notebook.remove() }
    let errors = try notebook.plan().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == (holds ? [] : ["TB-P-186"]))
  }

  @Test("What is shown is no part of what a fit depends on, and passes on to fits from it.")
  func presentation() async throws {
    let notebook = try TestNotebook(
      Self.measured + "what: change\nexamples: 1\n```\n\n```{fit} same\nfrom: other\nseed: 0\n```\n")
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    let digests = outcome.provenance.cells.filter { ["other", "same"].contains($0.cell) }.map(\.digest)
    #expect(digests.count == 2 && Set(digests).count == 1)
    let shown = try #require(outcome.cells.last).outputs
    #expect(shown.allSatisfy { if case .change = $0 { true } else { false } })
  }

  @Test("Layers that nothing measures cannot be shown.")
  func unmeasured() throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{fit} other\nfrom: quick\nwhat: [curves, layers]\n```\n")
    defer { notebook.remove() }
    let errors = try notebook.plan().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["TB-O-102"])
    #expect(errors.first?.message.contains("measure") == true)
  }
}
