import Diagnostics
import NotebookResults
import NotebookRunner
import Testing

/// Mistakes in layers within layers, and the table of a model.
@Suite struct InnerPlaceTests {
  private static func text(_ layers: String) -> String {
    """
    ```{load} data
    dataset: digits
    limit: 20
    test_limit: 10
    scale: 1/255
    ```

    ```{model} net
    layers:
    \(layers.split(separator: "\n").map { "  - \($0)" }.joined(separator: "\n"))
      - dense: {units: 10, activation: softmax}
    ```

    """
  }

  @Test(
    "A layer within another one that cannot be built is shown at its own place.",
    arguments: [
      ("flatten\nresidual: {layers: [{dense: 784}, 1️⃣{lstm: 3}]}", "TB-E-111"),
      (
        "flatten\nresidual: {layers: [dense: 30], shortcut: [1️⃣{conv2d: {filters: 3, kernel_size: 3}}]}",
        "TB-E-105"
      ),
      ("flatten\nparallel: {branches: [[{dense: 3}], [{dense: 4}, 1️⃣{reshape: [3, 3]}]]}", "TB-E-107"),
      ("flatten\nparallel: {branches: [[{residual: {layers: [1️⃣{gru: 3}]}}]]}", "TB-E-111"),
      (
        "flatten\nresidual: {layers: [dropout: 0.1, 1️⃣{dense: {units: 784, bias_initializer: identity}}]}",
        "TB-E-121"
      ),
      (
        "flatten\nparallel: {branches: [[{dense: 3}, 1️⃣{embedding: {input_dim: 9, output_dim: 2}}]]}",
        "TB-E-113"
      ),
      ("time_distributed: {layer: 1️⃣{conv2d: {filters: 2, kernel_size: 3}}}\nflatten", "TB-E-105"),
      ("bidirectional: {layer: 1️⃣{dense: 3}}", "TB-E-114"),
      (
        "time_distributed: {layer: {residual: {layers: [1️⃣{lstm: 28}]}}}\nflatten", "TB-E-111"
      ),
      ("flatten\nbidirectional: {layer: 1️⃣{lstm: 3}}", "TB-E-111"),
      // This is about the outer layer as a whole.
      ("flatten\n1️⃣residual: {layers: [dense: 30]}", "TB-E-131"),
    ])
  func places(layers: String, code: String) throws {
    let notebook = try TestNotebook(Self.text(layers))
    defer { notebook.remove() }
    let found = try #require(try notebook.plan().diagnostics.first { $0.severity == .error })
    #expect(found.code == code, "\(found.message)")
    let marker = try #require(notebook.markers["1️⃣"])
    #expect(found.range.start == marker, "\(found.range.start - marker)")
  }

  @Test("The table of a model says how many parameters are trained where some are not, as in Keras.")
  func trainedParameters() async throws {
    func footers(_ layers: String) async throws -> [[Table.Cell]] {
      let notebook = try TestNotebook(Self.text(layers))
      defer { notebook.remove() }
      let cell = try #require(try await notebook.run().cells.first { $0.name == "net" })
      guard case .table(let table)? = cell.outputs.first else { throw TestFailure("no table") }
      return table.rows.suffix(table.footerRows)
    }
    #expect(try await footers("flatten\ndense: 20").count == 1)
    let some = try await footers("flatten\ndense: {units: 20, trainable: false}\nbatch_normalization")
    let fixed = 784 * 20 + 20 + 40
    #expect(
      some.map(\.first)
        == [.label(.total), .label(.trainedParameters), .label(.fixedParameters)].map {
          .words($0)
        })
    #expect(some.map(\.last) == [fixed + 40 + 210, 40 + 210, fixed].map { .integer($0) })
  }
}
