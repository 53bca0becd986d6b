import Diagnostics
import Dispatch
import NotebookReport
import NotebookResults
import NotebookRunner
import NotebookSyntax
import Synchronization

/// Whole notebooks.
enum NotebookInput {
  private typealias Parsed = (document: Document, findings: [Diagnostic])

  /// Reads, parses and plans a notebook, and writes what is wrong with it in both forms.
  static func check(_ bytes: [UInt8]) -> Bool { parsed(bytes).flatMap { plan($0) } != nil }

  /// Checks a notebook, and, where it is sound and small, also runs it and renders its page.
  static func run(_ bytes: [UInt8]) -> Bool { parsed(bytes).map { run($0, store: nil) } ?? false }

  /// Runs a notebook of our own beside an input, which is parsed once only.
  ///
  /// - Parameter store: where there is one, what the run would compute is foretold as well.
  static func runOwn(_ text: String, store: ResultStore? = nil) -> Bool {
    let parsed = ownNotebooks.withLock { notebooks in
      if let known = notebooks[text] { return known }
      let parsed = NotebookParser.parse(SourceFile(path: "input.md", text: text))
      precondition(parsed.diagnostics.isEmpty, "A notebook of our own is faulty.")
      notebooks[text] = (parsed.document, [])
      return (parsed.document, [])
    }
    return run(parsed, store: store)
  }

  private static let ownNotebooks = Mutex<[String: Parsed]>([:])
  /// What the machine grants, found once: to ask for each input would take longer than to read most of them.
  private static let limits = Limits.standard

  private static func parsed(_ bytes: [UInt8]) -> Parsed? {
    do {
      let (document, findings) = NotebookParser.parse(try NotebookFile.decode(bytes, path: "input.md"))
      return (document, findings)
    } catch {
      report([error.diagnostic], in: error.source)
      return nil
    }
  }

  private static func plan(_ parsed: Parsed, store: ResultStore? = nil) -> Plan? {
    let document = parsed.document
    let (plan, planned, _) = Planner.plan(
      document, parameters: NotebookParameters(document.frontMatter).values,
      locations: FuzzFolder.shared.locations, store: store ?? ResultStore(nil), limits: limits)
    report(parsed.findings + planned, in: document.source)
    return parsed.findings.hasErrors ? nil : plan
  }

  private static func run(_ parsed: Parsed, store: ResultStore?) -> Bool {
    guard let plan = plan(parsed, store: store), plan.isSmall else { return false }
    let run = NotebookRun(
      plan, locations: FuzzFolder.shared.locations, store: store ?? ResultStore(nil), jobs: 1
    ) { _ in }
    return wait {
      // Without a store, a forecast would load and train to see how long that takes.
      if store != nil { _ = await run.forecast().json(notebook: "input.md").text }
      return (try? await run.outcome()).map { isWell($0, of: plan.document) } ?? false
    }
  }

  /// Runs a notebook of our own, without a store.
  static func outcome(ofOwn text: String) -> (plan: Plan, outcome: NotebookOutcome) {
    let parsed = NotebookParser.parse(SourceFile(path: "own.md", text: text))
    guard let plan = plan((parsed.document, parsed.diagnostics)) else {
      preconditionFailure("A notebook of our own is faulty.")
    }
    let run = NotebookRun(plan, locations: FuzzFolder.shared.locations, store: ResultStore(nil), jobs: 1) {
      _ in
    }
    guard let outcome = wait({ try? await run.outcome() }) else {
      preconditionFailure("A notebook of our own cannot be run.")
    }
    return (plan, outcome)
  }

  /// Returns what is computed elsewhere: the fuzzer calls from a thread of its own and needs the answer there.
  static func wait<Answer: Sendable>(_ work: @escaping @Sendable () async -> Answer) -> Answer {
    let answer = Mutex<Answer?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      let found = await work()
      answer.withLock { $0 = found }
      done.signal()
    }
    done.wait()
    return answer.withLock { answer in
      guard let answer else { preconditionFailure("It waited for the answer.") }
      return answer
    }
  }

  /// Returns whether there is a page of a run, and every cell has its result.
  private static func isWell(_ outcome: NotebookOutcome, of document: Document) -> Bool {
    let page = Page.render(document: document, outcome: outcome)
    let results = ResultsFile.text(of: outcome)
    let haveResults = outcome.cells.allSatisfy { if case .ok = $0.status { true } else { false } }
    return !page.isEmpty && !results.isEmpty && haveResults
  }

  static func report(_ diagnostics: [Diagnostic], in source: SourceFile) {
    _ = DiagnosticText(source: source, usesColor: true).render(diagnostics)
    _ = DiagnosticJSON.render([(source, diagnostics)])
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
