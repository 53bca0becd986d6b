/// A typed result, for expressions and the results file.
package indirect enum Value: Sendable, Hashable, Codable {
  case number(Double)
  case integer(Int)
  case text(String)
  case flag(Bool)
  /// A value that a run left open, such as whether claims hold that were not checked.
  case unknown
  case list([Value])
  case series(Series)
  case record([Field])
  /// The results of the same work with several seeds, in the order of the seeds.
  case seeds([SeedValue])

  /// One number per epoch.
  package struct Series: Sendable, Hashable, Codable {
    package let values: [Double]
    /// The direction in which values are better; `nil` for a setting.
    package let better: LineChart.Better?
    /// The index of the epoch whose weights were kept; `nil` if those are of the last epoch.
    package let kept: Int?

    package init(_ values: [Double], better: LineChart.Better?, kept: Int? = nil) {
      self.values = values
      self.better = better
      self.kept = kept
    }

    /// The number that stands for the series: that of the weights.
    package var result: Double? {
      guard let kept else { return values.last }
      return values.indices.contains(kept) ? values[kept] : nil
    }
  }

  package struct Field: Sendable, Hashable, Codable {
    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  package subscript(name: String) -> Value? {
    if case .record(let fields) = self { fields.first { $0.name == name }?.value } else { nil }
  }
}

/// A result of work that was done with one of several seeds.
package struct SeedValue: Sendable, Hashable, Codable {
  package let seed: Int
  package let value: Value

  package init(seed: Int, _ value: Value) {
    self.seed = seed
    self.value = value
  }
}
