import Datasets
import Foundation
import Options
import Testing

@Suite struct CSVProblemTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func problemOf(
    _ bytes: [UInt8], _ options: KeyValuePairs<String, OptionValue> = ["path": "t.csv", "label": "kind"]
  ) async throws -> DatasetProblem? {
    try folder.write(bytes, to: "t.csv")
    return await problem { _ = try describe("csv", options, in: folder.locations) }
  }

  /// The problem of a text in which 1️⃣ marks the place that it should name.
  private func expect(
    _ marked: String, _ options: KeyValuePairs<String, OptionValue> = ["path": "t.csv", "label": "kind"],
    gives expected: (CSVPlace) -> DatasetProblem, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let parts = marked.components(separatedBy: "1️⃣")
    let lines = parts[0].components(separatedBy: "\n")
    let place = CSVPlace("t.csv", line: lines.count, column: (lines.last ?? "").count + 1)
    let found = try await problemOf(Array(parts.joined().utf8), options)
    #expect(found == expected(place), sourceLocation: sourceLocation)
  }

  @Test("A row with fewer or more fields than the first is ragged.")
  func ragged() async throws {
    try await expect("x,y,kind\n1,2,a\n1,a1️⃣\n") { .raggedRow($0, expected: 3, found: 2) }
    try await expect("x,y,kind\n1,2,a,1️⃣5\n") { .raggedRow($0, expected: 3, found: 4) }
  }

  @Test("What is not a finite decimal number is said with its place and column.")
  func numbers() async throws {
    try await expect("x,kind\n1,a\n1️⃣one,b\n") { .notANumber($0, text: "one", column: "x") }
    try await expect("kind,x\nü,1️⃣\n") { .notANumber($0, text: "", column: "x") }
    for text in ["nan", "inf", "0x10", "1,5", "1e", "--1", ".", "e5", "1 2"] {
      try await expect("kind,x\na,1️⃣\"\(text)\"\n") { .notANumber($0, text: text, column: "x") }
    }
    for text in ["1e39", "-1e300", "1e400"] {
      try await expect("kind,x\na,1️⃣\(text)\n") { .numberTooLarge($0, text: text, column: "x") }
    }
    try await expect("x,price\n1,1️⃣?\n", ["path": "t.csv", "target": "price"]) {
      .notANumber($0, text: "?", column: "price")
    }
  }

  @Test("A label may not be empty.")
  func labels() async throws {
    try await expect("x,kind\n1,1️⃣\n") { .emptyLabel($0, column: "kind") }
    try await expect("x,kind\n1,1️⃣\"  \"\n") { .emptyLabel($0, column: "kind") }
  }

  @Test("Quotes must close, and stand around whole fields.")
  func quotes() async throws {
    try await expect("x,kind\n1,1️⃣\"a\n2,b\n") { .unclosedQuote($0) }
    try await expect("x,kind\n1,a1️⃣\"b\n") { .strayQuote($0) }
    try await expect("x,kind\n1,\"a1️⃣\"b\n") { .strayQuote($0) }
  }

  @Test("A column that is not there gets a suggestion.")
  func columns() async throws {
    try await expect("1️⃣x,kinds\n1,a\n") { .missingColumn($0, name: "kind", known: ["x", "kinds"]) }
    let place = CSVPlace("t.csv", line: 1, column: 1)
    #expect(
      DatasetProblem.missingColumn(place, name: "kind", known: ["x", "kinds"]).message
        == #"t.csv:1:1: there is no column "kind"; did you mean "kinds"?"#)
    try await expect("kind,x,1️⃣kind\n1,2,a\n") { .repeatedColumn($0, name: "kind") }
    try await expect("1️⃣1,a\n", ["path": "t.csv", "label": 3, "header": false]) {
      .columnOutOfRange($0, written: "3", count: 2)
    }
    try await expect("1️⃣1,a\n", ["path": "t.csv", "label": "kind", "header": false]) {
      .columnOutOfRange($0, written: "kind", count: 2)
    }
    try await expect("1️⃣kind\na\n") { .noFeatures($0, column: "kind") }
  }

  @Test("Files without rows are told apart.")
  func rows() async throws {
    #expect(try await problemOf([]) == .emptyFile("t.csv"))
    #expect(try await problemOf(Array("\n\n".utf8)) == .noRows("t.csv", hasHeader: false))
    #expect(try await problemOf(Array("x,kind\n".utf8)) == .noRows("t.csv", hasHeader: true))
    #expect(
      await problem {
        _ = try describe("csv", ["path": "none.csv", "label": "kind"], in: folder.locations)
      } == .fileNotFound("none.csv", known: ["t.csv"]))
  }

  @Test("A file that is not UTF-8 is said with the place of the first wrong byte.")
  func encoding() async throws {
    #expect(
      try await problemOf(Array("x,kind\n1,caf".utf8) + [0xE9, 0x0A])
        == .notUTF8(CSVPlace("t.csv", line: 2, column: 6)))
    #expect(
      try await problemOf([0xFF, 0xFE, 0x78, 0x00]) == .notUTF8(CSVPlace("t.csv", line: 1, column: 1)))
    #expect(
      try await problemOf(Array("x,kind\n1,a".utf8) + [0xC3])
        == .notUTF8(CSVPlace("t.csv", line: 2, column: 4)))
  }

  @Test("A NUL byte is refused wherever it stands, and so is a file that is still packed.")
  func noText() async throws {
    for text in ["x,ki1️⃣\0nd\n1,a\n", "x,kind\n1,a1️⃣\0\n", "x,kind\n1,\"a1️⃣\0\"\n"] {
      try await expect(text) { .nulByte($0) }
    }
    #expect(try await problemOf([0x1F, 0x8B, 8, 0]) == .gzippedCSV("t.csv"))
  }

  @Test("Where the columns look like one, or like a row of data, the option that tells is named.")
  func hints() async throws {
    for (header, hint) in [
      ("x;y;kind", "set `delimiter: \";\"`"), ("x\ty\tkind", "set `delimiter: \"\\t\"`"),
      ("1.5,2,a", "set `header: false`"),
    ] {
      #expect(try await problemOf(Array("\(header)\n1,2,3\n".utf8))?.help?.contains(hint) == true)
    }
    #expect(try await problemOf(Array("x,kinds\n1,a\n".utf8))?.help == "columns: x, kinds")
  }

  @Test("Mistakes in the options are found when they are read.")
  func options() throws {
    #expect(try dataset("csv", ["path": "a"]).diagnostics.map(\.code) == ["TB-D-132"])
    #expect(
      try dataset("csv", ["path": "a", "label": "b", "target": "c"]).diagnostics.map(\.code) == ["TB-D-132"])
    for delimiter in ["", ",,", "\"", "\n", "→"] {
      let (_, diagnostics) = try dataset(
        "csv", ["path": "a", "label": "b", "delimiter": OptionValue(.text(delimiter))])
      #expect(diagnostics.map(\.code) == ["TB-D-133"])
    }
    #expect(try dataset("csv", ["label": "b"]).diagnostics.map(\.code) == ["TB-O-102"])
  }
}
