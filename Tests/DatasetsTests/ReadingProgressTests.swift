import Datasets
import Foundation
import Synchronization
import Testing

@Suite struct ReadingProgressTests {
  private final class Reports: Sendable {
    private let all = Mutex([DatasetProgress]())

    func add(_ progress: DatasetProgress) { all.withLock { $0.append(progress) } }

    /// The files, and how many bytes of how many.
    var readings: [(file: String, done: Int, total: Int)] {
      all.withLock { all in
        all.compactMap {
          if case .reading(let file, let done, let total) = $0 { (file, done, total) } else { nil }
        }
      }
    }
  }

  @Test("Of a table it is told how many bytes are read, when it is described as when it is loaded.")
  func table() async throws {
    let folder = try TestFolder()
    let text = "x,y,kind\n" + (0..<5000).map { "\($0),1,a\n" }.joined()
    try folder.write(Array(text.utf8), to: "rows.csv")
    let (loading, describing) = (Reports(), Reports())
    var locations = folder.locations
    let table = try dataset("csv", ["path": "rows.csv", "label": "kind"]).dataset
    _ = try await table.load(from: locations, seed: 0) { loading.add($0) }
    locations.progress = { describing.add($0) }
    _ = try table.describe(in: locations)
    for readings in [loading.readings, describing.readings] {
      #expect(readings.count == 6 && readings.allSatisfy { $0.file == "rows.csv" })
      #expect(readings.dropFirst().allSatisfy { $0.total == text.utf8.count })
      #expect(zip(readings, readings.dropFirst()).allSatisfy { $0.done < $1.done })
      #expect(readings.last.map { $0.total - $0.done <= 1 } == true)
    }
  }

  @Test("Of a packed file it is told how many bytes are unpacked, piece by piece.")
  func packed() async throws {
    let folder = try TestFolder()
    let count = 3 * 700 * 700
    try folder.write(gzip(idx([3, 700, 700], [UInt8](repeating: 7, count: count))), to: "images.gz")
    try folder.write(idx([3], [0, 1, 2]), to: "labels")
    let reports = Reports()
    _ = try await dataset("idx", ["images": "images.gz", "labels": "labels"]).dataset.load(
      from: folder.locations, seed: 0
    ) { reports.add($0) }
    #expect(reports.readings.map(\.file) == ["images.gz", "images.gz", "images.gz"])
    #expect(reports.readings.map(\.done) == [0, 1 << 20, count])
    #expect(reports.readings.dropFirst().allSatisfy { $0.total == count })
  }
}
