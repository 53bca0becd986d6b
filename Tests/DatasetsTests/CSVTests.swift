import Datasets
import Engine
import Foundation
import Options
import Testing

@Suite struct CSVTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func table(
    _ text: String, _ options: KeyValuePairs<String, OptionValue> = ["path": "t.csv", "label": "kind"]
  ) async throws -> LabeledSamples {
    try folder.write(Array(text.utf8), to: "t.csv")
    return try await load("csv", options, from: folder.locations).training
  }

  @Test("One column is the label, all others are features in the file's order.")
  func columns() async throws {
    let data = try await table("width,kind,height\n1,b,2.5\n-3,a,4e1\n+.5,b,6.\n")
    #expect(data.samples.shape == [2])
    #expect(data.floats == [1, 2.5, -3, 40, 0.5, 6])
    #expect(data.classNames == ["a", "b"])
    #expect(data.labels == [1, 0, 1])
  }

  @Test("A description knows shape, classes and count.")
  func description() throws {
    try folder.write(Array("x,y,kind\n1,2,b\n3,4,a\n".utf8), to: "t.csv")
    let description = try describe("csv", ["path": "t.csv", "label": "kind"], in: folder.locations)
    #expect(description.sampleShape == [2])
    #expect(description.classNames == ["a", "b"])
    #expect(description.columns == ColumnNames(features: ["x", "y"], target: "kind"))
    #expect(description.trainingCount == 2)
    #expect(description.testCount == 0)
  }

  @Test("A target column holds numbers to predict.")
  func target() async throws {
    let data = try await table("x,price\n1,10\n2,20.5\n", ["path": "t.csv", "target": "price"])
    #expect(data.numbers == [10, 20.5])
    #expect(data.floats == [1, 2])
    let description = try describe("csv", ["path": "t.csv", "target": "price"], in: folder.locations)
    #expect(description.classNames == nil)
    #expect(description.targetWidth == 1)
  }

  @Test("Byte order marks, CRLF, CR, empty lines and a missing last line end change nothing.")
  func lineEnds() async throws {
    for text in [
      "\u{FEFF}x,kind\n1,a\n2,b\n", "x,kind\r\n1,a\r\n2,b\r\n", "x,kind\r1,a\r2,b",
      "x,kind\n\n1,a\n\n2,b\n\n\n",
    ] {
      let data = try await table(text)
      #expect(data.floats == [1, 2])
      #expect(data.labels == [0, 1])
    }
  }

  @Test("Quoted fields may hold delimiters, quotes and line ends; spaces around others do not count.")
  func quotes() async throws {
    let data = try await table("\"x\", kind\n\"1\",\"a, \"\"b\"\"\nc\"\n 2 , d \n")
    #expect(data.floats == [1, 2])
    #expect(data.classNames == ["a, \"b\"\nc", "d"])
  }

  @Test("Without a header columns have numbers, and another delimiter may be given.")
  func headerless() async throws {
    let options: KeyValuePairs<String, OptionValue> = [
      "path": "t.csv", "label": 3, "header": false, "delimiter": ";",
    ]
    let data = try await table("1;2;a\n3;4;b\n", options)
    #expect(data.floats == [1, 2, 3, 4])
    #expect(data.labels == [0, 1])
    let tabs = try await table(
      "1\t2\ta\n", ["path": "t.csv", "label": 3, "header": false, "delimiter": "\t"])
    #expect(tabs.floats == [1, 2])
  }

  @Test("Class names that are numbers are in the order of numbers.")
  func classOrder() async throws {
    let data = try await table("x,kind\n1,10\n2,9\n3,-1\n4,10\n")
    #expect(data.classNames == ["-1", "9", "10"])
    #expect(data.labels == [2, 1, 0, 2])
  }

  @Test(
    "Numbers are read as the nearest Float32.",
    arguments: [
      "0", "-0", "1", "3.4028234663852886e38", "1e-45", "1.17549435e-38", "0.1", "123456789.123456789",
      "00000000000000000000001", "0.00000000000000000000000000001", "9007199254740993", "1e22", "1e23",
      "16777217", "2.5E+3", "1e-400", "179769313486231570000e-19",
    ])
  func numbers(text: String) async throws {
    let data = try await table("x,kind\n\(text),a\n")
    let expected = Float(try #require(Double(text)))
    #expect(data.floats.map(\.bitPattern) == [expected.bitPattern])
  }

  @Test("The digest and the file's name are noted.")
  func provenance() async throws {
    try folder.write(Array("x,kind\n1,a\n".utf8), to: "t.csv")
    let data = try await load("csv", ["path": "t.csv", "label": "kind"], from: folder.locations)
    #expect(data.origin == .file)
    #expect(data.digests["t.csv"]?.count == 64)
  }
}
