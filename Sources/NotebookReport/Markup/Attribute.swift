/// An attribute of an element: a name and an escaped value.
///
/// A name is a constant of this package, so that text from a notebook can only become a value.
struct Attribute: Sendable, Equatable {
  /// The attribute as it is written, with a space before it; empty for an attribute that is left out.
  let source: String

  init(_ name: StaticString, _ value: String) {
    source = " \(name)=\"" + Escaping.attribute(value) + "\""
  }

  /// Creates an attribute from a coordinate or a length, rounded to tenths.
  init(_ name: StaticString, _ number: Double) {
    source = " \(name)=\"" + SVGNumber.text(number) + "\""
  }

  init(_ name: StaticString, _ number: Int) {
    source = " \(name)=\"\(number)\""
  }

  private init(source: String) { self.source = source }

  static let none = Attribute(source: "")

  /// Creates an attribute without a value, such as `data-footnotes`.
  static func flag(_ name: StaticString) -> Attribute { Attribute(source: " \(name)") }

  static func when(_ condition: Bool, _ attribute: Attribute) -> Attribute { condition ? attribute : .none }

  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func `class`(_ name: StaticString) -> Attribute { Attribute("class", "\(name)") }

  /// Returns a `class` attribute with constant names.
  static func classes(_ names: [StaticString]) -> Attribute {
    Attribute("class", names.map { "\($0)" }.joined(separator: " "))
  }

  /// Returns a `class` attribute with one numbered name, such as `series-3`.
  static func `class`(_ name: StaticString, numbered number: Int) -> Attribute {
    Attribute("class", "\(name)\(number)")
  }

  static func href(_ url: SafeURL) -> Attribute { Attribute(source: " href=\"\(url.escaped)\"") }
  static func src(_ url: SafeURL) -> Attribute { Attribute(source: " src=\"\(url.escaped)\"") }

  static func textAlign(_ alignment: StaticString) -> Attribute {
    Attribute(source: " style=\"text-align: \(alignment)\"")
  }

  /// Returns a `style` attribute that sets custom CSS properties to numbers.
  static func properties(_ properties: (StaticString, Int)...) -> Attribute {
    Attribute(source: " style=\"" + properties.map { "--\($0): \($1)" }.joined(separator: "; ") + "\"")
  }

  /// Returns a `style` attribute for the reference to a footnote in the margin, beside which the footnote stands.
  static func sidenoteReference(_ number: Int) -> Attribute {
    Attribute(source: " style=\"anchor-name: --ref-\(number)\"")
  }

  /// Returns a `style` attribute for a footnote in the margin.
  ///
  /// - Parameter above: the number of the footnote above it.
  static func sidenote(_ number: Int, below above: Int?) -> Attribute {
    let above = above.map { "; --above: --note-\($0)" } ?? ""
    return Attribute(source: " style=\"--ref: --ref-\(number)\(above); anchor-name: --note-\(number)\"")
  }
}
