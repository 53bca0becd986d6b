import Diagnostics

extension SyntaxProblem {
  package static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-S-101", "A cell is closed",
      "Without its last line a cell would swallow all that follows, further cells too.",
      wrong: .text("```{fit} slow\nfrom: fast\nepochs: 6"),
      right: .text("```{fit} slow\nfrom: fast\nepochs: 6\n```")),
    ProblemReference(
      "TB-S-102", "A listing is closed",
      "Markdown takes the rest of the file for a part of it, and shows prose as code.",
      wrong: .text("```\na listing\n\nAnd prose behind it."),
      right: .text("```\na listing\n```\n\nAnd prose behind it.")),
    ProblemReference(
      "TB-S-103", "A cell stands at the margin of the notebook",
      "Cells are run one after the other as the reader meets them; a list or a quote is prose.",
      wrong: .text("- A slower fit:\n\n  ```{fit} slow\n  from: fast\n  ```"),
      right: .text("- A slower fit:\n\n```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-104", "A cell has a directive",
      "The braces are what makes a cell of a listing, and the directive says what it does.",
      wrong: .text("```{} slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-105", "The brace around a directive is closed",
      "It is not guessed where the directive ends and the cell's name begins.",
      wrong: .text("```{fit slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-106", "A directive is written in small letters",
      "There is one spelling of each. Heads of other tools' cells, such as {python}, are spelled alike and are refused "
        + "as unknown directives.",
      wrong: .text("```{Fit} slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-107", "Only the directive stands within the braces",
      "Names stand behind them, and options in the body, where each can be found and have a line of its own.",
      wrong: .text("```{fit slow}\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-108", "A space stands behind the braces",
      "Viewers of Markdown read the first word of this line as the listing's language.",
      wrong: .text("```{fit}slow\nfrom: fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-109", "A cell has one name and nothing behind it",
      "A title is a caption: it stands in the body and may have spaces.",
      wrong: .text("```{fit} slow but steady\nfrom: fast\n```"),
      right: .text("```{fit} slow\nfrom: fast\ncaption: Slow but steady.\n```")),
    ProblemReference(
      "TB-S-110", "A cell's name can stand in expressions",
      "There a minus would subtract and a period look up a result, so names have small letters, digits and _ alone.",
      wrong: .text("```{fit} Slow-run\nfrom: fast\n```"),
      right: .text("```{fit} slow_run\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-111", "Text is not nested without end",
      "The limit is far beyond what a page can show; it keeps a damaged file from using up all memory."),
    ProblemReference(
      "TB-S-158", "A paragraph has no more than some thousand links",
      "The time that Markdown takes to read grows with the links and with the emphases between two empty lines, and a "
        + "foreign notebook could take hours so."),
    ProblemReference(
      "TB-S-161", "Tables have no more than 200,000 cells",
      "Markdown gives each row as many cells as its table has columns, so that a short text could take any memory."
    ),
    ProblemReference(
      "TB-S-112", "{value} touches its expression",
      "With a space between, any viewer and any reader sees two things: a word in braces and code.",
      wrong: .text("It is {value} `fast.loss`."), right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-S-113", "The body of a cell is options or a list",
      "Mostly a colon was left out, which makes plain text of an option.",
      wrong: .text("```{fit} slow\nfrom fast\n```"), right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-114", "A cell's first line has no backtick behind the fence",
      "In Markdown such a line opens nothing, so that the cell would silently be prose.",
      wrong: .text("```{fit} slow`\nfrom: fast\n"), right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-153", "A cell opens with three backticks or tildes",
      "Markdown makes prose of what begins with fewer.",
      wrong: .text("``{fit} slow\nfrom: fast\n"), right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-157", "The row of dashes has as many columns as the header",
      "Markdown makes prose of all its lines where it has not, and bars within values then mean something else. So it "
        + "does where a space or another character stands among the dashes and colons of a cell.",
      wrong: .text("| fit | epochs |\n|---|\n| `fast` | 3 |"),
      right: .text("| fit | epochs |\n|---|---|\n| `fast` | 3 |")),
    ProblemReference(
      "TB-S-160", "Text has the order in which it is written",
      "Characters such as U+202E are not seen, and let a line read as another than the one that is run. Hebrew and Arabic "
        + "need none: their letters have a direction of their own. Pages and messages show a mark in place of each."
    ),
    ProblemReference(
      "TB-S-115", "A cell is indented by three spaces at most",
      "Markdown makes a listing of what is indented further: it would be shown and not run.",
      wrong: .text("    ```{fit} slow\n    from: fast\n    ```"),
      right: .text("```{fit} slow\nfrom: fast\n```")),
    ProblemReference(
      "TB-S-116", "An inline value is written {value}",
      "Another word would be left on the page, braces and all, in place of the number.",
      wrong: .text("It is {valeu}`fast.loss`."), right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-S-117", "An inline value has an expression",
      "It says which result stands in the sentence.",
      wrong: .text("It is {value}``."), right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-S-118", "An inline value is closed",
      "Else the expression would be printed as it is written, and no number.",
      wrong: .text("It is {value}`fast.loss."), right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-S-119", "Inline values stand in Markdown, not in HTML",
      "Raw HTML is not read, only passed on or shown, so a value in it would not be computed.",
      wrong: .text("<p>{value}`fast.loss`</p>"), right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-S-120", "Pictures are part of the notebook",
      "A page is one file that is read for years and anywhere; what it fetches is gone or different one day.",
      wrong: .text("![A network](network.png)"), right: .text("[A network](network.png)")),
    ProblemReference(
      "TB-S-162", "A link leads somewhere",
      "Addresses that run a program or read a file of the reader are left out. What stands before the first colon of an "
        + "address is its scheme, so that a host with a port needs `http://` before it.",
      wrong: .text("[The server](localhost:8888/tree)"),
      right: .text("[The server](http://localhost:8888/tree)")),
    ProblemReference(
      "TB-S-163", "Prose is Markdown, not HTML",
      "HTML could fetch and run what it likes, so a page shows it as text. Comments, `<!-- … -->`, are not shown.",
      wrong: .text("H<sub>2</sub>O"), right: .text("H$_2$O")),
    ProblemReference(
      "TB-S-164", "A footnote is referred to, and has a label of its own",
      "Markdown leaves out a footnote that nothing refers to, and the second one of a label. Capital and small letters "
        + "are the same in labels.",
      wrong: .text("A sentence.\n\n[^why]: The reason."),
      right: .text("A sentence.[^why]\n\n[^why]: The reason.")),
    ProblemReference(
      "TB-S-165", "The rows of a table have no more cells than its header",
      "Markdown leaves out the cells that are too many.",
      wrong: .text("| fit |\n|---|\n| fast | 3 |"), right: .text("| fit | epochs |\n|---|---|\n| fast | 3 |")),
    ProblemReference(
      "TB-S-171", "Options of a cell are YAML, without `#|`",
      "Quarto writes options as comments of the cell's language. A cell here is YAML, whose comments are not read.",
      wrong: .cell("{plot} curves", "#| fig-cap: The loss\nfits: [fast]"),
      right: .cell("{plot} curves", "fits: [fast]\ncaption: The loss")),
    ProblemReference(
      "TB-S-172", "A text with a number sign stands between quotation marks",
      "In YAML, a # after a space begins a comment, so that the rest of the line is lost.",
      wrong: .cell("{plot} curves", "fits: [fast]\ncaption: The #1 run"),
      right: .cell("{plot} curves", "fits: [fast]\ncaption: \"The #1 run\"")),
    ProblemReference(
      "TB-S-173", "An address that is given apart from its link is used",
      "Markdown takes a line such as `[label]: address` off the text, be there a link with that label or not.",
      wrong: .text("A sentence.\n\n[why]: https://example.org"),
      right: .text("A [sentence][why].\n\n[why]: https://example.org")),
    ProblemReference(
      "TB-S-166", "Emphasis that touches punctuation stands between spaces",
      "By CommonMark's rule, `**` with punctuation on its inner side opens or closes an emphasis only where a space or "
        + "punctuation stands on its outer side. Chinese, Japanese and Korean text often has neither.",
      wrong: .text("これは**「重要」**です。"), right: .text("これは **「重要」** です。")),
    ProblemReference(
      "TB-S-150", "A footnote that is referred to has a text",
      "Without it the reference is left on the page, brackets and all.",
      wrong: .text("A sentence.[^why]"), right: .text("A sentence.[^why]\n\n[^why]: The reason.")),
    ProblemReference(
      "TB-S-151", "An inline value has its braces before the backtick",
      "Code with a language in braces is how other tools write values; here it would be shown as it is.",
      wrong: .text("It is `{python} fast.loss`."), right: .text("It is {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-S-152", "What a sentence takes from the run is an inline value",
      "`${name}` is filled in within cells; in prose a parameter is read as a result is: {value}`params.name`.",
      wrong: .text("The loss came to {{fast.loss}}."),
      right: .text("The loss came to {value}`fast.loss | fixed(2)`.")),
    ProblemReference(
      "TB-S-155", "A reference is written with a hyphen, in small letters",
      "`@fig:ladder` is how pandoc-crossref writes it; here it would be shown as it is.",
      wrong: .text("See @fig:curves.") + .cell("{plot} curves", "fits: [fast]\ncaption: How it went."),
      right: .text("See @fig-curves.") + .cell("{plot} curves", "fits: [fast]\ncaption: How it went.")),
    ProblemReference(
      "TB-S-156", "References stand in sentences",
      "Captions, titles and alternative texts are read apart from the text, so they hold no numbers of figures and no "
        + "footnotes.",
      wrong: .cell("{plot} curves", "fits: [fast]\ncaption: How it went.")
        + .cell("{compare}", "fits: [fast]\ncaption: The ends of @fig-curves."),
      right: .cell("{plot} curves", "fits: [fast]\ncaption: How it went.")
        + .cell("{compare}", "fits: [fast]\ncaption: The ends.") + .text("The ends are those of @fig-curves.")
    ),
  ]
}
