/// A setting that is searched.
package struct SearchDimension: Sendable, Hashable {
  package let name: String
  package let domain: SearchDomain

  /// - Throws: the reason for which the domain cannot be searched.
  package init(_ name: String, _ domain: SearchDomain) throws(SearchDomainProblem) {
    if let problem = domain.problem { throw problem }
    self.name = name
    self.domain = domain
  }
}

/// The settings that are searched together.
package struct SearchSpace: Sendable, Hashable {
  /// The largest number of dimensions.
  package static let mostDimensions = 100
  /// The largest number of trials of a search.
  package static let mostTrials = 100_000

  package let dimensions: [SearchDimension]

  /// - Returns: `nil` for more than ``mostDimensions``.
  package init?(_ dimensions: [SearchDimension]) {
    guard dimensions.count <= Self.mostDimensions else { return nil }
    self.dimensions = dimensions
  }

  /// The number of combinations of values; `nil` if a domain is one of real numbers, or if there are more than `Int`
  /// holds.
  package var count: Int? {
    var product = 1
    for dimension in dimensions {
      guard let count = dimension.domain.count else { return nil }
      let (next, overflows) = product.multipliedReportingOverflow(by: count)
      if overflows { return nil }
      product = next
    }
    return product
  }

  /// Returns the point at shares of the distributions, one for each dimension.
  package func point(at units: [Double]) -> SearchPoint {
    SearchPoint(zip(dimensions, units).map { $0.domain.coordinate(at: $1) })
  }

  /// Returns the shares of the distributions at which the coordinates of a point stand, from 0 to 1.
  package func units(of point: SearchPoint) -> [Double] {
    zip(dimensions, point.coordinates).map { $0.domain.unit(of: $1) }
  }
}
