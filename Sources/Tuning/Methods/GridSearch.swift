/// Every combination of the values, in the order of the dimensions, those of the last changing fastest.
package struct GridSearch: SearchMethod {
  private let space: SearchSpace
  private let total: Int

  /// - Returns: `nil` if the combinations cannot be counted: see ``SearchSpace/count``.
  package init?(_ space: SearchSpace) {
    guard let count = space.count else { return nil }
    self.space = space
    total = count
  }

  package var count: Int? { total }

  package func points(_ trials: Range<Int>, given observations: [Observation]) -> [SearchPoint] {
    trials.clamped(to: 0..<total).map { trial in
      var rest = trial
      let coordinates = space.dimensions.reversed().map { dimension in
        let count = dimension.domain.count ?? 1
        defer { rest /= count }
        return dimension.domain.coordinate(index: rest % count)
      }
      return SearchPoint(coordinates.reversed())
    }
  }
}

/// Points that the author lists.
package struct ListSearch: SearchMethod {
  private let listed: [SearchPoint]

  package init(_ points: [SearchPoint]) { listed = points }

  package var count: Int? { listed.count }

  package func points(_ trials: Range<Int>, given observations: [Observation]) -> [SearchPoint] {
    Array(listed[trials.clamped(to: listed.indices)])
  }
}
