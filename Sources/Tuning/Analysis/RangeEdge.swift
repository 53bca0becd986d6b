/// A dimension at whose edge the best trial lies, so that a wider range may hold a better one.
package struct RangeEdge: Sendable, Hashable {
  package enum Side: Sendable, Hashable { case low, high }

  /// The index of the dimension.
  package let dimension: Int
  package let side: Side

  /// Returns the edges at which a point lies: within a twentieth of the range, or at the first or last of at least
  /// three ordered values. Unordered choices and the normal distributions have no edges.
  package static func edges(of point: SearchPoint, in space: SearchSpace) -> [RangeEdge] {
    zip(space.dimensions, point.coordinates).enumerated().compactMap { index, pair in
      side(of: pair.1, in: pair.0.domain).map { RangeEdge(dimension: index, side: $0) }
    }
  }

  private static func side(of coordinate: SearchCoordinate, in domain: SearchDomain) -> Side? {
    switch domain {
    case .constant, .categorical(_, isOrdered: false), .normal, .logNormal: return nil
    default: break
    }
    let unit = domain.unit(of: coordinate)
    guard let count = domain.count else { return side(unit, within: 0.05) }
    guard count >= 3 else { return nil }
    // An end is never farther than the middle of its value's share.
    return side(unit, within: max(0.05, 0.5 / Double(count)))
  }

  private static func side(_ unit: Double, within margin: Double) -> Side? {
    unit <= margin ? .low : unit >= 1 - margin ? .high : nil
  }
}
