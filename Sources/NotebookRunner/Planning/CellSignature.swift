import Datasets
import Diagnostics
import Engine
import Options

/// The properties of a cell's result that are known before it is computed.
package struct CellSignature: Sendable {
  package enum Kind: Sendable {
    case data(DatasetDescription)
    case model(ModelSignature)
    case fit(FitSignature)
    indirect case sweep(SweepPlan)
    /// A range test with the network, the data and the options of a fit.
    case rangeTest(of: FitSignature)
    /// A result that is only read by name.
    case report
  }

  package let kind: Kind
  /// The type of the result, for expressions.
  package let type: ValueType
  /// The results that are values of quantities, the one that says most about the cell first.
  package let measured: [MeasuredResult]

  package init(_ kind: Kind, _ type: ValueType, measured: [MeasuredResult] = []) {
    self.kind = kind
    self.type = type
    self.measured = measured
  }
}

/// A model whose shapes are known to fit.
package struct ModelSignature: Sendable {
  package let model: Model
  /// The places of the model's layers in the source, in order.
  let layerPlaces: [SourceRange]
  /// The author's names of the things that vary: `hidden_layers`, `activation`.
  package let parameters: [Parameter]
}

/// A training that is known to be possible.
package struct FitSignature: Sendable {
  /// The fit itself, for cells that do a part of its work again.
  var directive: Fit
  /// The seeds with which it trains, once each.
  let seeds: [Int]
  /// The cell of the training data.
  package let dataReference: CellReference
  /// The training data as the fit sees it.
  package let data: DatasetDescription
  /// The targets, and the weights of the samples.
  let aim: FitAim
  /// The cell of the data whose validation or test samples are measured after each epoch.
  package let validationData: CellReference?
  /// The share of the training samples that is held out and measured after each epoch.
  package let validationSplit: Double?
  package let model: ModelSignature
  package let modelCell: String
  /// The quantities of the history in table order: the loss, the metrics, then those of validation.
  package let recorded: [RecordedQuantity]
  /// True if the learning rate may change, so that it is recorded beside the quantities.
  package let recordsRate: Bool
  package let metrics: [any Metric]
  package var optimizer: any Optimizer { directive.optimizer }
  package let batchSize: Int
  /// The requested number of epochs.
  package let epochs: Int
  /// The file to which it writes its weights.
  package let savedFile: String?
  /// The name of the fit above whose weights it starts from.
  package let startingFit: String?

  package var dataCell: String { dataReference.name }

  /// The values by chance, by the quantities of the metrics that have one; empty if the targets are no classes.
  var chances: [Quantity: Double] {
    guard case .classes(let count) = aim.targetForm(of: data) else { return [:] }
    return Dictionary(
      metrics.compactMap { metric in metric.chance(classes: count).map { (metric.quantity, $0) } }
    ) { first, _ in first }
  }

  /// The number of samples that are trained on; `nil` if it is not known.
  package var learnedCount: Int? {
    data.trainingCount.map { Self.learnedCount(of: $0, validationSplit: validationSplit) }
  }

  /// The approximate count of numbers that an epoch processes with one seed.
  var epochSize: Double { Double(model.model.parameterCount) * Double(data.trainingCount ?? 1) }

  /// Returns the number of samples that are trained on, given the number of training samples.
  static func learnedCount(of count: Int, validationSplit: Double?) -> Int {
    validationSplit.map { Int(Double(count) * (1 - $0)) } ?? count
  }
}
