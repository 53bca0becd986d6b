/// A name and an escaped value. Names are constants; text of a notebook can only become a value.
struct Attribute: Sendable, Equatable {
  /// With the space before it; nothing for an attribute that is left out.
  let source: String

  init(_ name: StaticString, _ value: String) {
    source = " \(name)=\"" + Escaping.attribute(value) + "\""
  }

  /// A coordinate or length, to a hundredth.
  init(_ name: StaticString, _ number: Double) {
    source = " \(name)=\"" + SVGNumber.text(number) + "\""
  }

  init(_ name: StaticString, _ number: Int) {
    source = " \(name)=\"\(number)\""
  }

  private init(source: String) { self.source = source }

  static let none = Attribute(source: "")

  /// An attribute without a value, such as `data-footnotes`.
  static func flag(_ name: StaticString) -> Attribute { Attribute(source: " \(name)") }

  static func when(_ condition: Bool, _ attribute: Attribute) -> Attribute { condition ? attribute : .none }

  static func id(_ id: String) -> Attribute { Attribute("id", id) }
  static func `class`(_ name: StaticString) -> Attribute { Attribute("class", "\(name)") }

  /// Several classes, of which none comes from a notebook.
  static func classes(_ names: [StaticString]) -> Attribute {
    Attribute("class", names.map { "\($0)" }.joined(separator: " "))
  }

  /// One numbered class, such as `series-3`.
  static func `class`(_ name: StaticString, numbered number: Int) -> Attribute {
    Attribute("class", "\(name)\(number)")
  }

  static func href(_ url: SafeURL) -> Attribute { Attribute(source: " href=\"\(url.escaped)\"") }
  static func src(_ url: SafeURL) -> Attribute { Attribute(source: " src=\"\(url.escaped)\"") }

  static func textAlign(_ alignment: StaticString) -> Attribute {
    Attribute(source: " style=\"text-align: \(alignment)\"")
  }

  /// Custom properties of CSS whose values are numbers.
  static func properties(_ properties: (StaticString, Int)...) -> Attribute {
    Attribute(source: " style=\"" + properties.map { "--\($0): \($1)" }.joined(separator: "; ") + "\"")
  }
}
