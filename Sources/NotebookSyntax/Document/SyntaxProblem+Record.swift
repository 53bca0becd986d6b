import Diagnostics

extension SyntaxProblem {
  package var record: ProblemRecord {
    switch self {
    case .unclosedCell:
      ProblemRecord(
        "TB-S-101", "the cell that opens here is never closed",
        help: "close it with a line of as many backticks or tildes as opened it", rule: "A cell is closed",
        reason: "Without its last line, a cell would swallow everything that follows, other cells too.",
        wrong: .text("```{fit} slow\nfrom: fast\nepochs: 6"),
        right: .text("```{fit} slow\nfrom: fast\nepochs: 6\n```"))
    case .unclosedListing:
      ProblemRecord(
        "TB-S-102", "the listing that opens here is never closed, so everything after it is part of it",
        help: "close it with a line of as many backticks or tildes as opened it",
        rule: "A listing is closed",
        reason: "Markdown takes the rest of the file as part of it, and shows prose as code.",
        wrong: .text("```\na listing\n\nAnd prose behind it."),
        right: .text("```\na listing\n```\n\nAnd prose behind it."))
    case .nestedCell:
      ProblemRecord(
        "TB-S-103", "a cell cannot be within a list, a quote or a footnote",
        help: "begin its fence at the margin, after an empty line",
        rule: "A cell begins at the margin of the notebook",
        reason: "Cells run one after the other, as the reader meets them; lists and quotes are prose.",
        wrong: .text("- A slower fit:\n\n  ```{fit} slow\n  from: fast\n  ```"),
        right: .text("- A slower fit:\n\n```{fit} slow\nfrom: fast\n```"))
    case .missingDirective:
      ProblemRecord(
        "TB-S-104", "there is no directive in the braces",
        help: "write it as in ```{fit} name, or leave out the braces for a listing",
        rule: "A cell has a directive",
        reason: "Braces make a listing a cell, and the directive says what the cell does.",
        wrong: .text("```{} slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .unclosedBrace:
      ProblemRecord(
        "TB-S-105", "the brace that opens here is never closed", help: "close it: ```{fit} name",
        rule: "The brace around a directive is closed",
        reason: "Tunebook does not guess where the directive ends and the cell's name begins.",
        wrong: .text("```{fit slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .invalidDirective(let name):
      ProblemRecord(
        "TB-S-106", "\"\(name)\" cannot be a directive's name" + lowerCased(name),
        help: "a directive is written in lowercase letters, such as {fit}",
        correction: Notation.isName(name.lowercased()) ? .replace(name, with: name.lowercased()) : nil,
        rule: "A directive is written in lowercase letters",
        reason:
          "Each has one spelling. Cells of other tools, such as {python}, look the same and are refused as "
          + "unknown directives.",
        wrong: .text("```{Fit} slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .nameInsideBraces(let directive, let rest):
      ProblemRecord(
        "TB-S-107", "only the directive belongs in the braces: {\(directive)}",
        help: Notation.isName(rest)
          ? "write ```{\(directive)} \(rest)" : "write options such as these on lines of their own below",
        rule: "Only the directive belongs in the braces",
        reason:
          "The name follows the braces, and options go in the body, each on a line of its own.",
        wrong: .text("```{fit slow}\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .missingSpace(let directive, let rest):
      ProblemRecord(
        "TB-S-108", "a space is missing between {\(directive)} and the cell's name",
        help: "write ```{\(directive)} \(rest)", rule: "A space follows the braces",
        reason: "Markdown viewers read the first word of this line as the listing's language.",
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
        help: "a name begins with a lowercase letter and has only lowercase letters, digits and _"
          + (Notation.suggestedName(for: name).map { ": \($0)" } ?? ""),
        rule: "A cell's name can be used in expressions",
        reason:
          "There a minus would subtract and a period look up a result, so names have only lowercase letters, "
          + "digits and _.",
        wrong: .text("```{fit} Slow-run\nfrom: fast\n```"),
        right: .text("```{fit} slow_run\nfrom: fast\n```"))
    case .tooDeep(let limit):
      ProblemRecord(
        "TB-S-111", "the text is nested more than \(limit) levels deep here",
        help: "nest fewer lists, quotes or emphases in each other",
        rule: "The nesting of text has a limit",
        reason: "The limit is far beyond what a page can show; it keeps a damaged file from using up all "
          + "memory.")
    case .detachedValue:
      ProblemRecord(
        "TB-S-112", "{value} must be directly before its expression",
        help: "write {value}`…`, without a space between", rule: "{value} touches its expression",
        reason: "With a space between them, viewers and readers see two things: a word in braces and code.",
        wrong: .text("It is {value} `fast.loss`."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .misspelledValue(let name):
      ProblemRecord(
        "TB-S-116", "{\(name)} is not an inline value; did you mean \"{value}\"?",
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
          "write {value}`fit.val_accuracy`, and a bar within it as \\| if it is in a table; a backslash "
          + "before the brace makes it ordinary text",
        rule: "An inline value is closed",
        reason: "Otherwise the page would show the expression as it is written in place of the number.",
        wrong: .text("It is {value}`fast.loss."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .valueInHTML:
      ProblemRecord(
        "TB-S-119", "raw HTML is shown as it is written, and cannot hold an inline value",
        help: "write Markdown in place of the HTML", rule: "Inline values belong in Markdown, not in HTML",
        reason: "Raw HTML is not read, only shown, so a value in it would not be computed.",
        wrong: .text("<p>{value}`fast.loss`</p>"), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .foreignPicture:
      ProblemRecord(
        "TB-S-120", "a page fetches nothing, so this picture would be missing from it",
        help: "put it beside the notebook, as in ![A network](network.png), or link to it: [picture](…)",
        rule: "Pictures are files beside the notebook",
        reason:
          "A page is one file, to be read anywhere and for years; what it fetched would be gone or different "
          + "one day. Files are taken into the page.",
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
        reason: "Usually a colon was left out, which turns an option into plain text.",
        wrong: .text("```{fit} slow\nfrom fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .backtickInHeading:
      ProblemRecord(
        "TB-S-114", "a cell's first line cannot have a backtick", help: "remove it",
        rule: "A cell's first line has no backtick after the fence",
        reason: "In Markdown such a line opens nothing, so the cell would silently become prose.",
        wrong: .text("```{fit} slow`\nfrom: fast\n"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .indentedCell:
      ProblemRecord(
        "TB-S-115", "this is a listing, not a cell, since it is indented by four spaces or more",
        help: "begin its fence at the margin", rule: "A cell is indented by at most three spaces",
        reason: "Markdown reads what is indented further as a listing: it would be shown, not run.",
        wrong: .text("    ```{fit} slow\n    from: fast\n    ```"),
        right: .text("```{fit} slow\nfrom: fast\n```"))
    case .shortFence(let fence):
      ProblemRecord(
        "TB-S-153",
        "a cell opens with three \(fence.first == "~" ? "tildes" : "backticks"), and this is prose",
        help: "write \(Self.fence(insteadOf: fence))",
        correction: .replace(fence, with: Self.fence(insteadOf: fence)),
        rule: "A cell opens with three backticks or tildes",
        reason: "Markdown reads what begins with fewer as prose.",
        wrong: .text("``{fit} slow\nfrom: fast\n"), right: .text("```{fit} slow\nfrom: fast\n```"))
    case .brokenTable(let header, let dashes):
      ProblemRecord(
        of: Self.tableHasDashes,
        dashes.map {
          "the header above has \(counted(header, "column")), and this row of dashes \($0), so this is not a "
            + "table"
        } ?? "a row of dashes is missing below the header, so this is not a table",
        help: "write |\(String(repeating: "---|", count: header))")
    case .wrongDashes(let cell):
      ProblemRecord(
        of: Self.tableHasDashes,
        cell.contains(where: \.isWhitespace)
          ? "there is a space inside \"\(cell)\", so this row of dashes does not make a table"
          : "a cell of this row of dashes is \(cell.isEmpty ? "empty" : "\"\(cell)\""), so this is not a "
            + "table",
        help: "write " + (cell.hasPrefix(":") ? ":" : "") + "---"
          + (cell.hasSuffix(":") && cell != ":" ? ":" : ""))
    case .missingFootnote(let label):
      ProblemRecord(
        "TB-S-150", "there is no footnote \"\(label)\", so the page shows this as it is written",
        help:
          "write its text on a line of its own, `[^\(label)]: …`; a backslash before the bracket makes it "
          + "ordinary text",
        cause: "footnote \(label)", rule: "A footnote that is referred to has text",
        reason: "Without it, the reference is left on the page, brackets and all.",
        wrong: .text("A sentence.[^why]"), right: .text("A sentence.[^why]\n\n[^why]: The reason."))
    case .foreignValue(let word):
      ProblemRecord(
        "TB-S-151", "this is shown as code: `{\(word)} …` is not an inline value here",
        help: "write {value}`fit.val_accuracy`, with the braces before the backtick",
        rule: "An inline value has its braces before the backtick",
        reason:
          "Other tools write values as code with a language in braces; here it would be shown as it is "
          + "written.",
        wrong: .text("It is `{python} fast.loss`."), right: .text("It is {value}`fast.loss | fixed(2)`."))
    case .unfilled(let written, let meant):
      ProblemRecord(
        "TB-S-152",
        "\(written) is not filled in here, and the page shows it as it is written"
          + (meant.map { "; did you mean \($0)?" } ?? ""),
        help: "sentences take results and parameters from inline values; ${…} is filled in within cells",
        correction: meant.map { .replace(written, with: $0) },
        rule: "A sentence takes results from inline values",
        reason:
          "`${name}` is filled in within cells; in prose a parameter is read like a result: "
          + "{value}`params.name`.",
        wrong: .text("The loss came to {{fast.loss}}."),
        right: .text("The loss came to {value}`fast.loss | fixed(2)`."))
    case .foreignReference(let written, let meant):
      ProblemRecord(
        "TB-S-155",
        "\(written) is not a reference here, and the page shows it as it is written; did you mean "
          + "\"\(meant)\"?",
        help:
          "@fig- and @tbl- come before the name of a cell, and @eq- before that of an equation; a backslash "
          + "before the @ makes it ordinary text",
        correction: .replace(written, with: meant),
        rule: "A reference is written with a hyphen, in lowercase letters",
        reason: "`@fig:ladder` is how pandoc-crossref writes it; here it would be shown as it is written.",
        wrong: .text("See @fig:curves.") + .cell("{plot} curves", "fits: [fast]\ncaption: How it went."),
        right: .text("See @fig-curves.") + .cell("{plot} curves", "fits: [fast]\ncaption: How it went."))
    case .referenceInText(let written):
      ProblemRecord(
        "TB-S-156",
        "captions, titles and alternative texts hold no references, so \(written) is shown there as it is "
          + "written",
        help: "refer to it in a sentence above or below the cell", rule: "References belong in sentences",
        reason:
          "Captions, titles and alternative texts are read apart from the text, so they hold no figure "
          + "numbers and no footnotes.",
        wrong: .cell("{plot} curves", "fits: [fast]\ncaption: How it went.")
          + .cell("{compare}", "fits: [fast]\ncaption: The ends of @fig-curves."),
        right: .cell("{plot} curves", "fits: [fast]\ncaption: How it went.")
          + .cell("{compare}", "fits: [fast]\ncaption: The ends.")
          + .text("The ends are those of @fig-curves."))
    case .directionControl(let name, let more):
      ProblemRecord(
        "TB-S-160",
        "the character \(name) is invisible and changes the direction of the text around it"
          + (more > 0
            ? "; \(counted(more, "further line")) of this notebook \(more == 1 ? "has" : "have") one too"
            : ""),
        help:
          "remove it, since text with such a character may not read as it is written; the page shows a mark, "
          + "\(name), in its place",
        rule: "Text is shown in the order in which it is written",
        reason: "Characters such as U+202E are invisible, and make a line read as something other than what "
          + "is run. Hebrew and Arabic need none: their letters have a direction of their own. Pages and "
          + "messages show a mark in place of each.")
    case .tangledProse:
      ProblemRecord(
        "TB-S-158", "there are many thousands of links and emphases here without an empty line between them",
        help: "separate them with empty lines, or write fewer of them",
        rule: "A paragraph has no more than a few thousand links",
        reason: "The time to read Markdown grows with the links and emphases between two empty lines, and a "
          + "notebook from elsewhere could take hours that way.")
    case .largeTable(let columns):
      ProblemRecord(
        "TB-S-161",
        "a table of \(columns) columns goes on to here, which makes more than \(LargeTable.mostCells) cells",
        help: "split it with empty lines, or keep such data in a file of its own",
        rule: "Tables have at most 200,000 cells",
        reason: "Markdown gives each row as many cells as its table has columns, so a short text could take "
          + "up any amount of memory.")
    case .lostLink(let address):
      ProblemRecord(
        "TB-S-162",
        Self.message(onLost: address),
        help: LinkScheme.isHostWithPort(address)
          ? "write http://\(address)"
          : "write an address such as https://example.org, or leave out the brackets",
        rule: "A link leads somewhere",
        reason:
          "Addresses that run a program or read one of the reader's files are left out. The part of an "
          + "address before its first colon is its scheme, so a host with a port needs `http://` before it.",
        wrong: .text("[The server](localhost:8888/tree)"),
        right: .text("[The server](http://localhost:8888/tree)"))
    case .rawHTML:
      ProblemRecord(
        "TB-S-163", "raw HTML is not read, and the page shows it as it is written",
        help:
          "write Markdown in place of the HTML; for H₂O, write the formula H$_2$O, and a backslash before < "
          + "makes it text",
        cause: "raw HTML", rule: "Prose is Markdown, not HTML",
        reason:
          "HTML could fetch and run what it likes, so a page shows it as text. Comments, `<!-- … -->`, are "
          + "not shown.",
        wrong: .text("H<sub>2</sub>O"), right: .text("H$_2$O"))
    case .lostFootnote(let label, let isRepeated):
      ProblemRecord(
        "TB-S-164",
        (isRepeated
          ? "there is a footnote \"\(label)\" above, so this one is missing"
          : "nothing refers to the footnote \"\(label)\", so it is missing") + " from the page",
        help: isRepeated
          ? "give it another label" : "write [^\(label)] in a sentence, or remove the footnote",
        rule: "A footnote is referred to, and has a label of its own",
        reason:
          "Markdown leaves out a footnote that nothing refers to, and the second one with the same label. "
          + "Capitals make no difference in labels.",
        wrong: .text("A sentence.\n\n[^why]: The reason."),
        right: .text("A sentence.[^why]\n\n[^why]: The reason."))
    case .surplusCells(let columns):
      ProblemRecord(
        "TB-S-165",
        "the table has \(counted(columns, "column")), so the cells from here on are missing from the page",
        help: "give the header more columns, or write a bar within a cell as \\|",
        rule: "The rows of a table have no more cells than its header",
        reason: "Markdown leaves out the surplus cells.",
        wrong: .text("| fit |\n|---|\n| fast | 3 |"),
        right: .text("| fit | epochs |\n|---|---|\n| fast | 3 |"))
    case .unknownAlert(let mark):
      ProblemRecord(
        "TB-S-167", "\(mark) does not begin an alert, so this is an ordinary quotation",
        help: "begin its words in the next line, after one of "
          + Block.Alert.allCases.map(\.mark).joined(separator: ", "),
        rule: "An alert is one of five kinds",
        reason: "They are GitHub's, so the notebook looks the same there.",
        wrong: .text("> [!INFO]\n> The data is small."), right: .text("> [!NOTE]\n> The data is small."))
    case .optionInComment:
      ProblemRecord(
        "TB-S-171", "a line that begins with #| is a comment here, and does not set an option",
        help: "write options as in `caption: The curves`, without the #|",
        rule: "Options of a cell are YAML, without `#|`",
        reason:
          "Quarto writes options as comments of the cell's language. A cell here is YAML, whose comments are "
          + "not read.",
        wrong: .cell("{plot} curves", "#| fig-cap: The loss\nfits: [fast]"),
        right: .cell("{plot} curves", "fits: [fast]\ncaption: The loss"))
    case .textInComment:
      ProblemRecord(
        "TB-S-172", "a # after a space begins a comment in YAML, so the text ends before it",
        help: "put the text in quotation marks; if it is a comment, write a space after its #",
        rule: "Text with a number sign is in quotation marks",
        reason: "In YAML, a # after a space begins a comment, so the rest of the line is lost.",
        wrong: .cell("{plot} curves", "fits: [fast]\ncaption: The #1 run"),
        right: .cell("{plot} curves", "fits: [fast]\ncaption: \"The #1 run\""))
    case .lostAddress(let label, let isRepeated):
      ProblemRecord(
        "TB-S-173",
        isRepeated
          ? "there is an address for [\(label)] above, so this one is not used"
          : "no link uses the address of [\(label)], so this line is missing from the page",
        help: isRepeated
          ? "give it another label, or remove it"
          : "write [\(label)] in a sentence, or a backslash before the bracket if the line is text",
        rule: "An address that is given apart from its link is used by a link",
        reason:
          "Markdown removes a line such as `[label]: address` from the text, whether or not a link has that "
          + "label.",
        wrong: .text("A sentence.\n\n[why]: https://example.org"),
        right: .text("A [sentence][why].\n\n[why]: https://example.org"))
    case .plainEmphasis(let written, let meant):
      ProblemRecord(
        "TB-S-166",
        "Markdown reads these asterisks as text, since no space separates the punctuation beside them from "
          + "the letters around it",
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
    if address.isEmpty { return "this link has no address, so only its text is shown" }
    if LinkScheme.isHostWithPort(address) {
      return
        "browsers read the part before the colon of \(address) as a scheme, and the link leads nowhere"
    }
    return "a page does not link to this kind of address, so only the text of the link is shown"
  }

  private static let tableHasDashes = ProblemReference(
    "TB-S-157", "The row of dashes has as many columns as the header",
    "Otherwise Markdown reads all of its lines as prose, and bars within values then mean something else. It "
      + "does the same where a cell has a space or another character among its dashes and colons.",
    wrong: .text("| fit | epochs |\n|---|\n| `fast` | 3 |"),
    right: .text("| fit | epochs |\n|---|---|\n| `fast` | 3 |"))
}
