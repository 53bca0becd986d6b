import ArgumentParser
import Diagnostics
import Foundation
import NotebookRunner
import NotebookSyntax
import Options

/// The text of `--help-notebook`: the notebook's title, description and parameters, and how to set one.
struct NotebookHelp {
  private let path: String
  private let frontMatter: FrontMatter

  /// - Throws: `ExitCode.wrong`, after printing why the front matter cannot be read.
  init(path: String) throws {
    self.path = path
    let source: SourceFile
    do {
      source = try NotebookFile.read(path: path)
    } catch {
      Console.print([error.diagnostic], in: error.source)
      throw ExitCode.wrong
    }
    let (document, findings) = NotebookParser.parse(source)
    frontMatter = document.frontMatter
    guard frontMatter.areParametersKnown else {
      Console.print(findings.filter { $0.severity == .error }, in: source)
      throw ExitCode.wrong
    }
  }

  var text: String {
    let blocks = [heading, frontMatter.description.map { Self.wrapped($0) }, parameters]
    return TerminalText.clean(lines: blocks.compactMap(\.self).joined(separator: "\n\n")) + "\n"
  }

  private var heading: String {
    let texts = [frontMatter.title, frontMatter.subtitle].compactMap(\.self).map(plain)
    return ([path] + texts).joined(separator: "\n")
  }

  private var parameters: String {
    let lines = ParameterTable(frontMatter).lines
    guard let sample = frontMatter.parameterDeclarations.first else {
      return "It has no parameters; they are declared in its front matter, under `params:`."
    }
    return """
      Parameters
      \(lines.map { "  " + $0 }.joined(separator: "\n"))

      Set one
        tunebook run \(shellWord(path)) -P \(sample.name)=\(shellWord(sample.otherValue.description))
      or several, with a YAML or JSON file of names with values
        tunebook run \(shellWord(path)) --params FILE
      """
  }

  /// Returns a title on one line, with its parameters filled in and dots in place of results.
  private func plain(_ text: SourceText) -> String {
    frontMatter.plain(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func wrapped(_ text: String, width: Int = 80) -> String {
    var lines = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if displayWidth(of: line) + 1 + displayWidth(of: String(word)) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension ParameterDeclaration {
  /// A permitted value as an example; other than the default, if one is easily found.
  fileprivate var otherValue: OptionValue {
    if let choice = choices.first(where: { $0 != defaultValue }) { return choice }
    let candidates: [OptionValue.Content] =
      switch defaultValue.content {
      case .flag(let flag): [.flag(!flag)]
      case .integer(let integer) where integer.magnitude < 1 << 60:
        [.integer(integer * 2), .integer(integer + 1), .integer(integer - 1)]
      case .number(let number): [.number(number / 2), .number(number * 2)]
      default: []
      }
    let other = candidates.map { OptionValue($0) }.first { $0 != defaultValue && allows($0) }
    return other ?? defaultValue
  }
}

/// Returns text quoted as one word for the shell.
func shellWord(_ text: String) -> String {
  let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_./=,:+@%".contains($0) }
  return isPlain ? text : "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
}
