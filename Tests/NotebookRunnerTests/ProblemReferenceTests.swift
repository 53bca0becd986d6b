import Diagnostics
import Foundation
import NotebookRunner
import Testing

@Suite struct ProblemReferenceTests {
  struct Case: CustomTestStringConvertible {
    let entry: ProblemReference
    var testDescription: String { entry.code }
    /// Whether it is found only when a notebook runs.
    var isOfRuns: Bool { entry.code.hasPrefix("TB-R") || Practice(written: entry.code)?.needsResults == true }
  }

  /// Beside the usual ones a table that is sorted by class, one of a single class, and labels that are not sorted.
  static let tables: [String: Data] = {
    let lines = TestNotebook.flowers.split(separator: "\n").map(String.init)
    let rows = lines.dropFirst()
    func kind(_ row: String) -> String { row.split(separator: ",").last.map(String.init) ?? "" }
    func table(_ rows: [String]) -> Data { Data((lines.prefix(1) + rows).joined(separator: "\n").utf8) }
    // Twenty of them, so that a tenth are two of different classes.
    func images(first: UInt8) -> Data {
      Data([0, 0, 8, 3, 0, 0, 0, 20, 0, 0, 0, 28, 0, 0, 0, 28, first]) + Data(count: 20 * 28 * 28 - 1)
    }
    return TestNotebook.tables.merging(TestNotebook.blankDigits) { $1 }.merging([
      "sorted.csv": table(rows.sorted { kind($0) < kind($1) }),
      "one-class.csv": table(rows.filter { $0.hasSuffix("aster") }),
      "images.idx": images(first: 0), "test-images.idx": images(first: 1),
      "labels.idx": Data(
        [0, 0, 8, 1, 0, 0, 0, 20] + Array(repeating: [7, 1, 7, 0, 1, 9, 0, 7, 9, 1], count: 2).joined()),
    ]) { $1 }
  }()

  static let withExamples = ProblemReferences.all.filter { $0.wrong != nil }.map(Case.init)

  @Test("The wrong example of a code is answered with that code alone.", arguments: withExamples)
  func wrong(_ example: Case) async throws {
    let found = try await codes(of: example.entry.wrong, running: example.isOfRuns)
    #expect(Set(found) == [example.entry.code], "\(example.entry.wrong?.text ?? "")")
  }

  @Test("The right example of a code has nothing wrong.", arguments: withExamples)
  func right(_ example: Case) async throws {
    let found = try await codes(of: example.entry.right, running: example.isOfRuns)
    #expect(found.isEmpty && example.entry.right != nil, "\(example.entry.right?.text ?? "")")
  }

  @Test("What is said of a code is a heading and sentences, and nothing is said twice.")
  func words() {
    for entry in ProblemReferences.all {
      #expect(entry.rule.first?.isLowercase != true || entry.rule.hasPrefix("{"), "\(entry.rule)")
      #expect(!entry.rule.hasSuffix("."), "\(entry.rule)")
      #expect(entry.reason.hasSuffix("."), "\(entry.reason)")
    }
    #expect(Set(ProblemReferences.all.map(\.code)).count == ProblemReferences.all.count)
    #expect(Set(ProblemReferences.all.map(\.rule)).count == ProblemReferences.all.count)
  }

  private func codes(of example: NotebookExample?, running: Bool) async throws -> [String] {
    guard let example else { return [] }
    let notebook = try TestNotebook(
      running ? example.notebook.withBlankDigits : example.notebook, data: Self.tables)
    defer { notebook.remove() }
    let (plan, found) = try notebook.plan()
    guard let plan, found.isEmpty, running else { return found.map(\.code) }
    return RunProblem.findings(in: try await notebook.run(), of: plan).map(\.code)
  }
}

extension String {
  /// With a few blank images in place of those that take long to draw or are not there.
  var withBlankDigits: String {
    let files =
      "images: images.idx, labels: labels.idx, test_images: test-images.idx, test_labels: labels.idx"
    return replacing(
      /^dataset: (digits|mnist|\{digits.*)$/.anchorsMatchLineEndings(), with: "dataset: {idx: {\(files)}}"
    )
    .replacing("fallback: digits\n", with: "")
    .replacing(/^(test_)?limit: \d+\n/.anchorsMatchLineEndings(), with: "")
  }
}
