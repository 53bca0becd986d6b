import Foundation
import FuzzHarness
import Testing

/// What the fuzzer starts from, and what once stopped the program.
@Suite(.serialized) struct FuzzInputTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fuzz")

  private func inputs(_ kind: String, of target: FuzzTarget) throws -> [[UInt8]] {
    let folder = Self.folder.appendingPathComponent("\(kind)/\(target.rawValue)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .map { Array(try Data(contentsOf: $0)) }
  }

  @Test("Each target has seeds, one of which at least is sound to its end.", arguments: FuzzTarget.allCases)
  func seeds(target: FuzzTarget) throws {
    let seeds = try inputs("corpus", of: target) + target.seeds
    #expect(seeds.contains { target.consume($0) })
  }

  @Test(
    "What once stopped the program is read in a moment.", .timeLimit(.minutes(5)),
    arguments: FuzzTarget.allCases)
  func regressions(target: FuzzTarget) throws {
    for input in try inputs("regressions", of: target) { target.consume(input) }
  }
}
