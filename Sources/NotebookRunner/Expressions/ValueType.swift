import Diagnostics
import Engine
import NotebookResults

/// The type of a value that is not yet computed, so that expressions can be checked before any training.
package indirect enum ValueType: Sendable {
  case number
  case text
  case flag
  case list(ValueType, count: Int?)
  /// The minimum and maximum count of numbers, and whether one of them is the best.
  case series(counts: ClosedRange<Int>, hasBest: Bool = true)
  case record([Field])
  /// A value for each of several seeds.
  case seeds(ValueType, seeds: [Int])

  package struct Field: Sendable {
    package let name: String
    package let type: ValueType
    /// The unit of the number or of all numbers in the field; `nil` if they differ in unit or it is unknown.
    package let unit: Quantity.Unit?

    package init(_ name: String, _ type: ValueType, unit: Quantity.Unit? = nil) {
      self.name = name
      self.type = type
      self.unit = unit
    }
  }

  /// Returns the field of a record, which may be one of its history.
  func field(_ name: String) -> Field? {
    if case .seeds(let each, let seeds) = self {
      return each.field(name).map { Field($0.name, .seeds($0.type, seeds: seeds), unit: $0.unit) }
    }
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
    case .seeds(let each, _): each.phrase
    }
  }

  /// The type of the value of a single seed.
  var each: ValueType { if case .seeds(let each, _) = self { each } else { self } }

  /// The seeds whose results are averaged; empty if it is a single result.
  var seeds: [Int] { if case .seeds(_, let seeds) = self { seeds } else { [] } }
}

/// The names that a path may leave out: a fit's `history`, a report's `per_class`.
enum ImpliedField {
  static let record = "history"
  static let list = "per_class"
}

/// A field that a path may take from a series instead of an index.
enum SeriesField: String, CaseIterable {
  case first, last, best

  /// Returns the fields of a series.
  static func names(hasBest: Bool) -> [String] {
    allCases.filter { hasBest || $0 != .best }.map(\.rawValue)
  }
}

/// A field that a path may take from the results of several seeds; without one it reads their mean.
enum SeedsField: String, CaseIterable {
  case mean, std, min, max
  /// The list of the results, one for each seed, from 0.
  case seeds

  static let names = allCases.map(\.rawValue)
}
