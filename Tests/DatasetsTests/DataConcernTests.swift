import Datasets
import Foundation
import Options
import Testing

@Suite struct DataConcernTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func concerns(_ table: String, answer: String = "label", header: Bool = true) throws
    -> [DataConcern]
  {
    try folder.write(Array(table.utf8), to: "t.csv")
    let column = OptionValue(.text(header ? "c" : "2"))
    return try describe(
      "csv",
      [
        "path": "t.csv", "header": OptionValue(.flag(header)), answer == "label" ? "label" : "target": column,
      ],
      in: folder.locations
    ).concerns
  }

  private func rounded(_ text: String) throws -> String? {
    for case .roundedInteger(let integer, let place) in try concerns("x,c\n1,a\n\(text),b\n") {
      #expect(place == "t.csv:3:1: column \"x\"")
      #expect(integer.written == text)
      return integer.kept
    }
    return nil
  }

  @Test("Integers beyond 2²⁴ that become others are noticed, with the number that takes their place.")
  func roundedIntegers() throws {
    #expect(try rounded("20230000001") == "20230000640")
    #expect(try rounded("-16777217") == "-16777216")
    #expect(try rounded("16777217.00") == "16777216")
    #expect(try rounded("123456789012345678901234567890") != nil)
    for exact in ["16777216", "0016777218", "16777216.5", "16777217.5", "1e30", "+4294967296", "0.1"] {
      #expect(try rounded(exact) == nil, "\(exact)")
    }
  }

  @Test("Integers and numbers of 64 bits in IDX files are held to the same.")
  func roundedInIDX() throws {
    try folder.write(idx([2], [0, 1]), to: "labels")
    try folder.write(idx([2, 1, 1], [0, 0, 0, 7, 1, 0, 0, 1], type: 0x0C), to: "images")
    let found = try describe("idx", ["images": "images", "labels": "labels"], in: folder.locations).concerns
    guard case .roundedInteger(let integer, "images")? = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(found.count == 1 && integer.written == "16777217" && integer.kept == "16777216")
  }

  @Test("A column without a name is noticed, also as pandas calls it.")
  func unnamedColumns() throws {
    #expect(
      try concerns(",a,c\n7,1,x\n3,2,y\n") == [
        .unnamedColumn(CSVPlace("t.csv", line: 1, column: 1), number: 1)
      ])
    #expect(
      try concerns("a,Unnamed: 0,c\n7,1,x\n3,2,y\n")
        == [.unnamedColumn(CSVPlace("t.csv", line: 1, column: 3), number: 2)])
    #expect(try concerns("7,x\n3,y\n", header: false).isEmpty)
  }

  /// A table of twelve rows: a column given by its row, one that tells nothing, and the answer.
  private func table(_ column: (Int) -> Int, _ answer: (Int) -> String) -> String {
    "n,a,c\n" + (0..<12).map { "\(column($0)),\($0 * 5 % 7),\(answer($0))\n" }.joined()
  }

  @Test("A column that counts the rows is noticed, unless it is all there is to learn from.")
  func countingColumns() throws {
    func kind(_ row: Int) -> String { row % 3 == 0 ? "x" : "y" }
    for first in [0, 1] {
      #expect(
        try concerns(table({ $0 + first }, kind))
          == [.countingColumn(file: "t.csv", column: "n", first: first)])
    }
    #expect(try concerns(table({ $0 * 2 }, kind)).isEmpty)
    #expect(try concerns("n,c\n" + (0..<12).map { "\($0),\(kind($0))\n" }.joined()).isEmpty)
  }

  @Test("A column that is the answer under another name is noticed.")
  func answerColumns() throws {
    let kinds = ["x", "y", "z"]
    #expect(
      try concerns(table({ $0 % 3 + 5 }, { kinds[$0 % 3] }))
        == [.answerColumn(file: "t.csv", column: "n", answer: "c", isClass: true)])
    #expect(try concerns(table({ $0 % 2 }, { kinds[$0 % 3] })).isEmpty)
    #expect(try concerns(table({ $0 == 7 ? 9 : $0 % 3 }, { kinds[$0 % 3] })).isEmpty)
    #expect(
      try concerns(table({ $0 % 4 + 1 }, { "\($0 % 4 + 1)" }), answer: "target")
        == [.answerColumn(file: "t.csv", column: "n", answer: "c", isClass: false)])
    #expect(try concerns(table({ $0 % 4 + 2 }, { "\($0 % 4 + 1)" }), answer: "target").isEmpty)
    #expect(try concerns(table({ _ in 1 }, { _ in "1" }), answer: "target").isEmpty)
  }

  @Test(
    "Two spellings of one class are noticed; letters of either case are classes of their own.",
    arguments: [("Iris", "iris"), ("a b", "\"a  b\""), ("a", "\" a\""), ("1", "1.0")])
  func similarClasses(_ one: String, _ other: String) throws {
    #expect(try concerns("a,c\n5,\(one)\n2,\(other)\n3,\(one)\n").count == 1)
    #expect(try concerns("a,c\n5,a\n2,A\n3,b\n").isEmpty)
  }

  @Test("Test samples that are the training samples are noticed by their content.")
  func testIsTraining() throws {
    try folder.write(idx([2], [0, 1]), to: "labels")
    try folder.write(idx([2, 1, 1], [3, 4]), to: "images")
    try folder.write(idx([2, 1, 1], [3, 4]), to: "same")
    try folder.write(idx([2, 1, 1], [3, 5]), to: "others")
    func found(_ test: String) throws -> [DataConcern] {
      try describe(
        "idx",
        [
          "images": "images", "labels": "labels", "test_images": OptionValue(.text(test)),
          "test_labels": "labels",
        ],
        in: folder.locations
      ).concerns
    }
    #expect(try found("same") == [.testIsTraining("same", training: "images")])
    #expect(try found("others").isEmpty)
  }

  @Test("Class names that are repeated or empty are refused.")
  func classNames() throws {
    func codes(_ names: [String]) throws -> [String] {
      let names = names.map { OptionValue(.text($0)) }
      let options: KeyValuePairs<String, OptionValue> = [
        "images": "images", "labels": "labels", "class_names": OptionValue(.list(names)),
      ]
      return try dataset("idx", options).diagnostics.map(\.code)
    }
    #expect(try codes(["a", "a"]) == ["TB-O-110"])
    #expect(try codes(["a", " "]) == ["TB-D-120"])
    #expect(try codes(["a", "b"]).isEmpty)
  }
}
