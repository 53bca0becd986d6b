import Diagnostics

/// A value as an author wrote it: a scalar, a list or a mapping, with its place in the notebook.
///
/// Equality and hashing look at the content alone, so that a value moved about is still the same value.
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
  /// Where the bytes of a text stand; `nil` where it is written as it reads.
  private let map: SourceMap?
  /// The letters that a number or a flag was written with, such as `1.10`; `nil` where they are not known.
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

  /// The scalar as text, letter by letter as it was written.
  package var spelling: String { written ?? description }

  /// The value at another place.
  package func moved(to range: SourceRange) -> OptionValue {
    OptionValue(content, at: range, written: written)
  }

  package init(_ text: SourceText) {
    self.init(.text(text.text), at: text.range, map: text.map(of: 0..<text.text.utf8.count))
  }

  /// The value as text that knows the place of its parts; `nil` for what is no scalar.
  package var sourceText: SourceText? {
    switch content {
    case .text(let text): SourceText(text, at: range, map: map)
    case .integer, .number, .flag: SourceText(spelling, at: range)
    case .null, .list, .mapping: nil
    }
  }

  /// Whether it is a text of several lines that YAML reads as one.
  package let isJoined: Bool

  /// The entries of a mapping; none for anything else.
  package var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  package subscript(key: String) -> OptionValue? { entries.last { $0.key == key }?.value }

  /// What kind of value this is, in an author's words.
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
  /// The place of what no one wrote: defaults and derived values.
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
  /// The value in YAML's flow style, on one line; the same value always gives the same text.
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
