import Foundation
import Testing

@Suite struct StrictRunTests {
  /// What a run of the notebook or a check of it says, in text and in JSON.
  private struct Said {
    let status: Int32
    let errors: String
    let jsonStatus: Int32
    let json: String
    let jsonErrors: String

    init(_ arguments: [String], of notebook: String) throws {
      let folder = try CommandRun.folder(["book.md": notebook, "data.csv": CommandLineTests.csv])
      defer { try? FileManager.default.removeItem(at: folder) }
      let text = try CommandRun(arguments + ["book.md"], in: folder)
      let other = try CommandRun(arguments + ["book.md", "--format", "json"], in: folder)
      (status, errors) = (text.status, text.errors)
      (jsonStatus, json, jsonErrors) = (other.status, other.output, other.errors)
    }

    /// The codes of all findings.
    var codes: [String] {
      let objects = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
      return objects?.compactMap { $0["code"] as? String } ?? ["no JSON"]
    }
  }

  private static let chance =
    CommandLineTests.good.replacingOccurrences(
      of: "metrics: [accuracy]", with: "metrics: [accuracy]\nvalidation_data: data"
    ) + """
      ```{fit} twin
      from: run
      seed: 0
      ```

      ```{expect}
      - twin.val_accuracy >= run.val_accuracy
      ```

      """

  @Test(
    "A warning that only a run can give fails it where warnings are to fail: in text, counts, JSON and exit code."
  )
  func ofRun() throws {
    for (arguments, status) in [(["run"], Int32(0)), (["run", "--strict"], 1)] {
      let said = try Said(arguments, of: Self.chance)
      #expect(said.status == status && said.jsonStatus == status)
      #expect(said.errors.contains("book.md:25:3: warning: the two differ by 0.00\u{A0}pp"), "\(said.errors)")
      #expect(said.errors.contains("1 of 1 claims hold, 1 warning, "), "\(said.errors)")
      #expect(said.codes == ["TB-G-109"])
      #expect(!said.jsonErrors.contains("warning: ") && said.jsonErrors.contains(", 1 warning, "))
    }
    #expect(try Said(["check", "--strict"], of: Self.chance).codes.isEmpty)
  }

  @Test("What checking warns of is said by a run in the same text and JSON.")
  func ofCheck() throws {
    let fast = CommandLineTests.good.replacingOccurrences(
      of: "epochs: 2", with: "epochs: 2\noptimizer: {sgd: 9}")
    for (strict, statuses) in [([], [Int32(0), 0]), (["--strict"], [2, 2])] {
      let check = try Said(["check"] + strict, of: fast)
      let run = try Said(["run"] + strict, of: fast)
      #expect([check.status, run.status] == statuses && [check.jsonStatus, run.jsonStatus] == statuses)
      #expect(check.codes == ["TB-G-105"] && run.codes == check.codes)
      #expect(run.json.trimmingCharacters(in: .newlines) == check.json.trimmingCharacters(in: .newlines))
      let text = check.errors.split(separator: "\n\n").first ?? "nothing"
      #expect(run.errors.contains(text), "\(run.errors)")
    }
  }

  @Test("Findings in JSON take standard output for themselves.")
  func oneOutput() throws {
    let said = try Said(["run", "-o", "-"], of: CommandLineTests.good)
    #expect(said.status == 0 && said.jsonStatus == 2 && said.json.isEmpty)
  }
}
