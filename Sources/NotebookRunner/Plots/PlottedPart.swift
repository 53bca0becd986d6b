import Datasets
import NotebookResults
import Writing

/// The part of a data set that a chart draws, and how its numbers differ from those of the file.
struct PlottedPart {
  let part: DataPart
  /// A Boolean value that indicates whether there is another part, so that a reader may wonder.
  let isOneOfSeveral: Bool
  /// The scaling of the features.
  let scaling: FeatureScaling

  init(_ part: DataPart, of data: LoadedDataset) {
    self.part = part
    isOneOfSeveral = data.validation != nil || data.test != nil
    scaling = data.scaling
  }

  /// Returns the title of a column's axis.
  func axisTitle(of column: PlottedColumn) -> Words {
    guard column.isFeature else { return .verbatim(column.name) }
    return switch scaling {
    case .none: .verbatim(column.name)
    case .factor: .phrase(.scaledColumn, [column.name])
    case .standard: .phrase(.standardizedColumn, [column.name])
    }
  }

  /// Returns the sentences that follow a chart's reading.
  func notes(on columns: [PlottedColumn]) -> [Words] {
    let ofScaling: Words? =
      switch scaling {
      case _ where !columns.contains(where: \.isFeature): nil
      case .none: nil
      case .factor(let factor): .phrase(.featuresScaled, [NumberFormat.significant(factor)])
      case .standard: .label(.featuresStandardized)
      }
    return [ofPart, ofScaling].compactMap(\.self)
  }

  private var ofPart: Words? {
    guard isOneOfSeveral else { return nil }
    return switch part {
    case .train: .label(.trainingSamplesShown)
    case .validation: .label(.validationSamplesShown)
    case .test: .label(.testSamplesShown)
    }
  }
}

/// A column of a table with its values in the part that is drawn.
struct PlottedColumn {
  let name: String
  let values: [Double]
  /// A Boolean value that indicates whether networks read it, unlike a target.
  let isFeature: Bool
}
