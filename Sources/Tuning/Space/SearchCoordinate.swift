/// The value of one dimension of a search space.
package enum SearchCoordinate: Sendable, Hashable {
  /// The index of a choice, from 0.
  case choice(Int)
  case integer(Int)
  case number(Double)

  /// The place on an axis: the number itself, or the index of the choice.
  package var place: Double {
    switch self {
    case .choice(let index): Double(index)
    case .integer(let integer): Double(integer)
    case .number(let number): number
    }
  }
}

/// A point of a search space: one coordinate for each dimension.
package struct SearchPoint: Sendable, Hashable {
  package let coordinates: [SearchCoordinate]

  package init(_ coordinates: [SearchCoordinate]) { self.coordinates = coordinates }
}
