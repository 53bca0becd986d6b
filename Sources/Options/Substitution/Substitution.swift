import Diagnostics

extension OptionValue {
  /// Replaces `${name}` by parameters in values at any depth; keys remain unchanged.
  ///
  /// A scalar that is only `${name}` becomes the parameter's value, including its type; in longer text, the
  /// parameter's spelling is inserted. `$${` is a literal `${`. Ranges still refer to the text as written.
  /// - Parameter areAllKnown: true if there are no other parameters; if not, unknown names are no errors.
  package func substituting(_ parameters: [Parameter], areAllKnown: Bool = true) -> Substitution {
    var substituter = Substituter(parameters, areAllKnown: areAllKnown)
    let value = substituter.substitute(self)
    return Substitution(
      value: substituter.isFilled ? value : nil, uses: substituter.uses, diagnostics: substituter.diagnostics)
  }

  /// The names in all `${name}` of the value, for warnings about parameters that are never read.
  package var parametersRead: Set<String> {
    switch content {
    case .text(let text): Set(Template(text).names)
    case .list(let elements): elements.reduce(into: []) { $0.formUnion($1.parametersRead) }
    case .mapping(let entries): entries.reduce(into: []) { $0.formUnion($1.value.parametersRead) }
    default: []
    }
  }
}

/// The result of filling in the placeholders of a value.
package struct Substitution: Sendable {
  /// The new value, or `nil` if a placeholder could not be filled in.
  package let value: OptionValue?
  package let uses: [ParameterUse]
  package let diagnostics: [Diagnostic]
}

/// A scalar whose value comes from a parameter, entirely or in part.
package struct ParameterUse: Sendable {
  package let parameter: Parameter
  /// The place of the scalar as written.
  package let range: SourceRange
}

private struct Substituter {
  /// The maximum number of bytes in a text after its parameters are filled in.
  private static let longestText = 100_000

  private let parameters: [String: Parameter]
  private let names: [String]
  private(set) var uses: [ParameterUse] = []
  private let areAllKnown: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var isFilled = true

  init(_ parameters: [Parameter], areAllKnown: Bool) {
    self.areAllKnown = areAllKnown
    self.parameters = Dictionary(parameters.map { ($0.name, $0) }) { _, last in last }
    names = parameters.map(\.name)
  }

  mutating func substitute(_ value: OptionValue) -> OptionValue {
    switch value.content {
    case .text(let text):
      let template = Template(text)
      guard !template.isPlain, let text = value.sourceText else { return value }
      return substitute(template, in: text)
    case .list(let elements): return OptionValue(.list(elements.map { substitute($0) }), at: value.range)
    case .mapping(let entries):
      let substituted = entries.map { OptionValue.Entry($0.key, at: $0.keyRange, substitute($0.value)) }
      return OptionValue(.mapping(substituted), at: value.range)
    default: return value
    }
  }

  private mutating func substitute(_ template: Template, in text: SourceText) -> OptionValue {
    let pieces = template.pieces
    if pieces.count == 1, case .name(let name) = pieces[0].kind {
      let value = look(up: name, at: text.range(of: pieces[0].place), in: text)
      return value?.moved(to: text.range) ?? OptionValue(.null, at: text.range)
    }
    var result = ""
    var map = SourceMap()
    for piece in pieces {
      let place = text.range(of: piece.place)
      switch piece.kind {
      case .text(let kept):
        result += kept
        if piece.isVerbatim {
          map.append(text.map(of: piece.place))
        } else {
          map.append(kept.utf8.count, at: place)
        }
      case .name(let name):
        let value = look(up: name, at: place, in: text)?.spelling ?? ""
        result += value
        map.append(value.utf8.count, at: place)
        if result.utf8.count > Self.longestText {
          report(.tooLong(limit: Self.longestText), at: place)
          return OptionValue(.null, at: text.range)
        }
      case .unclosed:
        report(.unclosed, at: place)
        return OptionValue(.null, at: text.range)
      }
    }
    return OptionValue(.text(result), at: text.range, map: map)
  }

  private mutating func look(up name: String, at place: SourceRange, in text: SourceText) -> OptionValue? {
    if let parameter = parameters[name] {
      uses.append(ParameterUse(parameter: parameter, range: text.range))
      return parameter.value
    }
    if areAllKnown || name.isEmpty { report(.undefined(name, known: names), at: place) }
    isFilled = false
    return nil
  }

  private mutating func report(_ problem: SubstitutionProblem, at place: SourceRange) {
    diagnostics.append(Diagnostic(problem, at: place))
    isFilled = false
  }
}
