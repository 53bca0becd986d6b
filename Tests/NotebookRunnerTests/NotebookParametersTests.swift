import Diagnostics
import NotebookRunner
import NotebookSyntax
import Testing

@Suite struct NotebookParametersTests {
  private func resolve(
    _ params: String, _ settings: [(name: String, value: String)]
  ) -> (values: [String], messages: [String]) {
    let source = SourceFile(path: "a.md", text: "---\nparams: \(params)\n---\n")
    let (parameters, problems) = NotebookParameters.resolve(
      NotebookParser.parse(source).document.frontMatter, settings: settings)
    return (parameters.map { "\($0.name)=\($0.value)" }, problems.map(\.message))
  }

  @Test("A setting takes the place of the default, in its type, and the last one counts.")
  func values() {
    let (values, messages) = resolve(
      "{epochs: 3, rate: 0.1, note: a}", [("rate", "1"), ("note", "3"), ("rate", "2")])
    #expect(values == ["epochs=3", "rate=2", "note=3"])
    #expect(messages.isEmpty)
  }

  @Test("Every setting that the notebook has not, or of another type, is refused.")
  func refused() {
    let (values, messages) = resolve("{epochs: 3}", [("epoch", "3"), ("epochs", "0.5"), ("x", "1")])
    #expect(values == ["epochs=3"])
    #expect(
      messages == [
        "the notebook has no parameter \"epoch\"; did you mean \"epochs\"?",
        "the parameter \"epochs\" must be an integer, like its default 3, not \"0.5\"",
        "the notebook has no parameter \"x\"",
      ])
  }

  @Test("A setting outside the range or not among the choices is refused.")
  func limits() {
    let (values, messages) = resolve(
      "{rate: {default: 0.1, min: 0, max: 1}, rounds: {default: 3, min: 1}, act: {default: relu, choices: [relu, tanh]}, scale: {default: 1.0, choices: [1, 2]}}",
      [("rate", "1.5"), ("rounds", "0"), ("act", "tahn"), ("scale", "3"), ("rate", "1"), ("scale", "2")])
    #expect(values == ["rate=1", "rounds=3", "act=relu", "scale=2"])
    #expect(
      messages == [
        "the parameter \"rate\" must be at least 0 and at most 1, not 1.5",
        "the parameter \"rounds\" must be at least 1, not 0",
        "the parameter \"act\" must be one of relu, tanh, not \"tahn\"; did you mean \"tanh\"?",
        "the parameter \"scale\" must be one of 1, 2, not \"3\"",
      ])
  }

  @Test("A value from a file is taken in the parameter's type, or refused.")
  func written() {
    let source = SourceFile(path: "a.md", text: "---\nparams: {rounds: 3, rate: 0.1, note: a}\n---\n")
    var parameters = NotebookParameters(NotebookParser.parse(source).document.frontMatter)
    #expect(parameters.set("rate", to: 2, by: "--params") == nil)
    #expect(parameters.set("note", to: 7, by: "--params") == nil)
    #expect(
      parameters.set("rounds", to: 2.5, by: "--params")?.message
        == "the parameter \"rounds\" must be an integer, like its default 3, not 2.5")
    #expect(
      parameters.set("rounds", to: "2", by: "--params")?.message
        == "the parameter \"rounds\" must be an integer, like its default 3, not the text \"2\"")
    #expect(parameters.values.map(\.value) == [3, 2.0, "7"])
    #expect(parameters.values.map(\.setter) == [nil, "--params", "--params"])
  }

  @Test("The table has a line for each parameter, in columns.")
  func table() {
    let source = SourceFile(
      path: "a.md",
      text:
        "---\nparams:\n  学習率: 1\n  rounds: {default: 30, min: 1, help: Passes.}\n  act: {default: relu, choices: [relu, \"a b\"]}\n  note: \"\"\n  rate: {default: 0.1, min: 0, max: 1, help: How far.}\n---\n"
    )
    #expect(
      ParameterTable(NotebookParser.parse(source).document.frontMatter).lines == [
        "学習率  integer  default 1",
        "rounds  integer  default 30    at least 1   Passes.",
        "act     text     default relu  relu, \"a b\"",
        "note    text     default \"\"",
        "rate    number   default 0.1   0 to 1       How far.",
      ])
  }

  @Test("Where the parameters could not be read, no setting is refused.")
  func unknown() {
    #expect(resolve("[epochs]", [("epochs", "3")]).messages.isEmpty)
  }
}
