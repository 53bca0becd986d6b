import Diagnostics
import NotebookRunner
import NotebookSyntax
import TestSupport
import Testing

/// The deepest that is allowed takes a small part of the stack.
@Suite struct SmallStackTests {
  private static func chain(_ part: String, _ count: Int) -> String {
    String(repeating: part, count: count)
  }

  static let largestExpressions = [
    "1" + chain(" + 1", 39), "1 > 0" + chain(" and 1 > 0", 19), "1 within 0..1", "1 + 2 | fixed(2)",
    chain("-", 23) + "1", chain("not ", 23) + "1 > 0", chain("(", 23) + "1" + chain(" * 2)", 23),
    chain("min(", 23) + "1" + chain(", 2)", 23), "1 == 1" + chain(" == (1 == 1)", 19),
    chain("1 + (2 * (", 11) + "1" + chain("))", 11),
  ]

  @Test("The largest expressions are parsed, evaluated and freed.", arguments: largestExpressions)
  func expressions(_ written: String) {
    onSmallStack {
      let text = SourceText(written, at: SourceRange(0, written.utf8.count))
      do {
        let expression = try ExpressionParser.parse(text)
        let evaluator = ExpressionEvaluator(values: [:])
        #expect(evaluator.value(of: expression) != nil)
        #expect(evaluator.readings(of: expression).isEmpty)
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test(
    "A longer chain is refused where it becomes too long, whatever it is made of.",
    arguments: [" + 1", " and 1", " within 0..1", " | fixed(2)", " == 1"])
  func longer(_ part: String) {
    let written = "1" + Self.chain(part, 13_000)
    let problem = #expect(throws: PlacedProblem.self) {
      try ExpressionParser.parse(SourceText(written, at: SourceRange(0, written.utf8.count)))
    }
    #expect(problem?.problem.code == ExpressionProblem.tooManyOperations(limit: 0).code)
    #expect(problem.map { $0.range.start < 5_000 } == true)
  }

  @Test("The largest expressions, and values and layers as deep as may be, are planned.")
  func plan() throws {
    let claims = Self.largestExpressions.map { "- \($0)\n" }.joined()
    let layers = (0..<31).map { level in
      let indentation = String(repeating: "  ", count: level * 2)
      return "\(indentation)- repeat: 1\n\(indentation)  layers:\n"
    }.joined()
    let notebook = try TestNotebook(
      TestNotebook.flowerCells
        + """
        ```{expect}
        \(claims)```

        ```{model} deep
        layers:
        \(layers)\(String(repeating: "  ", count: 62))- dense: 1
        ```

        ```{load} brackets
        dataset: \(Self.chain("[", 130))\(Self.chain("]", 130))
        ```

        ```{load} braces
        dataset: \(Self.chain("{a: ", 130))\(Self.chain("}", 130))
        ```

        ```{load} dashes
        \(Self.chain("- ", 64))a
        ```

        \(Self.chain("> ", 150))a \(Self.chain("*a **b ", 100))c\(Self.chain("** *", 100))

        $\(Self.chain("\\sqrt{", 60))x\(Self.chain("}", 60))$
        """)
    defer { notebook.remove() }
    onSmallStack {
      let plan = try? notebook.plan()
      #expect(plan?.plan == nil && plan?.diagnostics.isEmpty == false)
    }
  }

  @Test("A claim that compares claims with claims is decided without deciding each of them over and over.")
  func comparisons() async throws {
    let claim = Self.chain("(", 19) + "1 == 1" + Self.chain(") == (1 == 1)", 19)
    let notebook = try TestNotebook("```{expect} all\n- \(claim)\n```\n")
    defer { notebook.remove() }
    let outcome = try await notebook.run()
    #expect(
      outcome.cells.first?.value == .record([.init("holds", .flag(true)), .init("count", .integer(1))]))
  }

  @Test("A text that its parameters would make a hundred times as long is refused.")
  func bomb() throws {
    let text = String(repeating: "x", count: 2_000)
    let notebook = try TestNotebook(
      "---\nparams: {b: \(text)}\n---\n```{load} d\ndataset: digits\ncaption: \"\(Self.chain("${b}", 100))\"\n```\n"
    )
    defer { notebook.remove() }
    let codes = try notebook.plan().diagnostics.map(\.code)
    #expect(codes.contains("TB-O-113"))
  }

  @Test("A notebook with thousands of mistakes is checked up to the thousandth.")
  func mistakes() throws {
    let notebook = try TestNotebook((0..<2_000).map { "{value}`a\($0)`" }.joined(separator: " "))
    defer { notebook.remove() }
    let findings = try notebook.plan().diagnostics
    #expect(findings.count == 1_002 && findings.last?.code == "TB-P-135")
  }
}
