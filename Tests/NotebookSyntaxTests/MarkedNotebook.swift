import Diagnostics
import NotebookSyntax
import Options
import Testing

/// A notebook written with markers (1️⃣, 2️⃣ …), parsed without them, whose places can be named by them.
struct MarkedNotebook {
  let source: SourceFile
  let document: Document
  let diagnostics: [Diagnostic]
  private let markers: [Character: Int]

  init(_ marked: String) {
    var text = ""
    var markers: [Character: Int] = [:]
    for character in marked {
      if "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣".contains(character) {
        markers[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    source = SourceFile(path: "test.md", text: text)
    (document, diagnostics) = NotebookParser.parse(source)
    self.markers = markers
  }

  /// The range between two markers.
  func range(_ start: Character, _ end: Character) -> SourceRange? {
    guard let start = markers[start], let end = markers[end] else { return nil }
    return SourceRange(start, end)
  }

  /// The number of the marker at an offset, for comparing several at once.
  func marker(at offset: Int) -> Character? { markers.first { $0.value == offset }?.key }

  /// What was found, as message and marked text.
  var findings: [Finding] { diagnostics.map { Finding($0.code, source[$0.range]) } }

  struct Finding: Equatable, CustomStringConvertible {
    let code: String
    let text: String

    init(_ code: String, _ text: String) {
      self.code = code
      self.text = text
    }

    var description: String { "\(code) \"\(text)\"" }
  }
}

/// A notebook that is one cell with a body.
func cell(_ body: String, fence: String = "```") -> MarkedNotebook {
  MarkedNotebook("# A\n\n\(fence){fit} slow\n\(body)\n\(fence)\n")
}

extension MarkedNotebook {
  /// The body of the first cell.
  var body: OptionValue? { document.cells.first?.body }
}
