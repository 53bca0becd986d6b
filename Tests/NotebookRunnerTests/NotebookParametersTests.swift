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

  @Test("Where the parameters could not be read, no setting is refused.")
  func unknown() {
    #expect(resolve("[epochs]", [("epochs", "3")]).messages.isEmpty)
  }
}
