import Diagnostics
import Foundation
import Testing

@Suite struct SortedValidationTests {
  private func check(_ rows: String, column: String = "label: kind", _ options: String) throws -> [String] {
    let isNumber = column.hasPrefix("target")
    let text = """
      ```{load} rows
      dataset: {csv: {path: rows.csv, \(column)}}
      test_split: 0.25
      ```

      ```{model} net
      layers: [{dense: {units: \(isNumber ? 1 : 2), activation: \(isNumber ? "linear" : "softmax")}}]
      ```

      ```{fit}
      model: net
      data: rows
      loss: \(isNumber ? "mean_squared_error" : "categorical_crossentropy")
      \(options)
      ```

      """
    let notebook = try TestNotebook(text, data: ["rows.csv": Data(("length,kind\n" + rows).utf8)])
    defer { notebook.remove() }
    return try notebook.plan().diagnostics.map { "\($0.code) \(notebook.source[$0.range])" }
  }

  @Test(
    "What is advised for sorted samples, and for fits that are compared by the test samples, fits together.")
  func advice() throws {
    func help(_ validation: String, _ rest: String) throws -> [String?] {
      let text = """
        ```{load} rows
        dataset: {csv: {path: rows.csv, label: kind}}
        test_split: 0.25
        ```

        ```{model} net
        layers: [{dense: {units: 2, activation: softmax}}]
        ```

        ```{fit} one
        model: net
        data: rows
        \(validation)
        ```

        ```{fit} two
        from: one
        epochs: 2
        ```

        ```{compare}
        fits: [one, two]
        ```

        ```{evaluate}
        fit: two
        ```

        """
      let notebook = try TestNotebook(text, data: ["rows.csv": Data(("length,kind\n" + rest).utf8)])
      defer { notebook.remove() }
      return try notebook.plan().diagnostics.map(\.help)
    }
    for validation in ["validation_data: rows", "validation_split: 0.3"] {
      let advised = try help(validation, Self.sorted)
      #expect(advised.map { $0?.hasPrefix("load \"rows\" with `validation: 0.1`") } == [true])
    }
    #expect(try help("validation_split: 0.3", Self.mixed).isEmpty)
  }

  private static let sorted = "1,a\n2,a\n1,a\n2,a\n1,b\n2,b\n1,b\n2,b\n"
  private static let mixed = "1,a\n2,b\n1,a\n2,a\n1,b\n2,b\n1,b\n2,a\n"
  private static let rising = "1,1\n2,2\n1,3\n2,3\n1,4\n2,5\n1,6\n2,7\n"

  @Test(
    "Validating on the end of sorted samples is warned of, whether classes or numbers are to be predicted.")
  func sorted() throws {
    #expect(try check(Self.sorted, "validation_split: 0.3") == ["TB-G-107 0.3"])
    let falling = Self.rising.split(separator: "\n").reversed().joined(separator: "\n")
    for rows in [Self.rising, falling] {
      #expect(try check(rows, column: "target: kind", "validation_split: 0.3") == ["TB-G-107 0.3"])
    }
  }

  @Test("Samples in another order, and other ways to validate, are not warned of.")
  func mixed() throws {
    #expect(try check(Self.mixed, "validation_split: 0.3").isEmpty)
    #expect(
      try check(
        Self.mixed.replacing("a", with: "1").replacing("b", with: "2"), column: "target: kind",
        "validation_split: 0.3"
      ).isEmpty)
    #expect(try check(Self.sorted, "validation_data: rows").isEmpty)
    #expect(try check(Self.sorted, "validation_split: 0.3\nallow: sorted_validation").isEmpty)
  }

  @Test("The labels of IDX files are looked at too.", arguments: [true, false])
  func files(isSorted: Bool) throws {
    var data = TestNotebook.blankDigits
    data["labels.idx"] = Data([0, 0, 8, 1, 0, 0, 0, 10] + (0..<10).map { isSorted ? $0 / 2 : $0 % 5 })
    let notebook = try TestNotebook(
      """
      ```{load} blanks
      dataset: {idx: {images: images.idx, labels: labels.idx}}
      scale: 1/255
      ```

      ```{model} net
      layers: [flatten, {dense: {units: 5, activation: softmax}}]
      ```

      ```{fit}
      model: net
      data: blanks
      validation_split: 0.2
      ```

      """, data: data)
    defer { notebook.remove() }
    #expect(try notebook.plan().diagnostics.map(\.code) == (isSorted ? ["TB-G-107"] : []))
  }
}
