import Diagnostics
import NotebookSyntax
import Options
import Testing

@Suite struct ParameterDeclarationTests {
  @Test("A parameter is a default, or a mapping that holds it beside what may be set and what it means.")
  func whole() throws {
    let notebook = MarkedNotebook(
      """
      ---
      params:
        epochs: 5
        1️⃣rate2️⃣: {default: 3️⃣0.14️⃣, min: 0, max: 1, help: How far each step goes.}
        activation:
          choices: [relu, sigmoid, 3]
          default: relu
        share: {default: 0.5, choices: [0.5, 1]}
        shuffled: {default: true}
      ---
      """)
    #expect(notebook.diagnostics.isEmpty)
    let front = notebook.document.frontMatter
    #expect(front.parameters.map(\.name) == ["epochs", "rate", "activation", "share", "shuffled"])
    #expect(front.parameters.map(\.value) == [5, 0.1, "relu", 0.5, true])
    #expect(front.parameters[1].nameRange == notebook.range("1️⃣", "2️⃣"))
    #expect(front.parameters[1].value.range == notebook.range("3️⃣", "4️⃣"))
    let declarations = front.parameterDeclarations
    #expect(declarations.map(\.type) == [.integer, .number, .text, .number, .flag])
    #expect(declarations[1].interval == .within(0...1) && declarations[0].interval == .any)
    #expect(declarations[1].help == "How far each step goes." && declarations[0].help == nil)
    // In the type of the default: the 3 is text, and the 1 a number.
    #expect(declarations[2].choices == ["relu", "sigmoid", "3"] && declarations[3].choices == [0.5, 1.0])
  }

  struct Mistake: CustomTestStringConvertible {
    let text: String
    let message: String
    var testDescription: String { text }

    init(_ text: String, _ message: String) { (self.text, self.message) = (text, message) }
  }

  @Test(
    "A mistake in a declaration is reported at its place, once.",
    arguments: [
      Mistake(
        "{1️⃣defualt2️⃣: 3}", "the parameter \"a\" has no option \"defualt\"; did you mean \"default\"?"),
      Mistake("1️⃣{min: 3}2️⃣", "the parameter \"a\" needs the option \"default\""),
      Mistake("{}", "the parameter \"a\" needs the option \"default\""),
      Mistake("{default: 1️⃣[3]2️⃣}", "\"default\" must be a number, text or a flag, not a list"),
      Mistake("{default: 1️⃣32️⃣, max: 2}", "\"default\" must be at most 2, not 3"),
      Mistake("{default: 1️⃣.inf2️⃣, max: 2}", "\"default\" must be finite and at most 2, not inf"),
      Mistake("{default: 3, min: 5, max: 1️⃣42️⃣}", "\"max\" must be at least \"min\", which is 5, not 4"),
      Mistake("{default: x, min: 1️⃣12️⃣}", "\"min\" is for numbers, and the default x is text"),
      Mistake("{default: x, min: 1️⃣12️⃣, max: 2}", "\"min\" is for numbers, and the default x is text"),
      Mistake("{default: true, max: 1️⃣12️⃣}", "\"max\" is for numbers, and the default true is a flag"),
      Mistake(
        "{default: 3, min: 1️⃣0.52️⃣}",
        "\"min\" must be of the default's type: 3 is an integer, and 0.5 is a number"),
      Mistake(
        "{default: 0.3, max: 1️⃣b2️⃣}", "\"max\" must be of the default's type: 0.3 is a number, and b is text"),
      Mistake("{default: 0.3, max: 1️⃣[1]2️⃣}", "\"max\" must be a number, text or a flag, not a list"),
      Mistake(
        "{default: 3, choices: [1, 1️⃣b2️⃣]}",
        "\"choices\" must be of the default's type: 3 is an integer, and b is text"),
      Mistake("{default: 3, choices: [3, 1️⃣32️⃣]}", "3 is listed twice among the choices"),
      Mistake("{default: 3, max: 4, choices: [3, 1️⃣52️⃣]}", "\"choices\" must be at most 4, not 5"),
      Mistake("{default: 3, choices: 1️⃣[]2️⃣}", "\"choices\" must not be an empty list"),
      Mistake(
        "{default: 1️⃣rleu2️⃣, choices: [relu, tanh]}",
        "\"default\" must be one of relu, tanh, not \"rleu\"; did you mean \"relu\"?"),
      Mistake("{default: 3, help: 1️⃣[x]2️⃣}", "\"help\" must be text, not a list"),
    ])
  func mistakes(mistake: Mistake) {
    let text = mistake.text == "{}" ? "1️⃣{}2️⃣" : mistake.text
    let notebook = MarkedNotebook("---\nparams:\n  a: \(text)\n---\n# A\n")
    #expect(notebook.diagnostics.map(\.message) == [mistake.message])
    #expect(notebook.diagnostics.map(\.range) == [notebook.range("1️⃣", "2️⃣")])
    #expect(!notebook.document.frontMatter.areParametersKnown)
  }

  @Test("A default that is a number to other hands is said to be written as one.")
  func slip() {
    let notebook = MarkedNotebook("---\nparams:\n  a: {default: \"0,05\", min: 0, max: 1}\n---\n# A\n")
    #expect(notebook.diagnostics.map(\.help) == ["write the default as 0.05"])
  }
}
