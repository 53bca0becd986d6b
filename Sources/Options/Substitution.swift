import Diagnostics

extension OptionValue {
  /// Replaces `${name}` by parameters, in values at any depth; keys stay as they are.
  ///
  /// A scalar that is wholly `${name}` becomes the parameter's value, type and all; within longer text the
  /// parameter's spelling is put in. `$${` stands for `${` itself. Ranges stay where the text was written.
  ///
  /// - Parameter source: the notebook, where a problem within quoted or folded text gets its exact place;
  ///   without it, the place of such a problem is the whole text.
  package func substituting(
    _ parameters: [Parameter], in source: SourceFile? = nil
  ) -> (value: OptionValue, diagnostics: [Diagnostic]) {
    var substituter = Substituter(parameters: parameters, source: source)
    let value = substituter.substitute(self)
    return (value, substituter.diagnostics)
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
  let values: [String: OptionValue]
  let names: [String]
  let source: SourceFile?
  var diagnostics: [Diagnostic] = []

  init(parameters: [Parameter], source: SourceFile?) {
    values = Dictionary(parameters.map { ($0.name, $0.value) }) { _, last in last }
    names = parameters.map(\.name)
    self.source = source
  }

  mutating func substitute(_ value: OptionValue) -> OptionValue {
    switch value.content {
    case .text(let text): return OptionValue(substitute(text, at: value.range), at: value.range)
    case .list(let elements): return OptionValue(.list(elements.map { substitute($0) }), at: value.range)
    case .mapping(let entries):
      let substituted = entries.map { OptionValue.Entry($0.key, at: $0.keyRange, substitute($0.value)) }
      return OptionValue(.mapping(substituted), at: value.range)
    default: return value
    }
  }

  private mutating func substitute(_ text: String, at range: SourceRange) -> OptionValue.Content {
    let template = Template(text)
    guard !template.isPlain else { return .text(text) }
    if case .name(let name, let place)? = template.only {
      return look(up: name, place, in: template, at: range)?.content ?? .null
    }
    var result = ""
    for piece in template.pieces {
      switch piece {
      case .text(let text): result += text
      case .name(let name, let place):
        result += look(up: name, place, in: template, at: range)?.description ?? ""
      case .unclosed(let place):
        let problem = SubstitutionProblem.unclosed
        diagnostics.append(Diagnostic(problem, at: template.range(of: place, in: range, of: source)))
        return .null
      }
    }
    return .text(result)
  }

  private mutating func look(
    up name: String, _ place: Template.Place, in template: Template, at range: SourceRange
  ) -> OptionValue? {
    if let value = values[name] { return value }
    let problem = SubstitutionProblem.undefined(name, known: names)
    diagnostics.append(Diagnostic(problem, at: template.range(of: place, in: range, of: source)))
    return nil
  }
}
