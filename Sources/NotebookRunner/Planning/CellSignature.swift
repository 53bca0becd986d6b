import Datasets
import Diagnostics
import Engine
import Options

/// What is known of a cell's result before it is computed.
package struct CellSignature: Sendable {
  package enum Kind: Sendable {
    case data(DatasetDescription)
    case model(ModelSignature)
    case fit(FitSignature)
    /// A result that is only read by name.
    case report
  }

  package let kind: Kind
  /// What expressions may read.
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
  /// The places where the model's layers are written, in their order.
  let layerPlaces: [SourceRange]
  /// What the author called the things that vary: `hidden_layers`, `activation`.
  package let parameters: [Parameter]
}

/// A training that is known to be possible.
package struct FitSignature: Sendable {
  /// The cell of the data that is learned.
  package let dataReference: CellReference
  package let data: DatasetDescription
  /// The cell of the data whose test samples are measured after each epoch.
  package let validationData: CellReference?
  /// The share of the training samples that is measured after each epoch and not learned.
  package let validationSplit: Double?
  package let model: ModelSignature
  package let modelCell: String
  /// The quantities of the history, in the order of the table: the loss, the metrics, then those of validation.
  package let recorded: [RecordedQuantity]
  package let optimizer: any Optimizer
  package let batchSize: Int
  /// The number of epochs that are asked for.
  package let epochs: Int
  /// The file that it writes its weights to.
  package let savedFile: String?
  /// The name of the fit above whose weights it starts from.
  package let startingFit: String?

  package var dataCell: String { dataReference.name }

  /// The number of samples that are learned; `nil` where it is not known.
  package var learnedCount: Int? {
    data.trainingCount.map { Self.learnedCount(of: $0, validationSplit: validationSplit) }
  }

  /// Returns the number of training samples that are learned, of some.
  static func learnedCount(of count: Int, validationSplit: Double?) -> Int {
    validationSplit.map { Int(Double(count) * (1 - $0)) } ?? count
  }
}
