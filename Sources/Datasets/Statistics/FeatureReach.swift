import Engine

/// The largest absolute values of the features of a data set.
package struct FeatureReach: Sendable, Hashable, Codable {
  /// The index of a feature with its largest absolute value.
  package struct Feature: Sendable, Hashable, Codable {
    package let index: Int
    package let reach: Double
  }

  package let widest: Feature
  /// Among the features that are not zero everywhere.
  package let narrowest: Feature

  /// The reach of pixels, which are between 0 and 255.
  static let bytes = FeatureReach(
    widest: Feature(index: 0, reach: 255), narrowest: Feature(index: 0, reach: 255))

  private init(widest: Feature, narrowest: Feature) {
    self.widest = widest
    self.narrowest = narrowest
  }

  /// - Returns: `nil` if all numbers are zero.
  init?(rows: [Float], width: Int) {
    var reaches = [Float](repeating: 0, count: width)
    for start in stride(from: 0, to: rows.count, by: width) {
      for feature in 0..<width { reaches[feature] = max(reaches[feature], abs(rows[start + feature])) }
    }
    let features = reaches.enumerated().map { Feature(index: $0.offset, reach: Double($0.element)) }
      .filter { $0.reach > 0 }
    guard let widest = features.max(by: { $0.reach < $1.reach }),
      let narrowest = features.min(by: { $0.reach < $1.reach })
    else { return nil }
    self.init(widest: widest, narrowest: narrowest)
  }

  func scaled(by factor: Double) -> FeatureReach {
    func scaled(_ feature: Feature) -> Feature {
      Feature(index: feature.index, reach: feature.reach * abs(factor))
    }
    return FeatureReach(widest: scaled(widest), narrowest: scaled(narrowest))
  }
}
