/// The rows of a CSV file, all of which have as many fields as there are columns.
struct CSVRows {
  /// The names of the columns, from the header, or else their numbers from 1.
  let names: [String]
  let hasHeader: Bool
  /// The first integer that was changed by rounding.
  private(set) var roundedInteger: DataConcern?
  private let path: String
  private var reader: CSVReader
  private let first: [CSVReader.Field]
  /// True if the first row holds no names and was not returned yet.
  private var isFirstAhead: Bool

  init(
    _ bytes: [UInt8], path: String, hasHeader: Bool, delimiter: UInt8
  ) throws(DatasetProblem) {
    var reader = try CSVReader(bytes, delimiter: delimiter, path: path)
    guard let first = try reader.next() else { throw .noRows(path, hasHeader: false) }
    names = hasHeader ? first.map(reader.text) : (1...first.count).map(String.init)
    self.hasHeader = hasHeader
    self.first = first
    isFirstAhead = !hasHeader
    self.reader = reader
    self.path = path
  }

  /// Returns the place of a column in the first row.
  func place(ofColumn index: Int) -> CSVPlace { place(of: first[index]) }

  /// The number of bytes that were read.
  var end: Int { reader.end }

  /// Returns the index of a column given by its name, or by its number from 1 without a header.
  func index(of column: String) throws(DatasetProblem) -> Int {
    guard hasHeader else {
      guard let number = Int(column), (1...names.count).contains(number) else {
        throw .columnOutOfRange(place(ofColumn: 0), written: column, count: names.count)
      }
      return number - 1
    }
    let matches = names.indices.filter { names[$0] == column }
    guard let match = matches.first else {
      throw .missingColumn(place(ofColumn: 0), name: column, known: names)
    }
    if matches.count > 1 { throw .repeatedColumn(place(ofColumn: matches[1]), name: column) }
    return match
  }

  /// Returns the fields of the next row; `nil` at the end.
  mutating func next() throws(DatasetProblem) -> [CSVReader.Field]? {
    if isFirstAhead {
      isFirstAhead = false
      return first
    }
    guard let fields = try reader.next() else { return nil }
    if fields.count != names.count {
      // The first field too many, or where the next one should have begun.
      let offset = fields.count > names.count ? fields[names.count].start : reader.end
      throw .raggedRow(reader.place(of: offset), expected: names.count, found: fields.count)
    }
    return fields
  }

  func text(of field: CSVReader.Field) -> String { reader.text(of: field) }

  func isBlank(_ field: CSVReader.Field) -> Bool { reader.isBlank(field) }

  func place(of field: CSVReader.Field) -> CSVPlace { reader.place(of: field.start) }

  /// Returns the number in a field, which must be a decimal one.
  mutating func number(
    in field: CSVReader.Field, of column: Int
  ) throws(DatasetProblem) -> Float {
    if let number = reader.number(in: field) {
      if abs(number) >= RoundedInteger.limit, roundedInteger == nil,
        let integer = RoundedInteger(text(of: field), kept: number)
      {
        roundedInteger = .roundedInteger(
          integer, place: "\(place(of: field)): column \"\(shortened(names[column]))\"")
      }
      return number
    }
    let text = text(of: field)
    let isTooLarge = text.contains(where: \.isNumber) && Double(text).map { abs($0) > 1e38 } ?? false
    throw isTooLarge
      ? .numberTooLarge(place(of: field), text: text, column: names[column])
      : .notANumber(place(of: field), text: text, column: names[column])
  }
}
