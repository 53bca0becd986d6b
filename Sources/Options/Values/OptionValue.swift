import Diagnostics

/// A value as an author wrote it: a scalar, a list or a mapping, with its place in the notebook.
///
/// Equality and hashing use the content alone, so that a value moved elsewhere remains the same value.
package struct OptionValue: Sendable {
  package indirect enum Content: Sendable, Hashable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([OptionValue])
    case mapping([Entry])
  }

  package struct Entry: Sendable {
    package let key: String
    package let keyRange: SourceRange
    package let value: OptionValue

    package init(_ key: String, at keyRange: SourceRange = .nowhere, _ value: OptionValue) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  package let content: Content
  package let range: SourceRange
  /// The places of a text's bytes, or `nil` if the text is written literally.
  private let map: SourceMap?
  /// The characters of a number or a flag as written, such as `1.10`, or `nil` if they are unknown.
  private let written: String?

  package init(
    _ content: Content, at range: SourceRange = .nowhere, map: SourceMap? = nil, isJoined: Bool = false,
    written: String? = nil
  ) {
    self.isJoined = isJoined
    self.written = written
    self.content = content
    self.range = range
    self.map = map
  }

  /// The scalar as text, character by character as written.
  package var spelling: String { written ?? description }

  /// Returns the value at another place.
  package func moved(to range: SourceRange) -> OptionValue {
    OptionValue(content, at: range, written: written)
  }

  package init(_ text: SourceText) {
    self.init(.text(text.text), at: text.range, map: text.map(of: 0..<text.text.utf8.count))
  }

  /// The value as text with the places of its parts, or `nil` if it is not a scalar.
  package var sourceText: SourceText? {
    switch content {
    case .text(let text): SourceText(text, at: range, map: map)
    case .integer, .number, .flag: SourceText(spelling, at: range)
    case .null, .list, .mapping: nil
    }
  }

  /// True if it is a text of several lines that YAML reads as one.
  package let isJoined: Bool

  /// The entries of a mapping; empty for any other value.
  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  package subscript(key: String) -> OptionValue? { entries.last { $0.key == key }?.value }

  /// The kind of the value, in an author's terms.
  package var kindName: String {
    switch content {
    case .null: "nothing"
    case .flag: "a flag"
    case .integer: "an integer"
    case .number: "a number"
    case .text: "text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension SourceRange {
  /// The place of values that are not written anywhere: defaults and derived values.
  package static let nowhere = SourceRange(0, 0)
}

extension OptionValue: Hashable {
  package static func == (one: Self, other: Self) -> Bool { one.content == other.content }
  package func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

extension OptionValue.Entry: Hashable {
  package static func == (one: Self, other: Self) -> Bool { one.key == other.key && one.value == other.value }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(value)
  }
}

extension OptionValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(integerLiteral value: Int) { self.init(.integer(value)) }
  package init(floatLiteral value: Double) { self.init(.number(value)) }
  package init(stringLiteral value: String) { self.init(.text(value)) }
  package init(booleanLiteral value: Bool) { self.init(.flag(value)) }
  package init(arrayLiteral elements: OptionValue...) { self.init(.list(elements)) }
  package init(dictionaryLiteral elements: (String, OptionValue)...) {
    self.init(.mapping(elements.map { Entry($0, $1) }))
  }
}

extension OptionValue: CustomStringConvertible {
  /// The value in YAML's flow style, on one line; equal values always have equal descriptions.
  package var description: String {
    switch content {
    case .null: "null"
    case .flag(let flag): String(flag)
    case .integer(let integer): String(integer)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .text(let text): text
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }
  }
}

extension OptionValue: Placeholder {
  package static var placeholder: OptionValue { OptionValue(.null) }
}
