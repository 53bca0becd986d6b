import Engine

/// A CSV file as samples: one column is the answer, all others are features.
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
  var width: Int { columns.features.count }

  private static let rowsBetweenReports = 1000

  /// - Parameter progress: told now and then how many bytes were read.
  init(
    _ bytes: [UInt8], path: String, answer: Answer, hasHeader: Bool, delimiter: UInt8,
    progress: (Int) -> Void = { _ in }
  ) throws(DatasetProblem) {
    var reader = try CSVReader(bytes, delimiter: delimiter, path: path)
    guard let first = try reader.next() else { throw .noRows(path, hasHeader: false) }
    let names = hasHeader ? first.map(reader.text) : (1...first.count).map(String.init)
    let answerColumn = try Self.find(
      answer.column, among: names, hasHeader: hasHeader, at: first.map { reader.place(of: $0.start) })
    if names.count < 2 { throw .noFeatures(reader.place(of: first[0].start), column: names[0]) }

    var features: [Float] = []
    var labels: [String] = []
    var numbers: [Float] = []
    var row = hasHeader ? try reader.next() : first
    while let fields = row {
      try Self.requireWidth(names.count, fields, reader)
      for (column, field) in fields.enumerated() where column != answerColumn {
        features.append(try Self.number(in: field, names[column], reader))
      }
      let field = fields[answerColumn]
      switch answer {
      case .target(let name): numbers.append(try Self.number(in: field, name, reader))
      case .label(let name):
        if field.range.isEmpty { throw .emptyLabel(reader.place(of: field.start), column: name) }
        labels.append(reader.text(of: field))
      }
      if max(labels.count, numbers.count) % Self.rowsBetweenReports == 0 { progress(reader.end) }
      row = try reader.next()
    }
    let count = max(labels.count, numbers.count)
    if count == 0 { throw .noRows(path, hasHeader: hasHeader) }

    columns = ColumnNames(
      features: names.indices.filter { $0 != answerColumn }.map { names[$0] }, target: names[answerColumn])
    let targets: Targets =
      switch answer {
      case .label: Self.classes(labels)
      case .target: .numbers(numbers, width: 1)
      }
    samples = LabeledSamples(
      samples: Samples(shape: [columns.features.count], count: count, storage: .floats(features)),
      targets: targets)
  }

  private static func find(
    _ column: String, among names: [String], hasHeader: Bool, at places: [CSVPlace]
  ) throws(DatasetProblem) -> Int {
    guard hasHeader else {
      guard let number = Int(column), (1...names.count).contains(number) else {
        throw .columnOutOfRange(places[0], written: column, count: names.count)
      }
      return number - 1
    }
    let matches = names.indices.filter { names[$0] == column }
    guard let match = matches.first else { throw .missingColumn(places[0], name: column, known: names) }
    if matches.count > 1 { throw .repeatedColumn(places[matches[1]], name: column) }
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
    in field: CSVReader.Field, _ column: String, _ reader: CSVReader
  ) throws(DatasetProblem) -> Float {
    if let number = reader.number(in: field) { return number }
    let (place, text) = (reader.place(of: field.start), reader.text(of: field))
    let isTooLarge = text.contains(where: \.isNumber) && Double(text).map { abs($0) > 1e38 } ?? false
    throw isTooLarge
      ? .numberTooLarge(place, text: text, column: column)
      : .notANumber(place, text: text, column: column)
  }

  /// Class names in order: by number where all are numbers, else by text.
  private static func classes(_ labels: [String]) -> Targets {
    let distinct = Array(Set(labels))
    let numbers = distinct.map { decimalNumber(Array($0.utf8)[...]) }
    let names: [String] =
      if numbers.contains(nil) {
        distinct.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      } else {
        zip(distinct, numbers).sorted { ($0.1 ?? 0, $0.0) < ($1.1 ?? 0, $1.0) }.map(\.0)
      }
    let indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
    return .classes(labels.map { indices[$0] ?? 0 }, names: names)
  }
}
