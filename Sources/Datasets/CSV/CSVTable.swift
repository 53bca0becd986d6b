import Engine
import Foundation

/// A CSV file as samples: one column is the label or target, one may hold the weights of the samples, all others are
/// features.
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

  /// - Parameters:
  ///   - weight: the column with the weights of the samples.
  ///   - progress: called now and then with the number of bytes that were read.
  init(
    _ rows: CSVRows, path: String, answer: Answer, weight: String? = nil, progress: (Int) -> Void = { _ in }
  ) throws(DatasetProblem) {
    var rows = rows
    let answerColumn = try rows.index(of: answer.column)
    let weightColumn: Int? = if let weight { try rows.index(of: weight) } else { nil }
    if let weight, weightColumn == answerColumn {
      throw .weightIsAnswer(rows.place(ofColumn: answerColumn), column: weight)
    }
    let names = rows.names
    let featureColumns = names.indices.filter { $0 != answerColumn && $0 != weightColumn }
    if featureColumns.isEmpty { throw .noFeatures(rows.place(ofColumn: 0), column: names[0]) }

    var features: [Float] = []
    var labels = LabelList()
    var numbers: [Float] = []
    var weights: [Float] = []
    while let fields = try rows.next() {
      for (column, field) in fields.enumerated() where column != answerColumn && column != weightColumn {
        features.append(try rows.number(in: field, of: column))
      }
      if let weightColumn {
        weights.append(try Self.weight(in: fields[weightColumn], of: weightColumn, &rows))
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
      features: featureColumns.map { names[$0] }, target: names[answerColumn],
      weight: weightColumn.map { names[$0] })
    let targets: Targets =
      switch answer {
      case .label: labels.targets
      case .target: .numbers(numbers, width: 1)
      }
    var concerns = [rows.roundedInteger].compactMap(\.self)
    concerns += Self.indexColumns(
      rows, besides: [answerColumn, weightColumn].compactMap(\.self), features: features, of: columns,
      in: path)
    if let column = targets.answerColumn(among: features, width: columns.features.count) {
      concerns.append(
        .answerColumn(
          file: path, column: columns.features[column], answer: columns.target, isClass: numbers.isEmpty))
    }
    if case .classes(_, let names) = targets { concerns += DataConcern.similarClasses(among: names) }
    self.concerns = concerns
    samples = LabeledSamples(
      samples: Samples(shape: [columns.features.count], count: count, storage: .floats(features)),
      targets: targets, weights: weightColumn == nil ? nil : weights)
  }

  private static func weight(
    in field: CSVReader.Field, of column: Int, _ rows: inout CSVRows
  ) throws(DatasetProblem) -> Float {
    let number = try rows.number(in: field, of: column)
    guard number >= 0 else {
      throw .negativeWeight(rows.place(of: field), text: rows.text(of: field), column: rows.names[column])
    }
    return number
  }
}
