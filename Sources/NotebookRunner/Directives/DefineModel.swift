import Diagnostics
import Engine
import NotebookResults
import Options

/// The directive that describes a network.
package struct DefineModel: Directive {
  package static let name = "model"
  package var captionKind: CaptionKind? { views.first == .diagram ? .figure : .table }
  package var isQuick: Bool { true }
  package static let abstract = "Describes a network, layer by layer; a fit trains it."
  package static var example: NotebookExample {
    .cell(
      "{model} deep",
      """
      layers:
        - flatten
        - repeat: 2
          layers: [dense: {units: 30, activation: relu}]
        - dense: {units: 10, activation: softmax}
      what: diagram
      """) + .fit(of: "deep")
  }

  /// The most numbers that one sample may have.
  private static let largestSample = Double(1 << 26)

  /// A way of looking at a network.
  private enum View: String, CaseIterable {
    case summary, diagram
  }

  private let layers: [WrittenLayer]
  private let data: CellReference?
  private let inputShape: [Int]?
  private let views: [View]

  package init(_ options: inout OptionReader) {
    layers = options.read(
      "layers", .layers, help: "The layers from input to output; `repeat: n` with `layers:` repeats some.")
    data = options.readIfPresent(
      "data", .reference(to: Load.name), affects: .presentation,
      help: "The data whose samples it takes; by default, the nearest above.")
    inputShape = options.readIfPresent(
      "input_shape", .list(of: .integer(.within(1...65536))),
      help: "The shape of one sample, in place of the data's.")
    views = options.read(
      "what", .distinctList(of: .choice(of: View.self)), default: ["summary"], affects: .presentation,
      help: "Whether the network is shown as a table of its layers, as a diagram, or as both, in this order.")
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    let shape: [Int]
    if let inputShape {
      shape = inputShape
    } else if let data {
      guard let description = context.data(data) else { return nil }
      shape = description.sampleShape
    } else {
      switch context.nearestData {
      case .known(let description): shape = description.sampleShape
      case .broken: return nil
      case .absent:
        context.report(PlanProblem.noInputShape, at: "input_shape")
        return nil
      }
    }
    if shape.reduce(1, { $0 * Double($1) }) > Self.largestSample {
      context.report(PlanProblem.sampleTooLarge(limit: Int(Self.largestSample)), at: "input_shape")
      return nil
    }
    do {
      let signature = ModelSignature(
        model: try Model(inputShape: shape, layers: layers.map(\.layer)), layerPlaces: layers.map(\.place),
        parameters: context.parameters)
      return CellSignature(
        .model(signature),
        .record([
          .init("parameters", .number), .init("layers", .number),
          .init("output_shape", .list(.number, count: nil)),
        ]))
    } catch {
      if let layer = error.layer {
        context.report(error.problem, at: layers[layer].place(of: error.innerPath))
      } else {
        context.report(error.problem, at: "layers")
      }
      return nil
    }
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    if case .model(let signature) = facts.signature.kind {
      draft["input_shape"] = shapeText(signature.model.inputShape)
    }
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    guard case .model(let signature) = context.signature.kind else { return CellYield() }
    let model = signature.model
    return CellYield(
      product: .model(signature),
      value: .record([
        .init("parameters", .integer(model.parameterCount)), .init("layers", .integer(model.summary.count)),
        .init("output_shape", .list(model.outputShape.map(Value.integer))),
      ]),
      outputs: views.map { view in
        switch view {
        case .summary: .table(summary(of: model))
        case .diagram: .diagram(diagram(of: model))
        }
      })
  }

  private func diagram(of model: Model) -> ModelDiagram {
    ModelDiagram(
      inputShape: shapeText(model.inputShape),
      boxes: LayerGroup.groups(of: model.summary).map { group in
        ModelDiagram.Box(
          name: group.name, count: group.count, activation: group.layer.activation,
          outputShape: shapeText(group.layer.outputShape), parameters: group.parameters,
          share: group.parameterCount > 0
            ? Double(group.parameterCount) / Double(model.parameterCount) : nil)
      })
  }

  private func summary(of model: Model) -> Table {
    let rows: [[Table.Cell]] = LayerGroup.groups(of: model.summary).map { group in
      [
        .code(group.name), .words(.verbatim(group.layer.activation ?? "")),
        .code(shapeText(group.layer.outputShape)), .words(.verbatim(group.parameters)),
      ]
    }
    func footer(_ label: Label, _ count: Int) -> [Table.Cell] {
      [.words(.label(label)), .empty, .empty, .integer(count)]
    }
    var footers = [footer(.total, model.parameterCount)]
    if model.trainableCount < model.parameterCount {
      footers.append(footer(.trainedParameters, model.trainableCount))
      footers.append(footer(.fixedParameters, model.parameterCount - model.trainableCount))
    }
    return Table(
      columns: [
        .init(.label(.layer), .text), .init(.label(.activation), .text), .init(.label(.outputShape), .text),
        .init(.label(.parameters), .number),
      ], rows: rows + footers, footerRows: footers.count)
  }
}
