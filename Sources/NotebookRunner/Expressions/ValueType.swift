import Diagnostics
import Engine
import NotebookResults

/// What is known of a value before it is computed, so that expressions are checked before anything trains.
package indirect enum ValueType: Sendable {
  case number
  case text
  case flag
  case list(ValueType, count: Int?)
  /// The fewest numbers and the most.
  case series(counts: ClosedRange<Int>)
  case record([Field])

  package struct Field: Sendable {
    package let name: String
    package let type: ValueType
    /// The unit of the number or of all numbers within; `nil` where they have several or none is known.
    package let unit: Quantity.Unit?

    package init(_ name: String, _ type: ValueType, unit: Quantity.Unit? = nil) {
      self.name = name
      self.type = type
      self.unit = unit
    }
  }

  /// The field of a record, which may be one of its history.
  func field(_ name: String) -> Field? {
    guard case .record(let fields) = self else { return nil }
    if let field = fields.first(where: { $0.name == name }) { return field }
    return fields.first { $0.name == ImpliedField.record }?.type.field(name)
  }

  package static let nothing = ValueType.record([])

  var phrase: String {
    switch self {
    case .number, .series: "a number"
    case .text: "text"
    case .flag: "true or false"
    case .list: "a list"
    case .record: "a group of results"
    }
  }
}

/// The names through which a path may go on without writing them: a fit's `history`, a report's `per_class`.
enum ImpliedField {
  static let record = "history"
  static let list = "per_class"
}

/// What a path may take from a series besides an index.
enum SeriesField: String, CaseIterable {
  case first, last, best
}
