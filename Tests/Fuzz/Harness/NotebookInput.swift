import Diagnostics
import Dispatch
import NotebookReport
import NotebookResults
import NotebookRunner
import NotebookSyntax
import Synchronization

/// Whole notebooks.
enum NotebookInput {
  /// Reads, parses and plans a notebook, and writes what is wrong with it in both forms.
  static func check(_ bytes: [UInt8]) -> Bool { plan(bytes) != nil }

  /// Checks a notebook, and, where it is sound and small, also runs it and renders its page.
  ///
  /// - Parameter store: where there is one, what the run would compute is foretold as well.
  static func run(_ bytes: [UInt8], store: ResultStore? = nil) -> Bool {
    guard let plan = plan(bytes, store: store), plan.isSmall else { return false }
    let run = NotebookRun(
      plan, locations: FuzzFolder.shared.locations, store: store ?? ResultStore(nil), jobs: 1
    ) { _ in }
    // The fuzzer calls from a thread of its own and needs the answer there.
    let done = DispatchSemaphore(value: 0)
    let page = PageOfInput()
    Task.detached {
      // Without a store, a forecast would load and train to see how long that takes.
      if store != nil { _ = await run.forecast().json(notebook: "input.md").text }
      if let outcome = try? await run.outcome() { page.render(plan.document, outcome) }
      done.signal()
    }
    done.wait()
    return page.isWell
  }

  static func run(_ text: String, store: ResultStore? = nil) -> Bool {
    run(Array(text.utf8), store: store)
  }

  private static func plan(_ bytes: [UInt8], store: ResultStore? = nil) -> Plan? {
    let source: SourceFile
    do {
      source = try NotebookFile.decode(bytes, path: "input.md")
    } catch {
      report([error.diagnostic], in: error.source)
      return nil
    }
    let (document, findings) = NotebookParser.parse(source)
    let (plan, planned, _) = Planner.plan(
      document, parameters: NotebookParameters(document.frontMatter).values,
      locations: FuzzFolder.shared.locations, store: store ?? ResultStore(nil))
    report(findings + planned, in: source)
    return findings.hasErrors ? nil : plan
  }

  static func report(_ diagnostics: [Diagnostic], in source: SourceFile) {
    _ = DiagnosticText(source: source, usesColor: true).render(diagnostics)
    _ = DiagnosticJSON.render([(source, diagnostics)])
  }
}

/// What came of a run, on its page and in its file of results.
private final class PageOfInput: Sendable {
  private let isWhole = Mutex(false)

  /// Whether there is a page, and every cell has its result.
  var isWell: Bool { isWhole.withLock { $0 } }

  func render(_ document: Document, _ outcome: NotebookOutcome) {
    let page = Page.render(document: document, outcome: outcome)
    let results = ResultsFile.text(of: outcome)
    let haveResults = outcome.cells.allSatisfy { if case .ok = $0.status { true } else { false } }
    isWhole.withLock { $0 = !page.isEmpty && !results.isEmpty && haveResults }
  }
}

extension Plan {
  /// Whether it runs in milliseconds, so that an input that takes long is one that hangs.
  fileprivate var isSmall: Bool {
    cells.allSatisfy { cell in
      switch cell.signature.kind {
      case .data(let data):
        // Digits are drawn by tens of thousands before some of them are taken.
        data.sampleShape != [28, 28] && size(of: data.sampleShape) <= 1000
          && (data.trainingCount ?? .max) <= 500
          && (data.testCount ?? .max) <= 500
      case .model(let model): model.model.parameterCount <= 20_000
      case .fit(let fit): fit.epochs <= 3 && fit.model.model.parameterCount <= 20_000
      default: true
      }
    }
  }

  private func size(of shape: [Int]) -> Int {
    shape.reduce(1) { size, length in
      let (product, overflow) = size.multipliedReportingOverflow(by: length)
      return overflow ? .max : product
    }
  }
}
