import Diagnostics
import NotebookResults

/// What is known of a value before it is computed, so that expressions are checked before anything trains.
package indirect enum ValueType: Sendable {
  case number
  case text
  case flag
  case list(ValueType, count: Int?)
  case series(count: Int)
  case record([Field])

  package struct Field: Sendable {
    package let name: String
    package let type: ValueType

    package init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
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
