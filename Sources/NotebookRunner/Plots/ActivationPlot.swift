import Engine
import NotebookResults
import Writing

/// Activations beside their derivatives, each computed by the engine.
struct ActivationPlot {
  /// The largest number of functions, each of which has a colour of its own.
  static let most = 6

  /// The inputs, at distances of 0.01, from the lowest to the highest.
  private static let inputs = (-400...400).map { Float($0) / 100 }
  /// The distance between the inputs in the table of numbers, in places of `inputs`.
  private static let tableStep = 100

  /// An activation with its outputs and derivatives at the inputs.
  private struct Curve {
    let name: String
    let outputs: [Double]
    let derivatives: [Double]
    /// The index of the input with the greatest slope up or down; of several, the one nearest to zero.
    let steepest: Int

    init(_ function: any Activation) {
      let values = function.values(at: ActivationPlot.inputs)
      name = function.name
      outputs = values.outputs.map(Double.init)
      derivatives = values.derivatives.map(Double.init)
      let slopes = derivatives.map(\.magnitude)
      let distances = ActivationPlot.inputs.map(\.magnitude)
      steepest =
        slopes.indices.max { (slopes[$0], distances[$1]) < (slopes[$1], distances[$0]) } ?? 0
    }

    /// The derivative at the input with the greatest slope, with three decimal digits at most.
    var greatestSlope: String { NumberFormat.plain((derivatives[steepest] * 1000).rounded() / 1000) }
  }

  private let curves: [Curve]

  /// - Parameter functions: elementwise activations.
  init(_ functions: [any Activation]) { curves = functions.map(Curve.init) }

  var charts: [XYChart] {
    [
      chart(.activation, "f(x)", \.outputs, curves.map { .verbatim($0.name) }, marks: []),
      chart(
        .derivative, "f′(x)", \.derivatives,
        curves.map { .phrase(.greatestSlope, [$0.name, $0.greatestSlope]) },
        marks: [
          .init(
            nil, .rings,
            curves.map { .init(Double(Self.inputs[$0.steepest]), $0.derivatives[$0.steepest]) })
        ]),
    ]
  }

  private func chart(
    _ title: Label, _ y: String, _ values: KeyPath<Curve, [Double]>, _ names: [Words], marks: [XYChart.Series]
  ) -> XYChart {
    let all = curves.flatMap { $0[keyPath: values] }
    let tolerance = ((all.max() ?? 1) - (all.min() ?? 0)) / 500
    return XYChart(
      title: .label(title), x: .init(.verbatim("x"), .plain), y: .init(.verbatim(y), .plain),
      series: zip(names, curves).map { name, curve in
        .init(
          name, .line,
          CurveThinning.simplified(
            zip(Self.inputs, curve[keyPath: values]).map { .init(Double($0), $1) }, within: tolerance))
      } + marks,
      reading: marks.isEmpty ? .verbatim("") : reading, numbers: table(values))
  }

  private var reading: Words {
    .joined([
      .label(.greatestSlopes), .list(curves.map { .verbatim("\($0.name) \($0.greatestSlope)") }),
    ])
  }

  private func table(_ values: KeyPath<Curve, [Double]>) -> Table {
    Table(
      columns: [.init(.verbatim("x"), .number)] + curves.map { .init(.verbatim($0.name), .number) },
      rows: stride(from: 0, to: Self.inputs.count, by: Self.tableStep).map { index in
        [.integer(Int(Self.inputs[index]))]
          + curves.map { .number($0[keyPath: values][index], digits: 4) }
      })
  }
}
