import Diagnostics
import Foundation
import Testing

@Suite struct DataConcernRuleTests {
  private func check(_ table: String, allow: String = "") throws -> [String] {
    let notebook = try TestNotebook(showing: table, allow)
    defer { notebook.remove() }
    return try notebook.plan().diagnostics.map { "\($0.code) \($0.message)" }
  }

  @Test("What is noticed of data is a warning at the data set, and may be allowed.")
  func warnings() throws {
    #expect(
      try check("id,kind\n20230000001,x\n2,y\n") == [
        "TB-G-116 rows.csv:2:1: column \"id\": 20230000001 becomes 20230000640, since 32-bit numbers do not "
          + "hold all integers beyond 16777216"
      ])
    #expect(
      try check(",a,kind\n0,5,x\n1,2,y\n") == [
        "TB-G-117 rows.csv:1:1: column 1 has no name, like a column of row numbers, and networks would learn "
          + "from it"
      ])
    #expect(try check(",a,kind\n0,5,x\n1,2,y\n", allow: "allow: index_column").isEmpty)
    #expect(try check("a,b,kind\n0,5,x\n1,2,y\n").isEmpty)
  }

  private func codes(validation: String) throws -> [String] {
    try PracticeFixture(
      """
      ```{load} one
      dataset: digits
      scale: 1/255
      ```

      ```{load} other
      dataset: digits
      \(validation)
      ```

      ```{model} net
      layers: [flatten, {dense: {units: 10, activation: softmax}}]
      ```

      ```{fit}
      model: net
      data: one
      validation_data: other
      ```

      """
    ).codes
  }
}
