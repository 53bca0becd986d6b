import Datasets
import Diagnostics
import Foundation
import NotebookResults
import NotebookRunner
import NotebookSyntax
import Options

/// A notebook in a folder of its own, beside a small data file, for tests that plan or run it.
struct TestNotebook {
  let folder: URL
  let source: SourceFile
  /// Where the markers 1️⃣, 2️⃣ … stood in the text.
  let markers: [Character: Int]
  var directives = Directives.catalogue
  var reads: @Sendable ([URL]) -> Void = { _ in }

  init(_ text: String, data: [String: Data] = Self.tables) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("tunebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, content) in data {
      try content.write(to: folder.appendingPathComponent(name))
    }
    var plain = ""
    var markers: [Character: Int] = [:]
    for character in text {
      if "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣".contains(character) {
        markers[character] = plain.utf8.count
      } else {
        plain.append(character)
      }
    }
    self.markers = markers
    source = SourceFile(path: "test.md", text: plain)
  }

  static let storeKey = StoreKey(secret: Data(repeating: 7, count: 32)) ?? fallbackKey()
  private static func fallbackKey() -> StoreKey { preconditionFailure("32 bytes are a key") }

  var locations: DatasetLocations {
    var locations = DatasetLocations(
      notebookFolder: folder, dataFolder: nil,
      environment: ["TUNEBOOK_OFFLINE": "1", "HOME": folder.path, "XDG_CACHE_HOME": folder.path])
    locations.reads = reads
    return locations
  }

  func plan(
    settings: [(name: String, value: String)] = [], limits: Limits = .standard
  ) throws -> (plan: Plan?, diagnostics: [Diagnostic]) {
    let (document, findings) = NotebookParser.parse(source)
    let (parameters, problems) = NotebookParameters.resolve(document.frontMatter, settings: settings)
    if let problem = problems.first { throw TestFailure(problem.message) }
    let (plan, planned, _) = Planner.plan(
      document, parameters: parameters, locations: locations, limits: limits, directives: directives)
    return (findings.hasErrors ? nil : plan, (findings + planned).sortedByPlace)
  }

  func run(
    jobs: Int = 1, settings: [(name: String, value: String)] = [], store: ResultStore = ResultStore(nil),
    limits: Limits = .standard, listener: @escaping @Sendable (RunEvent) -> Void = { _ in },
    timeIsOver: (@Sendable () -> Bool)? = nil
  ) async throws -> NotebookOutcome {
    let (plan, diagnostics) = try plan(settings: settings, limits: limits)
    guard let plan else {
      throw TestFailure(DiagnosticText(source: source).render(diagnostics))
    }
    return try await NotebookRun(
      plan, locations: locations, store: store, jobs: jobs, limits: limits, timeIsOver: timeIsOver,
      listener: listener
    ).outcome()
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  static let tables = [
    "flowers.csv": Data(Self.flowers.utf8),
    "waves.csv": Data(Self.waves.utf8),
    "numbers.csv": Data("length,width,kind\n1,2,3\n2,3,4\n3,4,5\n4,5,6\n".utf8),
  ]

  /// Ten blank images of 28 × 28, ten for tests with a dot in the first, and their labels, 0 to 9, as IDX files.
  static let blankDigits: [String: Data] = [
    "images.idx": Data([0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 28, 0, 0, 0, 28]) + Data(count: 10 * 28 * 28),
    "test-images.idx": Data([0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 28, 0, 0, 0, 28, 1])
      + Data(count: 10 * 28 * 28 - 1),
    "labels.idx": Data([0, 0, 8, 1, 0, 0, 0, 10] + (0...9).map(UInt8.init)),
  ]

  /// Forty heights of a wave with a period of eight hours.
  static let waves: String = {
    let heights = [0, 0.7, 1, 0.7, 0, -0.7, -1, -0.7]
    return "hour,height\n" + (0..<40).map { "h\($0),\(heights[$0 % 8])\n" }.joined()
  }()

  /// Three kinds of flowers, told apart by two lengths.
  static let flowers: String = {
    var rows = ["length,width,kind"]
    for index in 0..<60 {
      let kind = index % 3
      let length = Double(kind) * 2 + Double(index % 7) * 0.1
      let width = 3 - Double(kind) + Double(index % 5) * 0.1
      rows.append("\(length),\(width),\(["aster", "bellis", "crocus"][kind])")
    }
    return rows.joined(separator: "\n") + "\n"
  }()

  /// The cells that load the flowers and describe a network for them.
  static let flowerCells = """
    ```{load} flowers
    dataset: {csv: {path: flowers.csv, label: kind}}
    test_split: 0.25
    ```

    ```{model} small
    layers:
      - dense: {units: 8, activation: tanh}
      - dense: {units: 3, activation: softmax}
    ```

    ```{fit} quick
    model: small
    data: flowers
    optimizer: {sgd: {learning_rate: 0.1}}
    metrics: [accuracy]
    validation_data: flowers
    epochs: 3
    batch_size: 8
    ```

    """
}

extension StoreFolder {
  init(in folder: URL, limit: Int = standardLimit) {
    self.init(in: folder, key: TestNotebook.storeKey, limit: limit)
  }
}

struct TestFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
