import Datasets
import Diagnostics
import Engine
import NotebookResults
import NotebookSyntax
import Options

/// Turns a document into a plan and finds every mistake in it, without computing anything.
package struct Planner {
  private let document: Document
  private let parameters: [Parameter]
  private let locations: DatasetLocations
  private let store: ResultStore
  private let threads: Int
  private let directives: Catalogue<any Directive>
  private var memory: MemoryReview
  /// The number of findings after which checking stops.
  private static let mostFindings = 1000
  private var diagnostics: [Diagnostic] = []
  private var hasStopped = false
  private var scope: PlanScope
  private var drafts: [CellDraft] = []
  /// The index of the first draft of each name.
  private var owners: [String: Int] = [:]
  private var captions = CaptionParser()
  /// The paths that expressions read, in cells and in prose.
  private var paths: [Expression.Path] = []
  /// The links in captions to notebooks and headings.
  private var links: [NotebookLink] = []
  /// The pictures in captions.
  private var captionPictures: [PictureFile] = []
  /// The places of the parameters that are read as `${name}`.
  private var substituted: Set<SourceRange> = []

  /// - Parameters:
  ///   - parameters: the notebook's own, with the values that the command line set.
  ///   - store: the store that keeps the descriptions of data files.
  ///   - limits: the limits for the notebook.
  ///   - threads: the number of threads that one computation may use.
  ///   - directives: the directives that cells may name.
  /// - Returns: the plan, or `nil` if there are errors; all findings; and the links in captions.
  package static func plan(
    _ document: Document, parameters: [Parameter], locations: DatasetLocations,
    store: ResultStore = ResultStore(nil), limits: Limits = .standard, threads: Int = 1,
    directives: Catalogue<any Directive> = Directives.catalogue
  ) -> (plan: Plan?, diagnostics: [Diagnostic], captionLinks: [NotebookLink]) {
    var planner = Planner(document, parameters, locations, store, limits, threads, directives)
    let plan = GuessBudget.spending { planner.plan() }
    return (planner.diagnostics.hasErrors ? nil : plan, planner.diagnostics.causesOnce, planner.links)
  }

  private init(
    _ document: Document, _ parameters: [Parameter], _ locations: DatasetLocations, _ store: ResultStore,
    _ limits: Limits, _ threads: Int, _ directives: Catalogue<any Directive>
  ) {
    self.document = document
    self.parameters = parameters
    self.locations = locations
    self.store = store
    self.threads = threads
    self.directives = directives
    memory = MemoryReview(budget: limits.memory)
    scope = PlanScope(document, parameters: parameters)
  }

  private mutating func plan() -> Plan {
    diagnostics += ForgottenBraces.all(in: document).map(\.diagnostic)
    drafts = CellDraft.all(
      of: document, parameters: parameters, directives, reportingTo: &diagnostics)
    for (index, draft) in drafts.enumerated() where draft.ownsName {
      if let name = draft.cell.name?.value { owners[name] = index }
    }
    scope.savedWeights = SavedWeights(drafts, in: locations)
    substituted.formUnion(drafts.flatMap(\.uses).map(\.parameter.nameRange))
    let cells = drafts.indices.compactMap { index in
      stops(at: drafts[index].cell.directive.range) ? nil : planCell(at: index)
    }
    diagnostics += MentionCheck(document, cells: cells, brokenCells: scope.brokenCells)
      .diagnostics(of: document.mentions)
    var pictures = PictureReader(locations)
    for file in document.pictures + captionPictures where !stops(at: file.range) {
      diagnostics += [pictures.read(file)].compactMap(\.self)
    }
    scope.isInCell = false
    var inlineValues: [Int: CheckedExpression] = [:]
    for value in document.inlineValues where !stops(at: value.range) {
      inlineValues[value.range.start] = check(value)
    }
    let (allowances, problems) = [Allowance].all(of: document, cells)
    diagnostics += problems
    let plan = Plan(
      document: document, seed: document.frontMatter.seed, parameters: parameters, cells: cells,
      title: document.frontMatter.title.flatMap { heading($0) },
      subtitle: document.frontMatter.subtitle.flatMap { heading($0) }, inlineValues: inlineValues,
      pictures: pictures.pictures, allowances: allowances)
    // After an error nothing is reported as unused: the cell that uses it may be the one with the error.
    if !diagnostics.hasErrors, document.isSound, document.lostCells.isEmpty {
      let review = PracticeReview(plan: plan, drafts: drafts, substituted: substituted, paths: paths)
      diagnostics += allowances.filter { !$0.practice.needsResults }.applied(to: review.advice)
    }
    return plan
  }

  /// Returns true if there are too many findings to go on, and reports that once.
  private mutating func stops(at place: SourceRange) -> Bool {
    if hasStopped { return true }
    guard diagnostics.count > Self.mostFindings, diagnostics.hasErrors else { return false }
    diagnostics.append(Diagnostic(PlanProblem.tooManyFindings(limit: Self.mostFindings), at: place))
    hasStopped = true
    return true
  }

  /// Returns a title with its parameters filled in.
  private mutating func heading(_ text: SourceText) -> PlannedText? {
    let substitution = OptionValue(text).substituting(
      parameters, areAllKnown: document.frontMatter.areParametersKnown)
    diagnostics += substitution.diagnostics
    substituted.formUnion(substitution.uses.map(\.parameter.nameRange))
    return substitution.value?.sourceText.map { check(NotebookParser.parseInlineText($0)) }
  }

  private mutating func planCell(at index: Int) -> PlannedCell? {
    let draft = drafts[index]
    let cell = draft.cell
    var signature: CellSignature?
    var settings: [Setting] = []
    let found = diagnostics.count
    defer {
      if let name = cell.name?.value, draft.ownsName {
        scope.add(name, of: cell.directive.value, signature, settings: settings)
      }
      if cell.directive.value == Load.name {
        if case .data(let description)? = signature?.kind {
          scope.nearestData = .known(description)
        } else {
          scope.nearestData = .broken
        }
      } else if directives[cell.directive.value] == nil, case .absent = scope.nearestData {
        scope.nearestData = .broken
      }
    }
    guard let member = directives[cell.directive.value], let body = draft.body else {
      noteLinks(inCaptionOf: cell)
      return nil
    }

    var reader = OptionReader(body, of: member.name, inherited: draft.inherited, isPartial: draft.isPartial)
    let directive = member.make(&reader)
    let options = CellOptions(&reader)
    reader.finish()
    settings = draft.settings(of: reader.resolved)
    diagnostics += reader.findings.diagnostics
    let referencesHold = checkReferences(reader.findings.references)
    let inputsAreKnown = reader.findings.references.allSatisfy { scope.signature(of: $0.name).value != nil }

    let line = document.source.location(of: cell.range.start).line
    var need = MemoryNeed.none
    var chartStyle = ChartStyle.automatic
    var parts: Int?
    var expressionReferences: [CellReference] = []
    // Without all of its options, a cell is not planned: its findings would mislead.
    if !draft.isPartial, !reader.findings.diagnostics.hasErrors, referencesHold, inputsAreKnown {
      (signature, need, chartStyle, parts, expressionReferences) = plan(
        directive, draft, line: line, options: reader, isComputed: options.isComputed)
    }
    for index in diagnostics.indices.dropFirst(found) { diagnostics[index].explain(with: draft.uses) }
    let own = cell.name.map { (name: $0.value, type: signature?.type) }
    let caption = options.caption.map { check(captions.parse($0), besides: own) }
    let alternativeText = options.alternativeText.map {
      check(NotebookParser.parseInlineText($0), besides: own)
    }
    guard let signature, draft.isComplete else { return nil }

    let references = reader.findings.references + expressionReferences
    let inputs = Set(references.map(\.name)).union(caption?.names ?? []).union(alternativeText?.names ?? [])
    return PlannedCell(
      cell: cell, line: line, directive: directive,
      resolved: reader.resolved, settings: settings, signature: signature,
      inputs: inputs.subtracting([NotebookParameters.root, cell.name?.value].compactMap(\.self)),
      parent: options.parent?.name,
      summary: summary(of: draft, reader.resolved, parent: options.parent?.name),
      isComputed: options.isComputed, memory: need, allowed: options.allowed,
      caption: caption, alternativeText: alternativeText, echo: options.echo, output: options.output,
      chartStyle: chartStyle, parts: parts)
  }

  /// Plans a directive. The context shares the scope and ends here, so that adding the cell copies no scope.
  private mutating func plan(
    _ directive: any Directive, _ draft: CellDraft, line: Int, options: OptionReader, isComputed: Bool
  ) -> (
    signature: CellSignature?, need: MemoryNeed, chartStyle: ChartStyle, parts: Int?,
    references: [CellReference]
  ) {
    var context = PlanContext(
      seed: document.frontMatter.seed, locations: locations, threads: threads,
      parameters: draft.usedParameters, notebookParameters: parameters,
      scope: scope, drafts: PlanDrafts(drafts, owners: owners), store: store, start: draft.cell.range.start,
      displayName: draft.cell.displayName(atLine: line), options: options)
    var need = MemoryNeed.none
    let signature = directive.plan(&context)
    let drawings = signature.map { directive.drawings(context, $0) }
    let chartStyle = drawings.map { directive.chartOptions.style(of: $0, &context) } ?? .automatic
    if let signature, isComputed {
      need = directive.memory(context, signature)
      if let (problem, option) = memory.add(need, of: context.displayName) {
        context.report(problem, at: option)
      }
    }
    diagnostics += context.findings.diagnostics
    paths += context.paths
    return (signature, need, chartStyle, drawings?.parts, context.findings.references)
  }

  /// Returns true if every referenced cell exists above and has a fitting directive.
  private mutating func checkReferences(_ references: [CellReference]) -> Bool {
    var allHold = true
    for reference in references {
      let named = owners[reference.name].map { drafts[$0].cell }
      let problem: PlanProblem
      var notes: [Diagnostic.Note] = []
      if let named, let place = named.name?.range {
        notes = [Diagnostic.Note("\"\(reference.name)\" is here", at: place)]
        if directives[named.directive.value] == nil {
          // The directive is unknown, which has been reported.
          allHold = false
          continue
        }
        if scope.namesBelow.contains(reference.name) {
          problem = .laterCell(reference.name)
        } else if !reference.directives.contains(named.directive.value) {
          problem = .wrongDirective(
            reference.name, is: named.directive.value, needs: reference.directives)
        } else {
          continue
        }
      } else {
        allHold = false
        let known = scope.names(of: reference.directives)
        if scope.brokenCells.mayInclude(reference.name, of: reference.directives, known: known) { continue }
        problem = .noSuchCell(reference.name, directives: reference.directives, known: known)
      }
      diagnostics.append(Diagnostic(problem, at: reference.place.range, notes: notes))
      allHold = false
    }
    return allHold
  }

  private func summary(of draft: CellDraft, _ resolved: [ResolvedOption], parent: String?) -> [Table.Cell] {
    guard let parent, let parentIndex = owners[parent], let parentBody = drafts[parentIndex].body,
      let member = directives[draft.cell.directive.value]
    else { return [] }
    var reader = OptionReader(parentBody, of: member.name)
    _ = member.make(&reader)
    _ = CellOptions(&reader)
    // Only options written in the cell are compared; others can differ only through `params`.
    let written = Set(draft.cell.body.entries.map(\.key))
    let changes = Setting.changes(
      from: drafts[parentIndex].settings(of: reader.resolved.filter { written.contains($0.name) }),
      to: draft.settings(of: resolved.filter { written.contains($0.name) }))
    return [.words(.phrase(.from, [parent]))]
      + changes.map { .change(name: $0.name, from: $0.from, to: $0.to) }
  }

  /// Notes the links in the caption of a cell that cannot be planned, except those that parameters complete.
  private mutating func noteLinks(inCaptionOf cell: Cell) {
    guard let caption = cell.body["caption"]?.sourceText else { return }
    links += captions.parse(caption).links.filter { !$0.destination.contains("${") }
  }

  private mutating func check(
    _ caption: Caption, besides own: (name: String, type: ValueType?)?
  ) -> PlannedCaption {
    diagnostics += caption.diagnostics
    links += caption.links
    captionPictures += caption.pictures
    let checked = caption.inlines.values.compactMap { value in
      check(value, besides: own).map { (value, $0) }
    }
    return PlannedCaption(
      inlines: caption.inlines, values: Dictionary(checked) { first, _ in first })
  }

  private mutating func check(
    _ text: InlineText, besides own: (name: String, type: ValueType?)? = nil
  ) -> PlannedText {
    diagnostics += text.warnings
    return PlannedText(
      parts: text.parts.compactMap { part in
        switch part {
        case .text(let text): .text(text)
        case .value(let value): check(value, besides: own).map(PlannedText.Part.value)
        }
      })
  }

  private mutating func check(
    _ value: InlineValue, besides own: (name: String, type: ValueType?)? = nil
  ) -> CheckedExpression? {
    do {
      let checked = try scope.check(value.text, besides: own)
      paths += checked.expression.paths
      return checked
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }
}

extension Diagnostic {
  /// Says what the parameters are that the value at fault was filled in with.
  mutating func explain(with uses: [ParameterUse]) {
    for use in uses where use.range.start <= range.start && range.end <= use.range.end {
      let (name, value) = (use.parameter.name, use.parameter.value)
      notes.append(
        Note(
          use.parameter.setter.map { "\($0) sets \(name) to \(value), in place of its default here" }
            ?? "\(name) is \(value) here",
          at: value.range))
    }
  }
}

extension PlannedCaption {
  /// The names of the cells that its expressions read.
  var names: [String] { values.values.flatMap { $0.expression.paths.map(\.root) } }
}

extension PlannedText {
  /// The names of the cells that its expressions read.
  var names: [String] {
    expressions.flatMap(\.expression.paths).map(\.root)
  }
}
