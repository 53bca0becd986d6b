import Datasets
import Engine

/// The columns of a table by name, and its rows by class.
struct TableColumns {
  /// The rows of one class, or all rows if its name is `nil`.
  struct Group {
    let name: String?
    let rows: [Int]
  }

  /// The largest number of classes that colours and marks can tell apart.
  private static let mostClasses = 10

  let names: [String]
  let groups: [Group]
  private let samples: LabeledSamples

  /// - Returns: `nil` for data that is not a table.
  static func names(of description: DatasetDescription) -> [String]? {
    description.columns.map { $0.features + (description.classNames == nil ? [$0.target] : []) }
  }

  init(_ samples: LabeledSamples, _ columns: ColumnNames?) {
    self.samples = samples
    switch samples.targets {
    case .numbers, .inputs:
      names = (columns?.features ?? []) + [columns?.target].compactMap(\.self)
      groups = [Group(name: nil, rows: Array(0..<samples.count))]
    case .classes(let labels, let classes):
      names = columns?.features ?? []
      guard classes.count <= Self.mostClasses else {
        groups = [Group(name: nil, rows: Array(0..<samples.count))]
        return
      }
      groups = classes.enumerated().map { index, name in
        Group(name: name, rows: labels.indices.filter { labels[$0] == index })
      }
    }
  }

  func column(named name: String) -> PlottedColumn? {
    guard let index = names.firstIndex(of: name) else { return nil }
    if index < samples.samples.width {
      let values = (0..<samples.count).map { Double(samples.samples.row($0)[index]) }
      return PlottedColumn(name: name, values: values, isFeature: true)
    }
    guard case .numbers(let numbers, _) = samples.targets else { return nil }
    return PlottedColumn(name: name, values: numbers.map(Double.init), isFeature: false)
  }
}
