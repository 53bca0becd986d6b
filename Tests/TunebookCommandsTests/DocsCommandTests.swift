import Diagnostics
import Foundation
import NotebookRunner
import Testing

@Suite struct DocsCommandTests {
  private func docs(_ topics: String...) throws -> CommandRun { try docs(topics) }

  private func docs(_ topics: [String]) throws -> CommandRun {
    let folder = try CommandRun.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try CommandRun(["docs"] + topics, in: folder)
  }

  @Test("The overview has every directive with its abstract, and every kind that an option takes.")
  func overview() throws {
    let run = try docs()
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for member in Directives.catalogue.described {
      #expect(words.contains("\(member.name) \(member.abstract)"))
    }
    let titles = run.output.split(separator: "\n").filter { $0.first?.isLetter == true }.dropLast(2)
    #expect(
      Set(titles) == [
        "directives", "notebook parts", "formats", "data sets", "layers", "losses", "optimizers", "metrics",
        "activations", "initializers", "schedules", "regularizers",
        "constraints", "methods", "early terminations",
      ])
  }

  @Test("A warning is found by the name that silences it, beside an option of that name.")
  func warnings() throws {
    let run = try docs("typed_metric")
    #expect(run.status == 0 && run.output.hasPrefix("TB-G-110"))
    let both = try docs("learning_rate")
    #expect(both.output.contains("TB-G-105") && both.output.contains("sgd.learning_rate"))
  }

  @Test("A directive's topic has each of its options, and each can be asked for.")
  func everyOption() throws {
    for member in Directives.catalogue.described {
      let text = try docs(member.name).output
      let options = member.options() + Directives.cellOptions(of: member.name)
      let each = try docs(options.map { "\(member.name).\($0.name)" })
      #expect(each.status == 0, "\(each.errors)")
      for option in options {
        #expect(text.contains(try Regex("\n  \(option.name)(:| )")), "\(member.name).\(option.name)")
        #expect(each.output.contains("\(member.name).\(option.name)\n"))
      }
    }
  }

  @Test(
    "The options of which an option's value is a mapping are listed with it, also where they are one of two forms."
  )
  func parts() throws {
    for (option, part) in [("fit.early_stopping", "patience"), ("sweep.parameters", "distribution")] {
      #expect(try docs(option).output.contains("\n  \(part): "), "\(option)")
    }
  }

  @Test("An option's topic says what may stand there, the default, what it affects, and the members.")
  func option() throws {
    #expect(
      try docs("sgd.learning_rate").output.hasPrefix(
        """
        sgd.learning_rate
          How far each step goes.
        """))
    #expect(
      try docs("fit.optimizer").output.hasPrefix(
        """
        fit.optimizer
          How gradients change the weights.

          value    a kind of optimizer
          default  sgd
          affects  the result

        optimizers
          sgd       Stochastic gradient descent: each step goes down the batch's
                    gradient.
        """))
    let echo = try docs("fit.echo").output
    #expect(echo.contains("affects  only what is shown") && echo.contains("default  true"))
    #expect(try docs("dense.units").output.contains("default  none: it must be given"))
    #expect(try docs("sgd.momentum").output.contains("value    a number at least 0 and at most 1"))
  }

  @Test("An option can be asked for without knowing what takes it.")
  func optionAlone() throws {
    #expect(try docs("learning_rate").output.hasPrefix("sgd.learning_rate\n  How far each step goes.\n"))
    #expect(try docs("caption").output.hasPrefix("cell.caption\n"))
    #expect(try docs("seed").output.contains("\n\nfront_matter.seed\n"))
  }

  @Test("What a cell takes over from another is said first of a fit, whose page shows what came of it.")
  func inheritance() throws {
    let text = try docs("from").output
    #expect(text.hasPrefix("fit.from\n  A cell above with the same directive, whose options hold here too"))
    #expect(text.contains("`null`") && text.contains("`output`") && text.contains("validation curves"))
    #expect(text.components(separatedBy: "affects  the same as the options that it inherits").count == 3)
    #expect(text.components(separatedBy: "validation").count == 2 && text.contains("\n\ncell.from\n"))
  }

  @Test("The front matter, expressions and formats are topics, and words may be joined as one likes.")
  func surroundings() throws {
    let page = try docs("front", "matter").output
    #expect(page.hasPrefix("front_matter (notebook part)\n") && page.contains("\n  lang: one of en, ja; "))
    #expect(try docs("front-matter").output == page)
    #expect(try docs("front_matter.theme").output.contains("default  auto"))
    #expect(try docs("expressions").output.contains("  within 60%..76%  "))
    #expect(try docs("percent").output.contains("\n  0.9463 | percent(1)  94.6%\n"))
    #expect(try docs("integer").output.contains("\n  25720 | integer  25,720\n"))
  }

  @Test("A directive's topic has the results that expressions may read.")
  func results() throws {
    let title = "Results, read after the cell's name; the values are those of the example\n"
    #expect(
      try docs("fit").output.contains(
        title + "  loss, accuracy, val_loss, val_accuracy, epochs, parameters, weights_digest\n"))
    #expect(try !docs("show", "dense").output.contains("Results"))
  }

  @Test("A kind can be asked for, and so can several topics at once.")
  func kindsAndSeveral() throws {
    let run = try docs("losses", "sgd")
    #expect(run.output.hasPrefix("losses\n  categorical_crossentropy  "))
    #expect(run.output.contains("\n\nsgd (optimizer)\n"))
  }

  @Test("A code's topic says the rule, why there is one, and what is wrong and right; small letters will do.")
  func code() throws {
    let run = try docs("tb-s-123")
    #expect(
      run.output == """
        TB-S-123
          Each key is given once.

          One of the two values would have to be ignored, and nobody could tell from the
          text which.

        Wrong
            ```{fit} slow
            from: fast
            epochs: 6
            epochs: 8
            ```

        Right
            ```{fit} slow
            from: fast
            epochs: 8
            ```

          This follows the cells `digits`, `net` and `fast`: data, a model for it and a
          fit.

        """)
    let all = try docs("codes").output
    #expect(all.hasPrefix("codes\n  TB-") && all.contains("\n  TB-S-123  Each key is given once\n"))
    let unknown = try docs("TB-P-999")
    #expect(unknown.status == 2 && unknown.errors.contains("no finding has the code \"TB-P-999\""))
  }

  @Test("What has a name of its own is shown in an example.")
  func example() throws {
    let claims = "    ```{expect}\n    - fast.loss < fast.loss.first\n    - fast.epochs == 3\n    ```\n"
    #expect(try docs("expect").output.contains("\n\nExample\n" + claims))
    let rate = "optimizer: {sgd: {learning_rate: 0.01, momentum: 0, nesterov: false}}"
    #expect(try docs("sgd").output.contains(rate))
  }

  @Test("No line is wider than 80 columns where the text goes to a file.")
  func width() throws {
    let text = try docs("fit", "load", "plot", "dense", "codes").output
    #expect(text.split(separator: "\n").allSatisfy { displayWidth(of: String($0)) <= 80 })
  }

  @Test(
    "The page has every topic, every code and every example, and nothing of it is taken for a cell or a value."
  )
  func page() throws {
    let folder = try CommandRun.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try CommandRun(["docs", "-o", "pages"], in: folder)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    let page = try String(contentsOf: folder.appendingPathComponent("pages/reference.html"), encoding: .utf8)
    for entry in Reference().entries {
      #expect(page.contains("<h3 id=\"") && page.contains(">\(entry.name)</"), "\(entry.name)")
    }
    #expect(page.contains("<h4 id=\"fit-epochs\">") && !page.contains("index.html"))
    let codes = try docs("codes").output.matches(of: /TB-[A-Z]-\d+/).map { String($0.0) }
    #expect(codes.allSatisfy { page.contains("\($0): ") })
    #expect(page.contains("```{fit} slow\nfrom: fast") && !page.contains("tunebook-provenance"))
    let both = try CommandRun(["docs", "fit", "-o", "-"], in: folder)
    #expect(both.status == 2 && both.errors.contains("leave the topics out"))
  }

  @Test("A topic that is not there is refused with what was meant and what there is.")
  func unknown() throws {
    let topic = try docs("optimisers")
    #expect(topic.status == 2 && topic.output.isEmpty)
    #expect(topic.errors.contains("the reference has no topic \"optimisers\"; did you mean \"optimizers\"?"))
    #expect(topic.errors.contains("or ask for one of directives, ") && topic.errors.contains("TB-C-231"))
    #expect(try docs("momentun").errors.contains("did you mean \"momentum\"?"))
    let option = try docs("fit.epoch")
    #expect(option.status == 2)
    #expect(option.errors.contains("fit has no option \"epoch\"; did you mean \"epochs\"?"))
    #expect(option.errors.contains("options: model, data, loss"))
    #expect(try docs("flatten.size").errors.contains("flatten takes no options"))
  }
}
