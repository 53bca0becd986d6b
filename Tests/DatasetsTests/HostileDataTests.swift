import Datasets
import Foundation
import Testing

/// Files that are made to stop the program, or to take all memory or time.
@Suite(.timeLimit(.minutes(5))) struct HostileDataTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func problemOfTable(
    _ text: String, target: Bool = false, within limits: DataLimits = DataLimits()
  ) async throws -> DatasetProblem? {
    try folder.write(Array(text.utf8), to: "t.csv")
    var locations = folder.locations
    locations.limits = limits
    return await problem {
      _ = try describe("csv", ["path": "t.csv", target ? "target" : "label": "kind"], in: locations)
    }
  }

  private func problemOfImages(
    _ bytes: [UInt8], within limits: DataLimits = DataLimits()
  ) async throws -> DatasetProblem? {
    try folder.write(bytes, to: "images")
    try folder.write(idx([3], [1, 0, 2]), to: "labels")
    var locations = folder.locations
    locations.limits = limits
    return await problem {
      _ = try describe("idx", ["images": "images", "labels": "labels"], in: locations)
    }
  }

  private func place(_ line: Int, _ column: Int) -> CSVPlace { CSVPlace("t.csv", line: line, column: column) }

  @Test("An exponent at the end of the integers is a number like others.")
  func exponents() async throws {
    try folder.write(
      Array("x,kind\n1e-9223372036854775808,a\n-1.5e-9223372036854775807,b\n".utf8), to: "t.csv")
    let table = try await load("csv", ["path": "t.csv", "label": "kind"], from: folder.locations)
    #expect(table.training.floats == [0, 0])
    for text in ["1e9223372036854775807", "1.5e9223372036854775807", "1e-9223372036854775809x"] {
      #expect(try await problemOfTable("x,kind\n\(text),a\n") != nil)
    }
  }

  @Test("A row of very many fields is refused at the first that is too many.")
  func fields() async throws {
    let commas = String(repeating: ",", count: 200_000)
    #expect(try await problemOfTable(commas) == .tooManyFields(place(1, 65_537), limit: 65_536))
    // The places of columns are not looked up before one is needed.
    let names = (0..<30_000).map { "c\($0)" }.joined(separator: ",")
    #expect(
      try await problemOfTable(names + ",kind\n1\n") == .raggedRow(place(2, 2), expected: 30_001, found: 1))
  }

  @Test("A long field is refused at its place, in a message of few words.")
  func longField() async throws {
    let long = String(repeating: "x", count: 2_000_000)
    for (text, line, column) in [("x,\(long)\n1,2\n", 1, 3), ("x,kind\n1,\"\(long)\"\n", 2, 3)] {
      let problem = try #require(try await problemOfTable(text))
      #expect(problem == .fieldTooLong(place(line, column), limit: 4096))
    }
    let shorter = String(repeating: "x", count: 4000)
    let problem = try #require(try await problemOfTable("\(shorter),kind\n\(shorter),a\n"))
    #expect(problem.message.count < 300)
  }

  @Test("A column in which all rows differ makes no classes.")
  func classes() async throws {
    let rows = (0...65_536).map { "1,k\($0)" }.joined(separator: "\n")
    #expect(
      try await problemOfTable("x,kind\n" + rows)
        == .tooManyClasses(place(65_538, 3), column: "kind", limit: 65_536))
  }

  @Test("A file is refused by its size before it is read.")
  func size() async throws {
    let table = "x,kind\n" + String(repeating: "1,a\n", count: 1000)
    #expect(
      try await problemOfTable(table, within: DataLimits(fileBytes: 1000))
        == .fileTooLarge("t.csv", bytes: table.utf8.count, limit: 1000))
    let problem = try await problemOfTable(table, within: DataLimits(memory: 20_000))
    guard case .needsMemory("t.csv", let needed, 20_000) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(needed > 20_000 && needed < 60_000)
  }

  @Test("A header that promises more than memory may hold is refused before anything is unpacked.")
  func promises() async throws {
    let promise = idx([3, 20_000, 50_000], [])
    for bytes in [gzip(promise), gzip(promise + [UInt8](repeating: 0, count: 1000))] {
      let problem = try await problemOfImages(bytes, within: DataLimits(memory: 1_000_000_000))
      guard case .needsMemory("images", 3_000_000_000..., 1_000_000_000) = problem else {
        Issue.record("\(String(describing: problem))")
        return
      }
    }
    #expect(try await problemOfImages(gzip(promise), within: DataLimits()) != nil)
  }

  @Test("Unpacking stops soon after the size that the header promises.")
  func bomb() async throws {
    let zeros = gzip([UInt8](repeating: 0, count: 65_000))
    let bytes = gzip(idx([3, 2, 2], [UInt8](repeating: 0, count: 12))) + (0..<40).flatMap { _ in zeros }
    #expect(try await problemOfImages(bytes) == .trailingBytes("images", expected: 28, found: nil))
  }

  @Test("A pipe is refused without waiting for someone to write to it.")
  func pipe() async throws {
    #expect(mkfifo(folder.url.appendingPathComponent("t.csv").path, 0o600) == 0)
    #expect(
      await problem { _ = try describe("csv", ["path": "t.csv", "label": "kind"], in: folder.locations) }
        == .notAFile("t.csv"))
  }
}
