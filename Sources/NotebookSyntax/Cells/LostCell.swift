/// A cell that could not be read, which has been reported; the absence of its name is a consequence.
package struct LostCell: Sendable, Hashable {
  /// The directive, or `nil` if it is unknown.
  package let directive: String?
  package let name: String?

  init(directive: String, name: String) {
    self.directive = directive
    self.name = name
  }

  /// - Parameter info: the text after the fence, such as `{fit fast`.
  package init(info: String) {
    func words(_ text: Substring) -> [String] {
      text.split { $0 == " " || $0 == "\t" || $0 == "{" }.map(String.init)
    }
    let close = info.firstIndex(of: "}") ?? info.endIndex
    let inside = words(info[..<close])
    directive = inside.first.flatMap { Notation.isName($0) ? $0 : nil }
    name = (inside.dropFirst() + words(info[close...].dropFirst())).first
  }
}
