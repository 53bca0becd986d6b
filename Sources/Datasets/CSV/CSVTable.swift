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

  /// Returns the largest number of bytes of memory that reading a file takes.
  static func memory(toRead data: Data, delimiter: UInt8) -> Double {
    let ends: Set<UInt8> = [delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    let fields = data.withUnsafeBytes { bytes in
      let isEnd = (UInt8.min...UInt8.max).map(ends.contains)
      return bytes.count { isEnd[Int($0)] } + 1
    }
    // The bytes of the file, as an array and as a string during validation; each field as a number, twice while the
    // array grows, and as a class.
    return 3 * Double(data.count) + 16 * Double(fields)
  }

  /// - Parameters:
  ///   - weight: the column with the weights of the samples.
  ///   - progress: called now and then with the number of bytes that were read.
  init(
    _ bytes: [UInt8], path: String, answer: Answer, weight: String? = nil, hasHeader: Bool, delimiter: UInt8,
    progress: (Int) -> Void = { _ in }
  ) throws(DatasetProblem) {
    var reader = try CSVReader(bytes, delimiter: delimiter, path: path)
    guard let first = try reader.next() else { throw .noRows(path, hasHeader: false) }
    let names = hasHeader ? first.map(reader.text) : (1...first.count).map(String.init)
    func place(of column: Int) -> CSVPlace { reader.place(of: first[column].start) }
    let answerColumn = try Self.find(answer.column, among: names, hasHeader: hasHeader, at: place)
    let weightColumn: Int? =
      if let weight { try Self.find(weight, among: names, hasHeader: hasHeader, at: place) } else { nil }
    if let weight, weightColumn == answerColumn {
      throw .weightIsAnswer(place(of: answerColumn), column: weight)
    }
    let featureColumns = names.indices.filter { $0 != answerColumn && $0 != weightColumn }
    if featureColumns.isEmpty { throw .noFeatures(reader.place(of: first[0].start), column: names[0]) }

    var features: [Float] = []
    var labels = LabelList()
    var numbers: [Float] = []
    var weights: [Float] = []
    var rounded: DataConcern?
    var row = hasHeader ? try reader.next() : first
    while let fields = row {
      try Self.requireWidth(names.count, fields, reader)
      for (column, field) in fields.enumerated() where column != answerColumn && column != weightColumn {
        features.append(try Self.number(in: field, names[column], reader, &rounded))
      }
      if let weightColumn {
        weights.append(try Self.weight(in: fields[weightColumn], names[weightColumn], reader))
      }
      let field = fields[answerColumn]
      switch answer {
      case .target(let name): numbers.append(try Self.number(in: field, name, reader, &rounded))
      case .label(let name):
        if reader.isBlank(field) { throw .emptyLabel(reader.place(of: field.start), column: name) }
        guard labels.append(reader.text(of: field), limit: Self.classLimit) else {
          throw .tooManyClasses(reader.place(of: field.start), column: name, limit: Self.classLimit)
        }
      }
      if max(labels.count, numbers.count) % Self.rowsBetweenReports == 0 { progress(reader.end) }
      row = try reader.next()
    }
    let count = max(labels.count, numbers.count)
    if count == 0 { throw .noRows(path, hasHeader: hasHeader) }

    columns = ColumnNames(
      features: featureColumns.map { names[$0] }, target: names[answerColumn],
      weight: weightColumn.map { names[$0] })
    let targets: Targets =
      switch answer {
      case .label: labels.targets
      case .target: .numbers(numbers, width: 1)
      }
    var concerns = [rounded].compactMap(\.self)
    concerns += Self.indexColumns(
      header: hasHeader ? first.indices.map { (names[$0], reader.place(of: first[$0].start)) } : nil,
      besides: [answerColumn, weightColumn].compactMap(\.self), rows: features, of: columns, in: path)
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
    in field: CSVReader.Field, _ column: String, _ reader: CSVReader
  ) throws(DatasetProblem) -> Float {
    var rounded: DataConcern?
    let number = try number(in: field, column, reader, &rounded)
    guard number >= 0 else {
      throw .negativeWeight(reader.place(of: field.start), text: reader.text(of: field), column: column)
    }
    return number
  }

  private static func find(
    _ column: String, among names: [String], hasHeader: Bool, at place: (_ column: Int) -> CSVPlace
  ) throws(DatasetProblem) -> Int {
    guard hasHeader else {
      guard let number = Int(column), (1...names.count).contains(number) else {
        throw .columnOutOfRange(place(0), written: column, count: names.count)
      }
      return number - 1
    }
    let matches = names.indices.filter { names[$0] == column }
    guard let match = matches.first else { throw .missingColumn(place(0), name: column, known: names) }
    if matches.count > 1 { throw .repeatedColumn(place(matches[1]), name: column) }
    return match
  }

  private static func requireWidth(
    _ width: Int, _ fields: [CSVReader.Field], _ reader: CSVReader
  ) throws(DatasetProblem) {
    if fields.count == width { return }
    // The first field too many, or where the next one should have begun.
    let offset = fields.count > width ? fields[width].start : reader.end
    throw .raggedRow(reader.place(of: offset), expected: width, found: fields.count)
  }

  private static func number(
    in field: CSVReader.Field, _ column: String, _ reader: CSVReader, _ rounded: inout DataConcern?
  ) throws(DatasetProblem) -> Float {
    if let number = reader.number(in: field) {
      if abs(number) >= RoundedInteger.limit, rounded == nil,
        let integer = RoundedInteger(reader.text(of: field), kept: number)
      {
        rounded = .roundedInteger(
          integer, place: "\(reader.place(of: field.start)): column \"\(shortened(column))\"")
      }
      return number
    }
    let (place, text) = (reader.place(of: field.start), reader.text(of: field))
    let isTooLarge = text.contains(where: \.isNumber) && Double(text).map { abs($0) > 1e38 } ?? false
    throw isTooLarge
      ? .numberTooLarge(place, text: text, column: column)
      : .notANumber(place, text: text, column: column)
  }
}
