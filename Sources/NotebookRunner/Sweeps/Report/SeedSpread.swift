/// The mean and the standard deviation (n − 1) of the scores of a trial's seeds.
struct SeedSpread {
  let mean: Double
  let deviation: Double

  /// - Returns: `nil` for fewer than two scores, which have no spread.
  init?(_ scores: [Double]) {
    guard scores.count > 1 else { return nil }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let squares = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = (squares / Double(scores.count - 1)).squareRoot()
  }
}
