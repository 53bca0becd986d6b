import Diagnostics
import NotebookSyntax
import Options

/// A cell before planning: inherited options are merged in and `${…}` is filled in, but no option is read.
struct CellDraft: Sendable {
  let cell: Cell
  /// True if the cell is the first with its name.
  let ownsName: Bool
  /// The options as one mapping, before `${…}` is filled in; empty if they could not be read.
  let source: OptionValue
  /// The options as one mapping; `nil` if they could not be read, which has been reported.
  let body: OptionValue?
  /// The names of the options that are inherited.
  let inherited: Set<String>
  /// The cell's own `params`, inherited ones included.
  let parameters: [Parameter]
  /// The places at which parameters were filled in.
  let uses: [ParameterUse]
  /// True if options are missing: inherited ones that are broken, or ones with an undefined `${…}`.
  let isPartial: Bool
  /// True if no error has been found in the cell so far.
  let isComplete: Bool

  /// The cell's own `params` that its options read.
  var usedParameters: [Parameter] {
    let used = Set(uses.map(\.parameter.nameRange))
    return parameters.filter { used.contains($0.nameRange) }
  }

  /// Returns the settings among options, without parameters that nothing reads.
  func settings(of options: [ResolvedOption]) -> [Setting] {
    let used = Set(usedParameters.map(\.name))
    return options.flatMap { option in
      let settings = Setting.all(of: [option])
      return option.name == "params" ? settings.filter { used.contains($0.name) } : settings
    }
  }

  static func all(
    of document: Document, parameters: [Parameter], _ directives: Catalogue<any Directive>,
    reportingTo diagnostics: inout [Diagnostic]
  ) -> [CellDraft] {
    let cells = document.cells
    let byName = Dictionary(cells.compactMap { cell in cell.name.map { ($0.value, cell) } }) { first, _ in
      first
    }
    let brokenCells = BrokenCells(document)
    var owners: [String: Cell] = [:]
    var parents = Parents()
    var circles = InheritanceCircles(among: byName)
    return cells.map { cell in
      let errors = diagnostics.count
      let ownsName = claimName(of: cell, &owners, &diagnostics)
      let directive = cell.directive.value
      guard let member = directives[directive] else {
        diagnostics.append(
          Diagnostic(
            PlanProblem.unknownDirective(directive, known: directives.names),
            at: cell.directive.range))
        return CellDraft(
          cell: cell, ownsName: ownsName, source: OptionValue(.mapping([])), body: nil, inherited: [],
          parameters: [], uses: [],
          isPartial: false, isComplete: false)
      }
      guard cell.isWellFormed, let written = mapping(of: cell, &diagnostics),
        hasFewParameters(written, &diagnostics)
      else {
        return CellDraft(
          cell: cell, ownsName: ownsName, source: OptionValue(.mapping([])), body: nil, inherited: [],
          parameters: [], uses: [],
          isPartial: false, isComplete: false)
      }
      let itself = read(written, of: member)
      let inherited = inherit(
        written, by: cell, from: parents, among: byName, brokenCells, &circles, ownsName: ownsName,
        &diagnostics
      )
      let whole = inherited?.body ?? written
      let isInheritanceWhole =
        inherited?.isWhole == true && (written["from"] != nil || !itself.isUnread("from"))
      let areParametersKnown = isInheritanceWhole && !itself.isUnread("params")
      if let name = cell.name?.value, ownsName {
        parents.add(
          Parent(directive: member.name, body: whole, isWhole: areParametersKnown && !itself.hasUnknownNames),
          named: name)
      }
      let (body, own, uses, isFilled) = substitute(
        in: whole, parameters,
        areAllKnown: document.frontMatter.areParametersKnown && areParametersKnown, &diagnostics)
      let isWhole = isInheritanceWhole && isFilled
      return CellDraft(
        cell: cell, ownsName: ownsName, source: whole, body: body,
        inherited: Set(whole.entries.map(\.key)).subtracting(written.entries.map(\.key)), parameters: own,
        uses: uses, isPartial: !isWhole, isComplete: isWhole && diagnostics.count == errors)
    }
  }

  /// The options that other cells inherit from a cell.
  private struct Parent {
    let directive: String
    let body: OptionValue
    /// True if all options that it inherits are known, and none of its own is mistyped.
    let isWhole: Bool
  }

  /// The cells above that others may name in `from`.
  private struct Parents {
    private var byName: [String: Parent] = [:]
    private var names: [String: [String]] = [:]

    subscript(name: String) -> Parent? { byName[name] }

    /// Returns the usable names of the cells of a directive.
    func names(of directive: String) -> [String] { names[directive] ?? [] }

    mutating func add(_ parent: Parent, named name: String) {
      byName[name] = parent
      if CellNames.isUsable(name) { names[parent.directive, default: []].append(name) }
    }
  }

  private static func claimName(
    of cell: Cell, _ owners: inout [String: Cell], _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard let name = cell.name else { return false }
    if CellNames.reserved.contains(name.value) {
      diagnostics.append(Diagnostic(PlanProblem.reservedName(name.value), at: name.range))
    }
    guard let owner = owners[name.value] else {
      owners[name.value] = cell
      return true
    }
    let note = owner.name.map { Diagnostic.Note("the first \"\(name.value)\" is here", at: $0.range) }
    diagnostics.append(
      Diagnostic(
        PlanProblem.duplicateName(name.value), at: name.range, notes: [note].compactMap(\.self)))
    return false
  }

  /// Returns the body as options; missing options are reported at the cell's directive.
  private static func mapping(of cell: Cell, _ diagnostics: inout [Diagnostic]) -> OptionValue? {
    let listOption = Directives.listOptions[cell.directive.value]
    switch (cell.body.content, listOption) {
    case (.mapping([]), let option?):
      let list = OptionValue(.list([]), at: cell.directive.range)
      return OptionValue(.mapping([OptionValue.Entry(option, list)]), at: cell.directive.range)
    case (.list, let option?):
      let entry = OptionValue.Entry(option, at: cell.body.range, cell.body)
      return OptionValue(.mapping([entry]), at: cell.directive.range)
    case (.mapping, _): return OptionValue(cell.body.content, at: cell.directive.range)
    default: break
    }
    diagnostics.append(
      Diagnostic(
        PlanProblem.bodyMustBeMapping(directive: cell.directive.value, found: cell.body), at: cell.body.range)
    )
    return nil
  }

  /// Returns the cell's options merged over those of its `from` cell; parameters are merged one by one.
  ///
  /// - Returns: `nil` if nothing can be inherited, which has been reported or will be when `from` is read.
  private static func inherit(
    _ written: OptionValue, by cell: Cell, from parents: Parents, among cells: [String: Cell],
    _ brokenCells: BrokenCells, _ circles: inout InheritanceCircles, ownsName: Bool,
    _ diagnostics: inout [Diagnostic]
  ) -> (body: OptionValue, isWhole: Bool)? {
    guard let from = written["from"], from.content != .null else { return (written, true) }
    guard case .text(let name) = from.content else { return nil }
    if ownsName, let own = cell.name?.value, circles.contains(own) {
      // The circle is reported once, at the first of its cells.
      if let circle = circles.report(from: own) {
        diagnostics.append(Diagnostic(PlanProblem.inheritanceCycle(circle), at: from.range))
      }
      return nil
    }
    guard let parent = parents[name] else {
      let problem: PlanProblem
      let notes: [Diagnostic.Note]
      let named = cells[name]
      // A cell above that could not be read has been reported; this one only follows from it.
      if let named, named.range.start < cell.range.start { return nil }
      if let later = named?.name {
        problem = .laterCell(name)
        notes = [Diagnostic.Note("\"\(name)\" is here", at: later.range)]
      } else {
        let directive = cell.directive.value
        let known = parents.names(of: directive)
        if brokenCells.mayInclude(name, of: [directive], known: known) { return nil }
        problem = .noSuchCell(name, directives: [directive], known: known)
        notes = []
      }
      diagnostics.append(Diagnostic(problem, at: from.range, notes: notes))
      return nil
    }
    guard parent.directive == cell.directive.value else {
      diagnostics.append(
        Diagnostic(
          PlanProblem.inheritsFromAnother(name, is: parent.directive, needs: cell.directive.value),
          at: from.range))
      return nil
    }
    let merged = written.overriding(
      parent.body, Directives.alternatives[cell.directive.value] ?? [])
    let note = Diagnostic.Note("the others come from \"\(name)\"", at: from.range)
    return hasFewParameters(merged, note: note, &diagnostics) ? (merged, parent.isWhole) : nil
  }

  /// Reports `params` that are too many, and returns false for them.
  private static func hasFewParameters(
    _ body: OptionValue, note: Diagnostic.Note? = nil, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard let parameters = body["params"], parameters.entries.count > Parameter.mostInCell else {
      return true
    }
    let problem = OptionProblem.tooMany("params", parameters.entries.count, limit: Parameter.mostInCell)
    diagnostics.append(Diagnostic(problem, at: parameters.range, notes: [note].compactMap(\.self)))
    return false
  }

  /// Reads options on their own as those of a directive.
  private static func read(
    _ written: OptionValue, of member: Catalogue<any Directive>.Member
  ) -> OptionReader {
    var reader = OptionReader(written, of: member.name)
    _ = member.make(&reader)
    _ = CellOptions(&reader)
    return reader
  }

  /// Returns options with `${…}` filled in.
  static func filled(_ source: OptionValue, _ parameters: [Parameter]) -> OptionValue {
    var findings: [Diagnostic] = []
    return substitute(in: source, parameters, areAllKnown: true, &findings).0
  }

  /// Fills in `${…}`, first in the cell's own `params`, then with them everywhere else.
  private static func substitute(
    in body: OptionValue, _ parameters: [Parameter], areAllKnown: Bool, _ diagnostics: inout [Diagnostic]
  ) -> (OptionValue, own: [Parameter], uses: [ParameterUse], isFilled: Bool) {
    var scope = parameters
    var own: [Parameter] = []
    var areAllKnown = areAllKnown
    var filled: [OptionValue.Entry] = []
    var uses: [ParameterUse] = []
    func isParameters(_ entry: OptionValue.Entry) -> Bool { entry.key == "params" }
    for entry in body.entries.filter(isParameters) + body.entries.filter({ !isParameters($0) }) {
      let substitution = entry.value.substituting(scope, areAllKnown: areAllKnown)
      let value = substitution.value
      diagnostics += substitution.diagnostics
      uses += substitution.uses
      if let value { filled.append(OptionValue.Entry(entry.key, at: entry.keyRange, value)) }
      guard isParameters(entry) else { continue }
      own = value?.entries.map { Parameter(name: $0.key, nameRange: $0.keyRange, value: $0.value) } ?? []
      scope = own + parameters.filter { parameter in !own.contains { $0.name == parameter.name } }
      if case .mapping? = value?.content { continue }
      areAllKnown = false
    }
    return (OptionValue(.mapping(filled), at: body.range), own, uses, filled.count == body.entries.count)
  }
}

extension OptionValue {
  /// Returns true if an option that would be inherited has an alternative among these options.
  private func isReplaced(_ name: String, _ alternatives: [Set<String>]) -> Bool {
    alternatives.contains { group in
      group.contains(name) && entries.contains { group.contains($0.key) && $0.value.content != .null }
    }
  }

  /// These options, and those of a parent that are not given here.
  ///
  /// - Parameter alternatives: groups of options of which one replaces the others of a parent.
  fileprivate func overriding(_ parent: OptionValue, _ alternatives: [Set<String>]) -> OptionValue {
    let inherited = parent.entries.filter { entry in
      !CellOptions.notInherited.contains(entry.key) && !CellOptions.ofOneCell.contains(entry.key)
        && self[entry.key] == nil && !isReplaced(entry.key, alternatives)
    }
    let own = entries.map { entry in
      guard entry.key == "params", case .mapping = entry.value.content, let old = parent["params"] else {
        return entry
      }
      let kept = old.entries.filter { entry.value[$0.key] == nil }
      return Entry(
        "params", at: entry.keyRange, OptionValue(.mapping(kept + entry.value.entries), at: entry.value.range)
      )
    }
    return OptionValue(.mapping(inherited + own), at: range)
  }
}
