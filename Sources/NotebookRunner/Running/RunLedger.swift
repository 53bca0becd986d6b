import Datasets
import Digests
import Engine
import Foundation
import NotebookResults
import NotebookSyntax
import Options
import Writing

/// The outcome of each cell so far, and which cell can be computed next.
struct RunLedger {
  let plan: Plan
  /// The indices of the cells by name.
  let indices: [String: Int]
  /// The indices of the cells that read each cell.
  private var readers: [[Int]]
  /// The number of inputs of each cell that have not ended.
  private var waiting: [Int]
  /// The cells whose inputs have all ended and that are not scheduled yet.
  private var ready: [Int]
  private let locations: DatasetLocations
  private let timeLimit: TimeLimit?
  private(set) var outcomes: [CellOutcome?]
  private var schedule: RunSchedule
  private var notices: [(index: Int, notice: Notice)] = []
  /// The cells that are missing because the time of the run was over.
  private var outOfTime: [Int] = []
  private var dataSources: [(index: Int, source: Provenance.DataSource)] = []
  /// The keys of results, by cell name.
  private(set) var keys: [String: CellKey] = [:]
  /// The dependencies of the results of cells that were ready, by cell name.
  private var drafts: [String: KeyDraft] = [:]
  let products = CellProducts()
  private(set) var values: [String: Value]
  private(set) var unavailable: Set<String> = []
  private(set) var standIns: [String: String] = [:]
  let settings: [String: FitSettings]

  init(_ plan: Plan, _ locations: DatasetLocations, _ timeLimit: TimeLimit? = nil) {
    self.plan = plan
    self.locations = locations
    self.timeLimit = timeLimit
    outcomes = Array(repeating: nil, count: plan.cells.count)
    let named = plan.cells.enumerated().compactMap { index, cell in cell.name.map { ($0, index) } }
    let indices = Dictionary(named) { first, _ in first }
    self.indices = indices
    readers = Array(repeating: [], count: plan.cells.count)
    waiting = plan.cells.map(\.inputs.count)
    ready = plan.cells.indices.filter { plan.cells[$0].inputs.isEmpty }
    for (index, cell) in plan.cells.enumerated() {
      for input in cell.inputs.compactMap({ indices[$0] }) { readers[input].append(index) }
    }
    schedule = RunSchedule(plan.cells, indices: indices)
    values = [NotebookParameters.root: NotebookParameters.value(of: plan.parameters)]
    settings = FitSettings.all(of: plan)
  }

  /// Returns a cell whose inputs are all known, and marks it as taken.
  ///
  /// - Parameter room: the bytes of working memory that it may take.
  mutating func nextReady(within room: Double = .infinity) -> Int? {
    for index in ready.sorted() {
      let cell = plan.cells[index]
      var draft = options(at: index)
      cell.directive.refine(
        &draft,
        KeyFacts(signature: cell.signature, seed: plan.seed, locations: locations, keys: keys, drafts: drafts)
      )
      schedule.add(draft, at: index)
      if let name = cell.name { drafts[name] = draft }
    }
    ready = []
    return schedule.next(within: room)
  }

  /// Returns the work that is actually done for a cell; `nil` if the cell shares no work.
  func fullestWork(at index: Int) -> FullestWork? {
    let fullest = fullest(at: index)
    let cell = plan.cells[fullest]
    guard let directive = cell.directive as? any ContinuedWork else { return nil }
    return FullestWork(directive: directive, signature: cell.signature, draft: draft(at: fullest))
  }

  /// Returns the options that affect a cell's result.
  func options(at index: Int) -> KeyDraft { KeyDraft(plan.cells[index], keys: keys) }

  /// Returns the dependencies of the result of a cell that was ready.
  func draft(at index: Int) -> KeyDraft { schedule.draft(at: index) ?? options(at: index) }

  /// Returns the index of the cell whose work is done for a cell that was ready.
  func fullest(at index: Int) -> Int { schedule.fullest(at: index) }

  /// Returns why a cell is skipped: the input without a result, or an inner `nil` if its `eval` is false.
  func skipReason(at index: Int) -> String?? {
    let cell = plan.cells[index]
    if !cell.isComputed { return .some(nil) }
    if type(of: cell.directive).acceptsMissingInputs { return .none }
    let missing = cell.inputs.filter(unavailable.contains).compactMap { indices[$0] }.min()
    return missing.flatMap { plan.cells[$0].name }.map { .some($0) }
  }

  mutating func record(_ result: CellResult, at index: Int) -> CellOutcome {
    let cell = plan.cells[index]
    schedule.finish(index)
    var status = CellOutcome.Status.ok
    var yield = CellYield()
    var seconds = 0.0
    switch result {
    case .computed(let computed, let time):
      yield = computed
      seconds = time
    case .failed(let failure, let time):
      status = .failed(message: failure.message, help: failure.help)
      seconds = time
      if failure.isOutOfTime {
        outOfTime.append(index)
      } else {
        notices.append((index, Notice(.failure, cell.words(ofFailure: failure.message), line: cell.line)))
      }
    case .skipped(let reason): status = .skipped(because: reason)
    }
    if let name = cell.name {
      if case .ok = status {
        keys[name] = yield.key ?? draft(at: index).key
        products[name] = yield.product
        values[name] = yield.value
        standIns[name] = yield.standIn ?? cell.inputs.sorted().compactMap { standIns[$0] }.first
      } else {
        unavailable.insert(name)
      }
      for reader in readers[index] {
        waiting[reader] -= 1
        if waiting[reader] == 0 { ready.append(reader) }
      }
    }
    notices += yield.notices.map { (index, Notice($0.weight, $0.words, line: cell.line)) }
    let broken = yield.claims.filter { $0.verdict == .fails }
    if !broken.isEmpty {
      let lines = broken.map { plan.document.source.location(of: $0.range.lowerBound).line }
        .withoutRepetition.prefix(5).map(String.init)
      let words = Words.phrase(.claimsFail, [String(broken.count), lines.joined(separator: ", ")])
      notices.append((index, Notice(.failure, words, line: cell.line)))
    }
    if let source = yield.dataSource { dataSources.append((index, source)) }
    let outcome = CellOutcome(
      name: cell.name, directive: cell.cell.directive.value, line: cell.line, status: status,
      saved: yield.saved, seconds: seconds, value: yield.value,
      headline: cell.signature.headline(in: yield.value), outputs: yield.outputs,
      presentation: CellPresentation(
        echo: cell.echo, output: cell.output, caption: nil, alternativeText: nil, summary: cell.summary,
        chartStyle: cell.chartStyle),
      digest: Self.digest(of: yield),
      options: .object(cell.resolved.map { ($0.name, JSON($0.value)) }))
    outcomes[index] = outcome
    return outcome
  }

  /// Returns the outcome of the notebook once every cell has ended.
  func outcome(_ comparison: ChangeComparison) async throws -> NotebookOutcome {
    var notices = notices
    let evaluator = ExpressionEvaluator(values: values)
    var cells: [CellOutcome] = []
    for (planned, outcome) in zip(plan.cells, outcomes) {
      guard let outcome else { continue }
      cells.append(
        outcome.completed(
          caption: planned.caption.map { inlines($0, evaluator) },
          alternativeText: planned.alternativeText.map { text($0, evaluator) },
          outputs: try await outputs(of: planned, outcome, comparison)))
    }
    let skips = SkipCauses(outcomes, indices)
    let advice = RunAdvice(plan, cells).notices.map { (index: $0.cell, notice: $0.notice) }
    if let notice = replacedDataClaims(in: cells) { notices.append(notice) }
    return NotebookOutcome(
      title: plan.title.map { text($0, evaluator) }, subtitle: plan.subtitle.map { text($0, evaluator) },
      cells: cells, inlineValues: plan.inlineValues.mapValues { inlineOutcome($0, evaluator) },
      notices: [endOfTime(skips)].compactMap(\.self)
        + (notices + advice).sorted { $0.index < $1.index }.map {
          saying(whatWasSkippedFor: $0.index, in: $0.notice, skips)
        },
      parameters: plan.parameters.map {
        ParameterSetting(name: $0.name, value: JSON($0.value), setter: $0.setter)
      }, pictures: plan.pictures, provenance: provenance(cells))
  }

  /// Returns the notice that claims are about other data than the results, in the place of the cell that loaded it.
  private func replacedDataClaims(in cells: [CellOutcome]) -> (index: Int, notice: Notice)? {
    let count = cells.flatMap(\.claims).count(where: \.isOfReplacedData)
    guard count > 0, let index = cells.firstIndex(where: { $0.name.map { standIns[$0] != nil } ?? false })
    else { return nil }
    return (index, Notice(.information, .phrase(.claimsOfReplacedData, [String(count)])))
  }

  /// The notice that the run was stopped, with the cells that are missing because of it.
  private func endOfTime(_ skips: SkipCauses) -> Notice? {
    guard let timeLimit, let first = outOfTime.min() else { return nil }
    let missing = (outOfTime + outOfTime.flatMap(skips.skipped(becauseOf:))).sorted()
    let words = Words.joined([
      .phrase(.timeIsOver, [timeLimit.text]), .list(missing.map { plan.cells[$0].words }),
    ])
    return Notice(.failure, words, line: plan.cells[first].line)
  }

  /// Returns the notice of a cell that failed, with the cells that are missing because of it.
  private func saying(
    whatWasSkippedFor index: Int, in notice: Notice, _ skips: SkipCauses
  ) -> Notice {
    guard case .phrase(.cellFailed, _) = notice.words else { return notice }
    let skipped = skips.skipped(becauseOf: index).map { plan.cells[$0].words }
    if skipped.isEmpty { return notice }
    let words = Words.joined([notice.words, .label(.skippedForIt), .list(skipped)])
    return Notice(notice.weight, words, line: notice.line)
  }

  /// Returns the outputs of a cell, compared with the one that it is `from` once both are trained.
  private func outputs(
    of cell: PlannedCell, _ outcome: CellOutcome, _ comparison: ChangeComparison
  ) async throws -> [Output] {
    guard let name = cell.name, let parent = cell.parent else { return outcome.outputs }
    let changes = cell.summary.filter { if case .change = $0 { true } else { false } }
    return try await comparison.outputs(outcome.outputs, of: name, from: parent, changes: changes)
  }

  private func inlineOutcome(_ checked: CheckedExpression, _ evaluator: ExpressionEvaluator) -> InlineOutcome
  {
    if let value = evaluator.value(of: checked.expression) { return .text(ValueFormat.plain(value)) }
    let paths = checked.expression.paths
    let missing =
      paths.map(\.root).first { unavailable.contains($0) }
      ?? paths.first { evaluator.value(at: $0) == nil }?.spelling
    return .unavailable(.phrase(.noValue, [missing ?? checked.source]))
  }

  private func inlines(_ planned: PlannedCaption, _ evaluator: ExpressionEvaluator) -> [Inline] {
    planned.inlines.mapValues { .text(text(planned.values[$0], evaluator)) }
  }

  private func text(_ planned: PlannedText, _ evaluator: ExpressionEvaluator) -> String {
    planned.parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let checked): text(checked, evaluator)
      }
    }.joined()
  }

  /// Returns the text of a value, or a dash if there is none.
  private func text(_ checked: CheckedExpression?, _ evaluator: ExpressionEvaluator) -> String {
    checked.flatMap { evaluator.value(of: $0.expression) }.map(ValueFormat.plain) ?? "–"
  }

  private func provenance(_ cells: [CellOutcome]) -> Provenance {
    let source = plan.document.source
    return Provenance(
      notebook: URL(fileURLWithPath: source.path).lastPathComponent,
      notebookDigest: hexadecimalDigest(of: Data(source.text.utf8)), engineVersion: Engine.version,
      numericsVersion: Engine.numericsVersion, seed: plan.seed,
      parameters: plan.parameters.map { Provenance.Setting(name: $0.name, value: "\($0.value)") },
      data: dataSources.sorted { $0.index < $1.index }.map(\.source),
      cells: zip(plan.cells, cells).compactMap { planned, outcome in
        // A cell that only shows results of other cells has no digest.
        guard case .ok = outcome.status, outcome.value != .record([]) else { return nil }
        return Provenance.CellDigest(
          cell: planned.name ?? planned.cell.directive.value, line: planned.name == nil ? planned.line : nil,
          digest: outcome.digest)
      })
  }

  private static func digest(of yield: CellYield) -> String {
    hexadecimalDigest(of: Data(JSON(yield.value).text.utf8))
  }
}

extension PlannedCell {
  /// Its name, or its directive and line if it has none.
  fileprivate var words: Words {
    name.map { .phrase(.cellNamed, [$0]) } ?? .phrase(.cellInLine, [cell.directive.value, String(line)])
  }

  fileprivate func words(ofFailure message: String) -> Words {
    name.map { .phrase(.cellFailed, [$0, message]) }
      ?? .phrase(.cellInLineFailed, [cell.directive.value, String(line), message])
  }
}

extension CellOutcome {
  fileprivate func completed(caption: [Inline]?, alternativeText: String?, outputs: [Output]) -> CellOutcome {
    CellOutcome(
      name: name, directive: directive, line: line, status: status, saved: saved, seconds: seconds,
      value: value, headline: headline, outputs: outputs,
      presentation: CellPresentation(
        echo: presentation.echo, output: presentation.output, caption: caption,
        alternativeText: alternativeText,
        summary: presentation.summary, chartStyle: presentation.chartStyle), digest: digest,
      options: options)
  }
}
