/// A duration, or another quantity, that was measured several times.
struct Measurement: Codable {
  enum Unit: String, Codable {
    case seconds, microseconds, megabytes
    case perMinute = "per minute"
  }

  let subject: String
  let part: String
  let unit: Unit
  let values: [Double]
  /// The median of another library in the same run, divided by this one's, by the name of the library.
  var timesFaster: [String: Double] = [:]

  init(_ subject: String, _ part: String, in unit: Unit = .seconds, _ values: [Double]) {
    self.subject = subject
    self.part = part
    self.unit = unit
    self.values = values
  }

  var median: Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
