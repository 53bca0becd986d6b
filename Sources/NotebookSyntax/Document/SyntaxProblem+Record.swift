import Diagnostics

extension SyntaxProblem {
  package var record: ProblemRecord {
    switch self {
    case .unclosedCell:
      ProblemRecord(
        "TB-S-101", "the cell that opens here is never closed",
        help: "close it with a line of as many backticks or tildes as opened it", rule: "A cell is closed",
        reason: "Without its last line a cell would swallow all that follows, further cells too.",
        wrong: .text("```{fit} slow\nfrom: fast\nepochs: 6"),
        right: .text("```{fit} slow\nfrom: fast\nepochs: 6\n```"))
    case .unclosedListing:
      ProblemRecord(
        "TB-S-102", "the listing that opens here is never closed, so all that follows is part of it",
        help: "close it with a line of as many backticks or tildes as opened it",
        rule: "A listing is closed",
        reason: "Markdown takes the rest of the file for a part of it, and shows prose as code.",
        wrong: .text("```\na listing\n\nAnd prose behind it."),
        right: .text("```\na listing\n```\n\nAnd prose behind it."))
    case .nestedCell:
      ProblemRecord(
        "TB-S-103", "a cell cannot be within a list, a quote or a footnote",
        help: "begin its fence at the margin, with an empty line before it",
        rule: "A cell begins at the margin of the notebook",
        reason: "Cells are run one after the other as the reader meets them; a list or a quote is prose.",
        wrong: .text("- A slower fit:\n\n  ```{fit} slow\n  from: fast\n  ```"),
        right: .text("- A slower fit:\n\n```{fit} slow\nfrom: fast\n```"))
    case .missingDirective:
      ProblemRecord(
        "TB-S-104", "the braces name no directive",
        help: "write it as in ```{fit} name, or leave the braces out of a listing",
        rule: "A cell has a directive",
        reason: "The braces are what makes a cell of a listing, and the directive says what it does.",
        wrong: .text("```{} slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .unclosedBrace:
      ProblemRecord(
        "TB-S-105", "the brace that opens here is never closed", help: "close it: ```{fit} name",
        rule: "The brace around a directive is closed",
        reason: "It is not guessed where the directive ends and the cell's name begins.",
        wrong: .text("```{fit slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .invalidDirective(let name):
      ProblemRecord(
        "TB-S-106", "\"\(name)\" cannot be a directive's name" + lowerCased(name),
        help: "a directive is named in small letters, such as {fit}",
        correction: Notation.isName(name.lowercased()) ? .replace(name, with: name.lowercased()) : nil,
        rule: "A directive is written in small letters",
        reason:
          "There is one spelling of each. Heads of other tools' cells, such as {python}, are spelled alike "
          + "and are refused as unknown directives.",
        wrong: .text("```{Fit} slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .nameInsideBraces(let directive, let rest):
      ProblemRecord(
        "TB-S-107", "only the directive belongs in the braces: {\(directive)}",
        help: Notation.isName(rest)
          ? "write ```{\(directive)} \(rest)" : "write options such as these on lines of their own below",
        rule: "Only the directive belongs in the braces",
        reason:
          "Names follow them, and options go in the body, where each can be found and have a line of its "
          + "own.",
        wrong: .text("```{fit slow}\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .missingSpace(let directive, let rest):
      ProblemRecord(
        "TB-S-108", "a space is missing between {\(directive)} and the cell's name",
        help: "write ```{\(directive)} \(rest)", rule: "A space follows the braces",
        reason: "Viewers of Markdown read the first word of this line as the listing's language.",
        wrong: .text("```{fit}slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .extraWords(let directive, let name, let rest):
      ProblemRecord(
        "TB-S-109", "nothing can follow the cell's name \"\(bareName(name))\"",
        help:
          "write ```{\(directive)} \(bareName(name)), and "
          + "\(option(in: rest).map { "`\($0)` on a line" } ?? "options on lines") below",
        rule: "A cell has one name and nothing after it",
        reason: "A title is a caption: it goes in the body and may have spaces.",
        wrong: .text("```{fit} slow but steady\nfrom: fast\n```"),
        right: .text("```{fit} slow\nfrom: fast\ncaption: Slow but steady.\n```"))
    case .invalidName(let name):
      ProblemRecord(
        "TB-S-110", "\"\(name)\" cannot be a cell's name",
        help: "a name begins with a small letter and has small letters, digits and _ alone"
          + (Notation.suggestedName(for: name).map { ": \($0)" } ?? ""),
        rule: "A cell's name can be used in expressions",
        reason:
          "There a minus would subtract and a period look up a result, so names have small letters, digits "
          + "and _ alone.",
        wrong: .text("```{fit} Slow-run\nfrom: fast\n```"),
        right: .text("```{fit} slow_run\nfrom: fast\n```"))
    case .tooDeep(let limit):
      ProblemRecord(
        "TB-S-111", "the text is nested more than \(limit) levels deep here",
        help: "write it with fewer lists, quotes or emphases within each other",
        rule: "Text is not nested without end",
        reason: "The limit is far beyond what a page can show; it keeps a damaged file from using up all "
          + "memory.")
    case .detachedValue:
      ProblemRecord(
        "TB-S-112", "{value} must be directly before its expression",
        help: "write {value}`…`, without a space between", rule: "{value} touches its expression",
        reason: "With a space between, any viewer and any reader sees two things: a word in braces and code.",
        wrong: .text("It is {value} `fast.loss`."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .misspelledValue(let name):
      ProblemRecord(
        "TB-S-116", "{\(name)} makes no inline value; did you mean \"{value}\"?",
        help: "write {value}`fit.val_accuracy`; a backslash before the brace makes it ordinary text",
        correction: .replace("{\(name)}", with: "{value}"), rule: "An inline value is written {value}",
        reason: "Another word would be left on the page, braces and all, in place of the number.",
        wrong: .text("It is {valeu}`fast.loss`."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .emptyValue:
      ProblemRecord(
        "TB-S-117", "this inline value has no expression",
        help: "write {value}`fit.val_accuracy`; a backslash before the brace makes it ordinary text",
        rule: "An inline value has an expression", reason: "It says which result the sentence shows.",
        wrong: .text("It is {value}``."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .unclosedValue:
      ProblemRecord(
        "TB-S-118", "the backtick after {value} is never closed",
        help:
          "write {value}`fit.val_accuracy`, and in a table a bar within it as \\|; a backslash before the "
          + "brace makes it ordinary text",
        rule: "An inline value is closed",
        reason: "Else the expression would be printed as it is written, and no number.",
        wrong: .text("It is {value}`fast.loss."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .valueInHTML:
      ProblemRecord(
        "TB-S-119", "raw HTML is shown as it is, and cannot hold an inline value",
        help: "write Markdown in place of the HTML", rule: "Inline values belong in Markdown, not in HTML",
        reason: "Raw HTML is not read, only passed on or shown, so a value in it would not be computed.",
        wrong: .text("<p>{value}`fast.loss`</p>"), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .foreignPicture:
      ProblemRecord(
        "TB-S-120", "a page fetches nothing, so that this picture would be missing from it",
        help: "put it beside the notebook, as in ![A network](network.png), or link to it: [picture](…)",
        rule: "Pictures are files beside the notebook",
        reason:
          "A page is one file that is read for years and anywhere; what it fetches is gone or different one "
          + "day. Files are taken into the page.",
        wrong: .text("![A network](https://example.org/network.png)"),
        right: .text("[A network](https://example.org/network.png)"))
    case .undescribedPicture:
      ProblemRecord(
        "TB-S-174", "this picture has no alternative text",
        help: "say between the brackets what it shows, as in ![Two networks side by side](networks.png)",
        rule: "A picture is described in words",
        reason: "The words are for readers who cannot see it, and the caption of a picture without a title.",
        wrong: .text("![](data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=)"),
        right: .text("![A dot](data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=)"))
    case .bodyIsScalar(let directive):
      ProblemRecord(
        "TB-S-113", "a {\(directive)} cell holds options or a list, not a single value",
        help:
          "write each option as in `name: value`, or each item of a list after a dash, as in `- slow.epochs "
          + "== 5`",
        rule: "The body of a cell is options or a list",
        reason: "Mostly a colon was left out, which makes plain text of an option.",
        wrong: .text("```{fit} slow\nfrom fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .backtickInHeading:
      ProblemRecord(
        "TB-S-114", "a cell's first line cannot have a backtick", help: "remove it",
        rule: "A cell's first line has no backtick after the fence",
        reason: "In Markdown such a line opens nothing, so that the cell would silently be prose.",
        wrong: .text("```{fit} slow`\nfrom: fast\n"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .indentedCell:
      ProblemRecord(
        "TB-S-115", "this is a listing, and no cell, since it is indented by four spaces or more",
        help: "begin its fence at the margin", rule: "A cell is indented by three spaces at most",
        reason: "Markdown makes a listing of what is indented further: it would be shown and not run.",
        wrong: .text("    ```{fit} slow\n    from: fast\n    ```"),
        right: .text("```{fit} slow\nfrom: fast\n```"))
    case .shortFence(let fence):
      ProblemRecord(
        "TB-S-153",
        "a cell opens with three \(fence.first == "~" ? "tildes" : "backticks"), and this is prose",
        help: "write \(Self.fence(insteadOf: fence))",
        correction: .replace(fence, with: Self.fence(insteadOf: fence)),
        rule: "A cell opens with three backticks or tildes",
        reason: "Markdown makes prose of what begins with fewer.",
        wrong: .text("``{fit} slow\nfrom: fast\n"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .brokenTable(let header, let dashes):
      ProblemRecord(
        of: Self.tableHasDashes,
        dashes.map {
          "the header above has \(counted(header, "column")), and this row of dashes \($0), so that this is "
            + "no table"
        } ?? "a row of dashes is missing below the header, so that this is no table",
        help: "write |\(String(repeating: "---|", count: header))")
    case .wrongDashes(let cell):
      ProblemRecord(
        of: Self.tableHasDashes,
        cell.contains(where: \.isWhitespace)
          ? "there is a space inside \"\(cell)\", so that this row of dashes makes no table"
          : "a cell of this row of dashes is \(cell.isEmpty ? "empty" : "\"\(cell)\""), so that this is no "
            + "table",
        help: "write " + (cell.hasPrefix(":") ? ":" : "") + "---"
          + (cell.hasSuffix(":") && cell != ":" ? ":" : ""))
    case .missingFootnote(let label):
      ProblemRecord(
        "TB-S-150", "there is no footnote \"\(label)\", so that the page shows this as it is written",
        help:
          "write its text on a line of its own, `[^\(label)]: …`; a backslash before the bracket makes it "
          + "ordinary text",
        cause: "footnote \(label)", rule: "A footnote that is referred to has a text",
        reason: "Without it the reference is left on the page, brackets and all.",
        wrong: .text("A sentence.[^why]"), right: .text("A sentence.[^why]\n\n[^why]: The reason."))
    case .foreignValue(let word):
      ProblemRecord(
        "TB-S-151", "this is shown as code: `{\(word)} …` is no inline value here",
        help: "write {value}`fit.val_accuracy`, the braces before the backtick",
        rule: "An inline value has its braces before the backtick",
        reason:
          "Code with a language in braces is how other tools write values; here it would be shown as it is.",
        wrong: .text("It is `{python} fast.loss`."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .unfilled(let written, let meant):
      ProblemRecord(
        "TB-S-152",
        "\(written) is not filled in here, and the page shows it as it is written"
          + (meant.map { "; did you mean \($0)?" } ?? ""),
        help: "sentences take results and parameters from inline values; ${…} is filled in within cells",
        correction: meant.map { .replace(written, with: $0) },
        rule: "What a sentence takes from the run is an inline value",
        reason:
          "`${name}` is filled in within cells; in prose a parameter is read as a result is: "
          + "{value}`params.name`.",
        wrong: .text("The loss came to {{fast.loss}}."),
        right: .text("The loss came to {value}`fast.loss | fixed(2)`."))
    case .foreignReference(let written, let meant):
      ProblemRecord(
        "TB-S-155",
        "\(written) is no reference here, and the page shows it as it is written; did you mean \"\(meant)\"?",
        help:
          "@fig- and @tbl- come before the name of a cell, and @eq- before that of an equation; a backslash "
          + "before the @ makes it ordinary text",
        correction: .replace(written, with: meant),
        rule: "A reference is written with a hyphen, in small letters",
        reason: "`@fig:ladder` is how pandoc-crossref writes it; here it would be shown as it is.",
        wrong: .text("See @fig:curves.") + .cell("{plot} curves", "fits: [fast]\ncaption: How it went."),
        right: .text("See @fig-curves.") + .cell("{plot} curves", "fits: [fast]\ncaption: How it went."))
    case .referenceInText(let written):
      ProblemRecord(
        "TB-S-156",
        "captions, titles and alternative texts hold no references, so that \(written) is shown there as it "
          + "is written",
        help: "refer to it in a sentence above or below the cell", rule: "References belong in sentences",
        reason:
          "Captions, titles and alternative texts are read apart from the text, so they hold no numbers of "
          + "figures and no footnotes.",
        wrong: .cell("{plot} curves", "fits: [fast]\ncaption: How it went.")
          + .cell("{compare}", "fits: [fast]\ncaption: The ends of @fig-curves."),
        right: .cell("{plot} curves", "fits: [fast]\ncaption: How it went.")
          + .cell("{compare}", "fits: [fast]\ncaption: The ends.")
          + .text("The ends are those of @fig-curves."))
    case .directionControl(let name, let more):
      ProblemRecord(
        "TB-S-160",
        "the character \(name) is not seen and turns the direction of the text around it"
          + (more > 0
            ? "; \(counted(more, "further line")) of this notebook \(more == 1 ? "has" : "have") one too"
            : ""),
        help:
          "remove it, since text that holds one may read otherwise than it is; the page shows a mark, "
          + "\(name), in its place",
        rule: "Text has the order in which it is written",
        reason: "Characters such as U+202E are not seen, and let a line read as another than the one that is "
          + "run. Hebrew and Arabic need none: their letters have a direction of their own. Pages and "
          + "messages show a mark in place of each.")
    case .tangledProse:
      ProblemRecord(
        "TB-S-158", "many thousands of links and emphases are here without an empty line between them",
        help: "part them by empty lines, or write fewer of them",
        rule: "A paragraph has no more than some thousand links",
        reason: "The time that Markdown takes to read grows with the links and with the emphases between two "
          + "empty lines, and a foreign notebook could take hours so.")
    case .largeTable(let columns):
      ProblemRecord(
        "TB-S-161",
        "a table of \(columns) columns goes on to here, which makes more than \(LargeTable.mostCells) cells",
        help: "part it by empty lines, or keep such data in a file of its own",
        rule: "Tables have no more than 200,000 cells",
        reason: "Markdown gives each row as many cells as its table has columns, so that a short text could "
          + "take any memory.")
    case .lostLink(let address):
      ProblemRecord(
        "TB-S-162",
        Self.message(onLost: address),
        help: LinkScheme.isHostWithPort(address)
          ? "write http://\(address)"
          : "write an address such as https://example.org, or leave the brackets out",
        rule: "A link leads somewhere",
        reason:
          "Addresses that run a program or read a file of the reader are left out. The part before the first "
          + "colon of an address is its scheme, so that a host with a port needs `http://` before it.",
        wrong: .text("[The server](localhost:8888/tree)"),
        right: .text("[The server](http://localhost:8888/tree)"))
    case .rawHTML:
      ProblemRecord(
        "TB-S-163", "raw HTML is not read, and the page shows it as it is written",
        help:
          "write Markdown in place of the HTML; a formula sets H$_2$O, and a backslash before < makes it "
          + "text",
        cause: "raw HTML", rule: "Prose is Markdown, not HTML",
        reason:
          "HTML could fetch and run what it likes, so a page shows it as text. Comments, `<!-- … -->`, are "
          + "not shown.",
        wrong: .text("H<sub>2</sub>O"), right: .text("H$_2$O"))
    case .lostFootnote(let label, let isRepeated):
      ProblemRecord(
        "TB-S-164",
        (isRepeated
          ? "there is a footnote \"\(label)\" above, so that this one is missing"
          : "nothing refers to the footnote \"\(label)\", so that it is missing") + " from the page",
        help: isRepeated
          ? "give it another label" : "write [^\(label)] in a sentence, or remove the footnote",
        rule: "A footnote is referred to, and has a label of its own",
        reason:
          "Markdown leaves out a footnote that nothing refers to, and the second one of a label. Capital and "
          + "small letters are the same in labels.",
        wrong: .text("A sentence.\n\n[^why]: The reason."),
        right: .text("A sentence.[^why]\n\n[^why]: The reason."))
    case .surplusCells(let columns):
      ProblemRecord(
        "TB-S-165",
        "the table has \(counted(columns, "column")), so that the cells from here on are missing from the "
          + "page",
        help: "give the header more columns, or write a bar within a cell as \\|",
        rule: "The rows of a table have no more cells than its header",
        reason: "Markdown leaves out the cells that are too many.",
        wrong: .text("| fit |\n|---|\n| fast | 3 |"),
        right: .text("| fit | epochs |\n|---|---|\n| fast | 3 |"))
    case .unknownAlert(let mark):
      ProblemRecord(
        "TB-S-167", "\(mark) begins no alert, so that this is an ordinary quotation",
        help: "the kinds: " + Block.Alert.allCases.map(\.mark).joined(separator: ", "),
        rule: "An alert is one of five kinds",
        reason: "They are GitHub's, so that the notebook looks the same there.",
        wrong: .text("> [!INFO]\n> The data is small."), right: .text("> [!NOTE]\n> The data is small."))
    case .optionInComment:
      ProblemRecord(
        "TB-S-171", "a line that begins with #| is a comment here, and sets no option",
        help: "write options as in `caption: The curves`, without the #|",
        rule: "Options of a cell are YAML, without `#|`",
        reason:
          "Quarto writes options as comments of the cell's language. A cell here is YAML, whose comments are "
          + "not read.",
        wrong: .cell("{plot} curves", "#| fig-cap: The loss\nfits: [fast]"),
        right: .cell("{plot} curves", "fits: [fast]\ncaption: The loss"))
    case .textInComment:
      ProblemRecord(
        "TB-S-172", "a # after a space begins a comment in YAML, so that the text ends before it",
        help: "put the text between quotation marks; a comment has a space after its #",
        rule: "A text with a number sign is between quotation marks",
        reason: "In YAML, a # after a space begins a comment, so that the rest of the line is lost.",
        wrong: .cell("{plot} curves", "fits: [fast]\ncaption: The #1 run"),
        right: .cell("{plot} curves", "fits: [fast]\ncaption: \"The #1 run\""))
    case .lostAddress(let label, let isRepeated):
      ProblemRecord(
        "TB-S-173",
        isRepeated
          ? "there is an address of [\(label)] above, so that this one is not used"
          : "no link uses the address of [\(label)], so that this line is missing from the page",
        help: isRepeated
          ? "give it another label, or remove it"
          : "write [\(label)] in a sentence, or a backslash before the bracket where the line is text",
        rule: "An address that is given apart from its link is used",
        reason:
          "Markdown takes a line such as `[label]: address` off the text, be there a link with that label or "
          + "not.",
        wrong: .text("A sentence.\n\n[why]: https://example.org"),
        right: .text("A [sentence][why].\n\n[why]: https://example.org"))
    case .plainEmphasis(let written, let meant):
      ProblemRecord(
        "TB-S-166",
        "Markdown reads these asterisks as text, since no space parts the punctuation beside them from the "
          + "letters around",
        help: "put spaces around it: \(meant)", correction: .replace(written, with: meant),
        rule: "Emphasis that touches punctuation has spaces around it",
        reason:
          "By CommonMark's rule, `**` with punctuation on its inner side opens or closes an emphasis only "
          + "where there is a space or punctuation on its outer side. Chinese, Japanese and Korean text "
          + "often has neither.",
        wrong: .text("これは**「重要」**です。"), right: .text("これは **「重要」** です。"))
    }
  }

  private static func message(onLost address: String) -> String {
    if address.isEmpty { return "this link has no address, so that its text alone is shown" }
    if LinkScheme.isHostWithPort(address) {
      return
        "browsers read the part before the colon of \(address) as a scheme, and the link leads nowhere"
    }
    return "a page does not link to this kind of address, so that the text of the link alone is shown"
  }

  private static let tableHasDashes = ProblemReference(
    "TB-S-157", "The row of dashes has as many columns as the header",
    "Markdown makes prose of all its lines where it has not, and bars within values then mean something "
      + "else. So it does where there is a space or another character among the dashes and colons of a cell.",
    wrong: .text("| fit | epochs |\n|---|\n| `fast` | 3 |"),
    right: .text("| fit | epochs |\n|---|---|\n| `fast` | 3 |"))
}
