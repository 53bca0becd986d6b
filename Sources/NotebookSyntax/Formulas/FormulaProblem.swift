import Diagnostics
import Foundation

/// A part of a formula that is outside the subset of LaTeX.
package enum FormulaProblem: Problem {
  case unknownCommand(String)
  case unknownEnvironment(String)
  case unexpected(String)
  case unclosed(String)
  case missingArgument(String)
  case missingBracket(String)
  case scriptTwice(String)
  case unknownLetters(String)
  case tooDeep(limit: Int)
  /// A formula without its closing sign, which is the same as the opening one.
  case neverClosed(by: String)
  case wordsInDollars
  /// A formula in LaTeX's notation: the text between `\(` and `\)`, or between `\[` and `\]`.
  case escapedBrackets(content: String, isDisplay: Bool)
  /// The attribute after a formula, as written.
  case foreignLabel(String)
  /// The name of an equation that another one has too.
  case repeatedLabel(String)

  package var record: ProblemRecord {
    switch self {
    case .unknownCommand(let name):
      ProblemRecord(
        "TB-M-101",
        "formulas have no command \\\(name)" + didYouMean(name, MathParser.commands, prefix: "\\"),
        help: "the formula is shown as it is written",
        correction: Self.correction(of: name),
        rule: "A command in a formula is one that pages can show",
        reason:
          "Formulas become MathML without any of LaTeX's packages, so there is a fixed set of commands. "
          + "Others are shown as written.",
        wrong: .text("$\\alhpa + 1$"), right: .text("$\\alpha + 1$"))
    case .unknownEnvironment(let name):
      ProblemRecord(
        "TB-M-102", "formulas have no environment \"\(name)\"" + didYouMean(name, MathParser.environments),
        help: "environments: \(MathParser.environments.joined(separator: ", "))",
        rule: "An environment is a matrix, cases, aligned or gathered",
        reason: "Tables of text are written in Markdown, and pictures are charts.",
        wrong: .text("$$\\begin{tabular}{c} a \\end{tabular}$$"),
        right: .text("$$\\begin{matrix} a & b \\end{matrix}$$"))
    case .unexpected(let sign):
      ProblemRecord(
        "TB-M-103", "\(sign) has no meaning at this place in a formula",
        help: Self.help(on: sign),
        rule: "LaTeX's own characters are escaped, or used as LaTeX does",
        reason: "%, # and & mean something to LaTeX: a comment, an argument, a column.",
        wrong: .text("$p = 5%$"), right: .text("$p = 5\\%$"))
    case .unclosed(let opening):
      ProblemRecord(
        "TB-M-104", "the \(opening) that opens here is never closed",
        help: [
          "brace": "close it with }", "bracket": "close it with ]",
          "\\left": "close it with \\right and a bracket, or \\right. for none",
        ][opening]
          ?? "close it with \\end{\(opening)}",
        rule: "What opens in a formula is closed",
        reason: "Otherwise it is unclear how much of the formula belongs to it.", wrong: .text("$x^{2$"),
        right: .text("$x^{2}$"))
    case .missingArgument(let owner):
      ProblemRecord(
        "TB-M-105", "\(owner) must be followed by its argument", help: "put it in braces: {…}",
        rule: "A command is followed by its argument",
        reason: "A fraction has two; a root and a script have one.", wrong: .text("$\\frac{1}$"),
        right: .text("$\\frac{1}{2}$"))
    case .missingBracket(let owner):
      ProblemRecord(
        "TB-M-106", "\(owner) must be followed by a bracket",
        help: "write one such as ( or \\{, or a period for none",
        rule: "A bracket follows \\left, \\right and \\big",
        reason:
          "They set the size of a bracket, and mean nothing alone; \\left. is an invisible bracket.",
        wrong: .text("$\\left x \\right)$"), right: .text("$\\left( x \\right)$"))
    case .scriptTwice(let sign):
      ProblemRecord(
        "TB-M-107", "only one \(sign) can follow a symbol",
        help: "group with braces what belongs together: {x^a}^b",
        rule: "A symbol has one superscript and one subscript", reason: "$x^a^b$ could be read in two ways.",
        wrong: .text("$x^a^b$"), right: .text("${x^a}^b$"))
    case .unknownLetters(let command):
      ProblemRecord(
        "TB-M-108", "\(command) takes only letters and digits",
        help: "the formula is shown as it is written",
        rule: "The name of a function has only letters and digits",
        reason: "Raised and lowered parts come after it.",
        wrong: .text("$\\operatorname{a^b}(x)$"), right: .text("$\\operatorname{a}^b(x)$"))
    case .tooDeep(let limit):
      ProblemRecord(
        "TB-M-109", "a formula can be nested at most \(limit) levels deep",
        help: "the formula is shown as it is written", rule: "The nesting of a formula has a limit",
        reason: "No page could show it; the limit keeps a damaged file from using up all memory.")
    case .neverClosed(let sign):
      ProblemRecord(
        "TB-M-110", "the formula that opens here is never closed",
        help: (sign == "$"
          ? "close it with $ in the same paragraph, with no space before it and no digit after it"
          : "close it with $$; within lists and quotes, no line of it can begin like a list or a heading")
          + "; a dollar sign is written \\$",
        rule: "A formula is closed with the dollar signs that open it",
        reason:
          "Within lists and quotes, its lines must not begin like a list or a heading, since that ends the "
          + "paragraph. A single dollar sign opens a formula that ends in its paragraph; before a command, "
          + "as in $\\mu, it is never a price.",
        wrong: .text("$$x^2"), right: .text("$$x^2$$"))
    case .wordsInDollars:
      ProblemRecord(
        "TB-M-111", "the text between these dollar signs is set as a formula",
        help:
          "write \\$ for a dollar sign that is text, put a name such as $HOME in backticks, and in a formula "
          + "write words as \\text{…}",
        rule: "A formula holds no sentences or paths",
        reason:
          "Two dollar signs in a paragraph may mark amounts or names of variables. As a formula, their "
          + "letters would be set as products, without the spaces between words.",
        wrong: .text("Set $HOME/bin:$PATH first."), right: .text("Set `$HOME/bin:$PATH` first."))
    case .escapedBrackets(let content, let isDisplay):
      ProblemRecord(
        "TB-M-112",
        "Markdown reads \(isDisplay ? "\\[ and \\]" : "\\( and \\)") as brackets, so the page shows them and "
          + "no formula" + Self.inDollars(content, isDisplay: isDisplay),
        help: "a formula is $…$ within a sentence and $$…$$ on a line of its own",
        cause: "formulas in brackets", rule: "A formula is between dollar signs",
        reason:
          "\\(…\\) and \\[…\\] are LaTeX. In Markdown a backslash makes the character after it text, so the "
          + "brackets stay and the backslashes do not.",
        wrong: .text("The loss is \\(x^2\\)."), right: .text("The loss is $x^2$."))
    case .foreignLabel(let written):
      ProblemRecord(
        "TB-M-113", "\(written) is no label of an equation, and the page shows it as it is written",
        help: "write a label such as {#eq-loss} after a formula between two double dollar signs",
        rule: "The label of an equation begins with eq-",
        reason: "It is Quarto's notation, in which the first letters say to what a label belongs. A formula "
          + "within a line has no number.",
        wrong: .text("$$L = 0$$ {#loss}"), right: .text("$$L = 0$$ {#eq-loss}"))
    case .repeatedLabel(let name):
      ProblemRecord(
        "TB-M-114", "there is an equation \"\(name)\" above", help: "give this one another name",
        cause: "equation \(name)", rule: "An equation has a name of its own",
        reason: "A reference to one of two could not be followed.",
        wrong: .text("$$a = 1$$ {#eq-one}\n\n$$b = 1$$ {#eq-one}"),
        right: .text("$$a = 1$$ {#eq-a}\n\n$$b = 1$$ {#eq-b}"))
    }
  }

  /// Returns a formula as it was meant, if it is short enough for a message.
  private static func inDollars(_ content: String, isDisplay: Bool) -> String {
    let sign = isDisplay ? "$$" : "$"
    let formula = content.trimmingCharacters(in: .whitespacesAndNewlines)
    let isShort = !formula.isEmpty && formula.utf8.count <= 60 && !formula.contains(where: \.isNewline)
    return isShort ? "; did you mean \"\(sign)\(formula)\(sign)\"?" : ""
  }

  private static func help(on sign: String) -> String {
    switch sign {
    case "%", "#": "write it as \\\(sign)"
    case "&", "\\\\": "put lines and columns in \\begin{aligned} … \\end{aligned}"
    case "}": "remove it, or write a brace as \\}"
    default: "remove it"
    }
  }

  private static func correction(of command: String) -> Correction? {
    guard let meant = closestName(to: command, among: MathParser.commands), isMisspelling(command, of: meant)
    else { return nil }
    return .replace("\\\(command)", with: "\\\(meant)")
  }

  package static let references = [
    reference(of: unknownCommand), reference(of: unknownEnvironment), reference(of: unexpected),
    reference(of: unclosed), reference(of: missingArgument), reference(of: missingBracket),
    reference(of: scriptTwice), reference(of: unknownLetters), reference(of: tooDeep),
    reference(of: neverClosed), reference(of: wordsInDollars), reference(of: escapedBrackets),
    reference(of: foreignLabel), reference(of: repeatedLabel),
  ]
}

/// A problem and its place within the formula, in UTF-8 offsets.
struct MathFault: Error {
  let problem: FormulaProblem
  let range: Range<Int>
}
