import Datasets
import Engine
import Options
import Testing

@Suite struct SeriesTests {
  private let folder: TestFolder
  private let options: KeyValuePairs<String, OptionValue> = [
    "path": "t.csv", "column": "height", "window": 3, "horizon": 2,
  ]

  init() throws {
    folder = try TestFolder()
    let rows = (0..<10).map { "day \($0),\($0 * $0)\n" }
    try folder.write(Array(("day,height\n" + rows.joined()).utf8), to: "t.csv")
  }

  @Test("A window is values in a row, its target the value so many rows later, as Keras cuts a series.")
  func windows() async throws {
    let data = try await load("series", options, from: folder.locations).training
    #expect(data.samples.shape == [3, 1])
    #expect(data.count == 6)
    #expect(data.floats.prefix(6) == [0, 1, 4, 1, 4, 9])
    #expect(data.numbers == [16, 25, 36, 49, 64, 81])
    let description = try describe("series", options, in: folder.locations)
    #expect(description.sampleShape == [3, 1])
    #expect(description.trainingCount == 6)
    #expect(description.classNames == nil)
    #expect(!description.isSorted)
  }

  @Test("The test part is the end, whatever the seed, and the naive forecast is measured on it.")
  func split() async throws {
    let whole = try await load("series", options, from: folder.locations)
    for seed: UInt64 in [0, 1] {
      let parts = try DataPreparation(scale: 0.5, testSplit: 0.34, seed: seed).apply(to: whole)
      #expect(parts.training.numbers == [16, 25, 36, 49])
      #expect(try #require(parts.test).numbers == [64, 81])
      #expect(try #require(parts.test).floats == [8, 12.5, 18, 12.5, 18, 24.5])
      // 64 − 36 = 28 and 81 − 49 = 32, in the units of the file.
      let naive = try #require(parts.naiveForecast)
      #expect(naive.meanAbsoluteError == 30)
      #expect(abs(naive.rootMeanSquaredError - (904.0).squareRoot()) < 1e-12)
    }
  }

  @Test("A series too short for two windows is refused at the window.")
  func short() async throws {
    let long: KeyValuePairs<String, OptionValue> = [
      "path": "t.csv", "column": "height", "window": 8, "horizon": 2,
    ]
    let found = await problem { _ = try describe("series", long, in: folder.locations) }
    #expect(found == .tooFewValues("t.csv", count: 10, needed: 11))
  }

  @Test("A value that is no number is named with its place; other columns may hold anything.")
  func wrongValue() async throws {
    try folder.write(Array("day,height\nMonday,1\nTuesday,\n".utf8), to: "t.csv")
    let found = await problem { _ = try describe("series", options, in: folder.locations) }
    #expect(found == .notANumber(CSVPlace("t.csv", line: 3, column: 9), text: "", column: "height"))
  }

  @Test("Windows that would not fit in memory are refused before they are made.")
  func memory() async throws {
    var locations = folder.locations
    locations.limits.memory = 500
    let found = await problem { _ = try describe("series", options, in: locations) }
    guard case .needsMemory("t.csv", _, budget: 500) = found else {
      Issue.record("\(String(describing: found))")
      return
    }
  }
}
