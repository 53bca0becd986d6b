import Diagnostics
import Engine
import Options

extension OptionKind where Value == [WrittenLayer] {
  /// A list of layers; `{repeat: 3, layers: [...]}` stands for its layers three times over.
  ///
  /// The canonical form has the repetitions written out, so that both ways of writing a model are equal.
  package static let layers = OptionKind(
    form: .list(.member(LayerList.catalogue.subject) { LayerList.catalogue.described }), placeholder: { [] }
  ) { value, name, findings in
    guard case .list(let elements) = value.content else {
      let form = OptionForm.list(.member(LayerList.catalogue.subject) { LayerList.catalogue.described })
      findings.add(OptionProblem.wrongType(name, expected: form, found: value), at: value.range)
      return nil
    }
    var layers: [WrittenLayer] = []
    var canonical: [OptionValue] = []
    var isComplete = true
    for element in elements {
      guard let reading = LayerList.read(element, name, &findings) else {
        isComplete = false
        continue
      }
      layers += reading.layers
      canonical += reading.canonical
      if layers.count > LayerList.limit {
        findings.add(LayerListProblem.tooManyLayers(limit: LayerList.limit), at: element.range)
        return nil
      }
    }
    return isComplete ? (layers, OptionValue(.list(canonical), at: value.range)) : nil
  }
}

/// A reader of lists of layers, in which some may be repeated.
enum LayerList {
  /// The option that repeats a list of layers.
  static let repetition = "repeat"
  static let limit = 1000
  static let catalogue = Layers.catalogue.besides([repetition])

  /// The options of a repetition.
  static var declarations: [OptionDeclaration] {
    OptionReader.describe(repetition) { _ = readRepetition(&$0) }
  }

  /// Returns the layers of one element of the list; `nil` after reporting why there are none.
  fileprivate static func read(
    _ element: OptionValue, _ name: String, _ findings: inout OptionFindings
  ) -> (layers: [WrittenLayer], canonical: [OptionValue])? {
    guard element[repetition] != nil else {
      let kind = OptionKind<any Layer>.member(of: catalogue)
      return kind.read(element, name, &findings).map {
        ([WrittenLayer(layer: $0.value, written: element)], [$0.canonical])
      }
    }
    var options = OptionReader(element, of: repetition)
    let (times, layers) = readRepetition(&options)
    options.finish()
    findings.merge(options.findings)
    guard !options.findings.diagnostics.hasErrors else { return nil }
    guard times * layers.count <= limit else {
      findings.add(LayerListProblem.tooManyLayers(limit: limit), at: element.range)
      return nil
    }
    let canonical: [OptionValue] =
      if case .list(let list) = options.canonical["layers"]?.content { list } else { [] }
    return (
      Array(repeatElement(layers, count: times).joined()),
      Array(repeatElement(canonical, count: times).joined())
    )
  }

  private static func readRepetition(
    _ options: inout OptionReader
  ) -> (times: Int, layers: [WrittenLayer]) {
    let times = options.read(repetition, .integer(.within(0...Double(limit))), help: "How many times.")
    return (times, options.read("layers", .layers, help: "The layers to repeat."))
  }
}
