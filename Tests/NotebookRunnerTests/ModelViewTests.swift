import NotebookResults
import NotebookRunner
import Testing

@Suite struct ModelViewTests {
  private func outputs(_ model: String) async throws -> [Output] {
    let notebook = try TestNotebook("```{model} net\ninput_shape: [2, 2]\n\(model)\n```\n")
    defer { notebook.remove() }
    return try #require(try await notebook.run().cells.first).outputs
  }

  private static let layers = """
    layers:
      - flatten
      - repeat: 3
        layers: [dense: {units: 8, activation: relu}]
      - dense: {units: 3, activation: softmax}
    """

  @Test("Consecutive layers that differ only in their names are one row, and the total counts all of them.")
  func equalLayers() async throws {
    guard case .table(let table)? = try await outputs(Self.layers).first else {
      throw TestFailure("no table")
    }
    #expect(
      table.rows.map(\.first) == [
        .code("flatten"), .code("dense"), .code("dense_1 … dense_2"), .code("dense_3"),
        .words(.label(.total)),
      ])
    let parameters = ["0", "40", "2 × 72", "27"].map { Table.Cell.words(.verbatim($0)) }
    #expect(table.rows.map(\.last) == parameters + [Table.Cell.integer(40 + 2 * 72 + 27)])
  }

  @Test("Layers that differ in what training changes stay apart.")
  func frozenLayer() async throws {
    let layers = "layers: [flatten, {dense: 4}, {dense: {units: 4, trainable: false}}]"
    guard case .table(let table)? = try await outputs(layers).first else { throw TestFailure("no table") }
    #expect(table.rows.prefix(3).map(\.first) == [.code("flatten"), .code("dense"), .code("dense_1")])
  }

  @Test("A diagram has the shapes of a network and the shares of its parameters.")
  func diagram() async throws {
    let shown = try await outputs(Self.layers + "\nwhat: [diagram, summary]")
    guard case .diagram(let diagram)? = shown.first, case .table? = shown.last, shown.count == 2 else {
      throw TestFailure("\(shown)")
    }
    #expect(diagram.inputShape == "(2, 2)")
    #expect(diagram.boxes.map(\.outputShape) == ["(4,)", "(8,)", "(8,)", "(3,)"])
    #expect(diagram.boxes.map(\.count) == [1, 1, 2, 1])
    let counts = [nil, 40, 144, 27] as [Double?]
    #expect(diagram.boxes.map(\.share) == counts.map { $0.map { $0 / 211 } })
  }
}
