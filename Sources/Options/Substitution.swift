import Diagnostics

extension OptionValue {
  /// Replaces `${name}` by parameters, in values at any depth; keys stay as they are.
  ///
  /// A scalar that is wholly `${name}` becomes the parameter's value, type and all; within longer text the
  /// parameter's spelling is put in. `$${` stands for `${` itself. Ranges stay where the text was written.
  /// - Parameter areAllKnown: whether there are no other parameters; else an unknown name is no mistake.
  /// - Returns: the value, `nil` where it could not be filled in; and what is wrong with it.
  package func substituting(
    _ parameters: [Parameter], areAllKnown: Bool = true
  ) -> (value: OptionValue?, diagnostics: [Diagnostic]) {
    var substituter = Substituter(parameters, areAllKnown: areAllKnown)
    let value = substituter.substitute(self)
    return (substituter.isFilled ? value : nil, substituter.diagnostics)
  }

  /// The names of all `${name}` in the value, for warnings about parameters that nothing reads.
  package var parametersRead: Set<String> {
    switch content {
    case .text(let text): Set(Template(text).names)
    case .list(let elements): elements.reduce(into: []) { $0.formUnion($1.parametersRead) }
    case .mapping(let entries): entries.reduce(into: []) { $0.formUnion($1.value.parametersRead) }
    default: []
    }
  }
}

private struct Substituter {
  private let values: [String: OptionValue]
  private let names: [String]
  private let areAllKnown: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var isFilled = true

  init(_ parameters: [Parameter], areAllKnown: Bool) {
    self.areAllKnown = areAllKnown
    values = Dictionary(parameters.map { ($0.name, $0.value) }) { _, last in last }
    names = parameters.map(\.name)
  }

  mutating func substitute(_ value: OptionValue) -> OptionValue {
    switch value.content {
    case .text: return value.sourceText.map { substitute(in: $0) } ?? value
    case .list(let elements): return OptionValue(.list(elements.map { substitute($0) }), at: value.range)
    case .mapping(let entries):
      let substituted = entries.map { OptionValue.Entry($0.key, at: $0.keyRange, substitute($0.value)) }
      return OptionValue(.mapping(substituted), at: value.range)
    default: return value
    }
  }

  private mutating func substitute(in text: SourceText) -> OptionValue {
    let pieces = Template(text.text).pieces
    if pieces.count == 1, case .name(let name) = pieces[0].kind {
      let value = look(up: name, at: text.range(of: pieces[0].place))
      return OptionValue(value?.content ?? .null, at: text.range)
    }
    var result = ""
    var map = SourceMap()
    for piece in pieces {
      let place = text.range(of: piece.place)
      switch piece.kind {
      case .text(let kept):
        result += kept
        if kept.utf8.count == piece.place.count {
          map.append(text.map(of: piece.place))
        } else {
          map.append(kept.utf8.count, at: place)
        }
      case .name(let name):
        let value = look(up: name, at: place)?.description ?? ""
        result += value
        map.append(value.utf8.count, at: place)
      case .unclosed:
        report(.unclosed, at: place)
        return OptionValue(.null, at: text.range)
      }
    }
    return OptionValue(.text(result), at: text.range, map: map)
  }

  private mutating func look(up name: String, at place: SourceRange) -> OptionValue? {
    if let value = values[name] { return value }
    if areAllKnown || name.isEmpty { report(.undefined(name, known: names), at: place) }
    isFilled = false
    return nil
  }

  private mutating func report(_ problem: SubstitutionProblem, at place: SourceRange) {
    diagnostics.append(Diagnostic(problem, at: place))
    isFilled = false
  }
}
