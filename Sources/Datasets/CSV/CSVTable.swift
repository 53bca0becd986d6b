import Engine
import Foundation

/// A CSV file as samples: one column is the label or target, all others are features.
struct CSVTable {
  enum Answer: Sendable, Hashable {
    /// A column of class names.
    case label(String)
    /// A column of numbers.
    case target(String)

    var column: String {
      switch self {
      case .label(let column), .target(let column): column
      }
    }
  }

  let samples: LabeledSamples
  let columns: ColumnNames
  let concerns: [DataConcern]
  var width: Int { columns.features.count }

  private static let rowsBetweenReports = 1000
  /// The largest number of classes, the same as in IDX files.
  static let classLimit = 65_536

  /// - Parameter progress: called now and then with the number of bytes that were read.
  init(
    _ rows: CSVRows, path: String, answer: Answer, progress: (Int) -> Void = { _ in }
  ) throws(DatasetProblem) {
    var rows = rows
    let answerColumn = try rows.index(of: answer.column)
    let names = rows.names
    if names.count < 2 { throw .noFeatures(rows.place(ofColumn: 0), column: names[0]) }

    var features: [Float] = []
    var labels = LabelList()
    var numbers: [Float] = []
    while let fields = try rows.next() {
      for (column, field) in fields.enumerated() where column != answerColumn {
        features.append(try rows.number(in: field, of: column))
      }
      let field = fields[answerColumn]
      switch answer {
      case .target: numbers.append(try rows.number(in: field, of: answerColumn))
      case .label(let name):
        if rows.isBlank(field) { throw .emptyLabel(rows.place(of: field), column: name) }
        guard labels.append(rows.text(of: field), limit: Self.classLimit) else {
          throw .tooManyClasses(rows.place(of: field), column: name, limit: Self.classLimit)
        }
      }
      if max(labels.count, numbers.count) % Self.rowsBetweenReports == 0 { progress(rows.end) }
    }
    let count = max(labels.count, numbers.count)
    if count == 0 { throw .noRows(path, hasHeader: rows.hasHeader) }

    columns = ColumnNames(
      features: names.indices.filter { $0 != answerColumn }.map { names[$0] }, target: names[answerColumn])
    let targets: Targets =
      switch answer {
      case .label: labels.targets
      case .target: .numbers(numbers, width: 1)
      }
    var concerns = [rows.roundedInteger].compactMap(\.self)
    concerns += Self.indexColumns(rows, answer: answerColumn, features: features, of: columns, in: path)
    if let column = targets.answerColumn(among: features, width: columns.features.count) {
      concerns.append(
        .answerColumn(
          file: path, column: columns.features[column], answer: columns.target, isClass: numbers.isEmpty))
    }
    if case .classes(_, let names) = targets { concerns += DataConcern.similarClasses(among: names) }
    self.concerns = concerns
    samples = LabeledSamples(
      samples: Samples(shape: [columns.features.count], count: count, storage: .floats(features)),
      targets: targets)
  }
}
