import Diagnostics
import Foundation
import NotebookRunner
import Synchronization
import Testing

/// What does not fit in memory is refused before anything is allocated.
@Suite struct MemoryBudgetTests {
  private static let digits = """
    ```{load} digits
    dataset: digits
    scale: 1/255
    ```

    ```{model} wide
    layers:
      - flatten
      - dense: {units: UNITS, activation: relu}
      - dense: {units: 10, activation: softmax}
    ```

    ```{fit} fast
    model: 2️⃣wide
    data: digits
    batch_size: 1️⃣BATCH
    optimizer: adam
    ```

    """

  private func limits(_ bytes: Int) -> Limits {
    var limits = Limits.standard
    limits.memory = bytes
    return limits
  }

  /// The one finding about memory, and the marker at which it stands.
  private func finding(
    units: Int, batch: Int, budget: Int
  ) throws -> (diagnostic: Diagnostic, marker: Character?)? {
    let notebook = try TestNotebook(
      Self.digits.replacingOccurrences(of: "UNITS", with: "\(units)")
        .replacingOccurrences(of: "BATCH", with: "\(batch)"))
    defer { notebook.remove() }
    let found = try notebook.plan(limits: limits(budget)).diagnostics.filter { $0.code == "TB-P-161" }
    #expect(found.count <= 1)
    return found.first.map { found in
      (found, notebook.markers.first { $0.value == found.range.start }?.key)
    }
  }

  @Test("A batch that is too large is refused at batch_size, with the figure and the budget.")
  func batch() throws {
    let (found, marker) = try #require(try finding(units: 65_536, batch: 60_000, budget: 12_000_000_000))
    #expect(marker == "1️⃣")
    #expect(
      found.message.hasPrefix("fast would take ") && found.message.hasSuffix("the budget is 12 GB"))
    #expect(
      found.message.contains("for batches of 60000 samples with 131876 numbers each in all layers"),
      "\(found.message)")
    #expect(
      found.help
        == "lower `batch_size`, give the layers fewer units, or allow more with --max-memory")
    #expect(try finding(units: 65_536, batch: 32, budget: 12_000_000_000) == nil)
  }

  @Test("Weights with the state of their optimizer are refused at the model.")
  func weights() throws {
    let (found, marker) = try #require(try finding(units: 65_536, batch: 32, budget: 1_000_000_000))
    #expect(marker == "2️⃣")
    #expect(found.message.contains("weights with their gradients, the state of adam and copies"))
  }

  @Test("Data that does not fit is refused where it is loaded.")
  func data() throws {
    let (found, _) = try #require(try finding(units: 10, batch: 32, budget: 100_000_000))
    #expect(found.message.hasPrefix("digits would take "))
  }

  @Test("Data of very many classes is not evaluated.")
  func classes() throws {
    let rows = (0..<1001).map { "1,k\($0)" }.joined(separator: "\n")
    let text = """
      ```{load} many
      dataset: {csv: {path: many.csv, label: kind}}
      ```

      ```{model} net
      layers: [{dense: {units: 1001, activation: softmax}}]
      ```

      ```{fit} fast
      model: net
      data: many
      ```

      ```{evaluate}
      fit: 1️⃣fast
      split: train
      ```
      """
    let notebook = try TestNotebook(text, data: ["many.csv": Data(("x,kind\n" + rows).utf8)])
    defer { notebook.remove() }
    let found = try #require(try notebook.plan().diagnostics.first { $0.code == "TB-R-114" })
    #expect(found.range.start == notebook.markers["1️⃣"])
    #expect(found.message.contains("1001 × 1001 cells"))
  }

  @Test("Cells that would not fit side by side are computed one after the other.")
  func jobs() async throws {
    let text =
      TestNotebook.flowerCells
      + "```{fit} other\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.02}}\n```\n\n"
      + "```{fit} third\nfrom: quick\noptimizer: {sgd: {learning_rate: 0.03}}\n```\n"
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    func mostAtOnce(_ budget: Int) async throws -> Int {
      let counts = Mutex((running: 0, most: 0))
      _ = try await notebook.run(jobs: 3, limits: limits(budget)) { event in
        counts.withLock { counts in
          switch event {
          case .started(let cell) where cell.directive == "fit": counts.running += 1
          case .finished(let cell, _) where cell.directive == "fit": counts.running -= 1
          default: break
          }
          counts.most = max(counts.most, counts.running)
        }
      }
      return counts.withLock(\.most)
    }
    var least = 1 << 10
    while try notebook.plan(limits: limits(least)).plan == nil { least += least / 16 }
    #expect(try await mostAtOnce(least) == 1)
    #expect(try await mostAtOnce(1 << 30) > 1)
  }

  @Test("The free memory is that of the machine, of the cgroup, or of a group around it.")
  func freeMemory() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tunebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ text: String, to path: String) throws {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let memory = FreeMemory(root: folder.path)
    #expect(memory.ofMachine == nil && memory.ofCgroup == nil)
    try write("MemTotal:  9000 kB\nMemAvailable:   5000 kB\n", to: "proc/meminfo")
    #expect(memory.ofMachine == 5_120_000)
    try write("0::/jobs/mine\n", to: "proc/self/cgroup")
    try write("max\n", to: "sys/fs/cgroup/jobs/mine/memory.max")
    try write("100\n", to: "sys/fs/cgroup/jobs/mine/memory.current")
    #expect(memory.ofCgroup == nil)
    try write("1000\n", to: "sys/fs/cgroup/jobs/memory.max")
    try write("700\n", to: "sys/fs/cgroup/jobs/memory.current")
    try write("active_file 5\ninactive_file 50\n", to: "sys/fs/cgroup/jobs/memory.stat")
    #expect(memory.ofCgroup == 350)
    try write("3:cpu,memory:/other\n", to: "proc/self/cgroup")
    try write("2000\n", to: "sys/fs/cgroup/memory/other/memory.limit_in_bytes")
    try write("500\n", to: "sys/fs/cgroup/memory/other/memory.usage_in_bytes")
    #expect(memory.ofCgroup == 1500)
  }
}
