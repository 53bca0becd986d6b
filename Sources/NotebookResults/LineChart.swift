/// Lines along epochs or another axis: one quantity (accuracy, loss) of one or more runs.
package struct LineChart: Sendable, Hashable, Codable {
  package enum Unit: String, Sendable, Hashable, Codable {
    case fraction, plain
    /// A number that may be far from 1, such as a learning rate, shown with its significant digits.
    case anySize
  }

  package enum Better: String, Sendable, Hashable, Codable { case higher, lower }

  package enum Role: String, Sendable, Hashable, Codable {
    case training, validation
    /// Validation with the test samples, where the data has no others to validate with.
    case test
    /// A setting of the training itself, which is measured on no samples.
    case setting

    /// A Boolean value that is true if the samples are held out of training.
    package var isHeldOut: Bool { self == .validation || self == .test }
  }

  /// The scale of the values: linear or logarithmic.
  package enum Scale: String, Sendable, Hashable, Codable, CaseIterable { case linear, log }

  package struct Line: Sendable, Hashable, Codable {
    /// The author's name of the run.
    package let run: String
    package let role: Role
    /// One value for each place; not finite where training broke down.
    package let values: [Double]
    /// The values' places along the axis, in ascending order; `nil` if the axis counts from 1.
    package let places: [Double]?
    /// The range of the runs, if the values are means of several.
    package let band: Band?
    /// The values, followed by those of the band's lower and upper edge.
    package var valuesAndEdges: [[Double]] { [values] + (band.map { [$0.lowest, $0.highest] } ?? []) }

    package init(
      run: String, role: Role, values: [Double], places: [Double]? = nil, band: Band? = nil
    ) {
      self.run = run
      self.role = role
      self.values = values
      self.places = places
      self.band = band
    }

    /// Returns the place of the value at an index.
    package func place(at index: Int) -> Double { places?[index] ?? Double(index + 1) }
  }

  /// The axis along which the lines run.
  package struct Axis: Sendable, Hashable, Codable {
    /// The name of a single place, in running text.
    package let name: Words
    package let scale: Scale
    /// True if the axis has only whole numbers.
    package let isWhole: Bool

    package init(_ name: Words, scale: Scale = .linear, isWhole: Bool = false) {
      self.name = name
      self.scale = scale
      self.isWhole = isWhole
    }

    package static let epochs = Axis(.label(.epoch), isWhole: true)
  }

  /// The range and the standard deviation, place by place, of the runs whose mean a line is.
  package struct Band: Sendable, Hashable, Codable {
    package let lowest: [Double]
    package let highest: [Double]
    /// The standard deviation of the runs (n − 1); `nil` in results that were stored without it.
    package let deviation: [Double]?
    package let runs: Int

    package init(lowest: [Double], highest: [Double], deviation: [Double]? = nil, runs: Int) {
      self.lowest = lowest
      self.highest = highest
      self.deviation = deviation
      self.runs = runs
    }
  }

  package let quantity: Words
  package let unit: Unit
  /// The direction in which values are better; `nil` for a setting, which has none.
  package let better: Better?
  package let x: Axis
  package let lines: [Line]
  /// The same quantity of the run that this one is from, drawn behind the lines.
  package let earlier: Line?
  /// The value that guesses are expected to have; `nil` if there is no such value.
  package let chance: Double?
  package let scale: Scale

  package init(
    quantity: Words, unit: Unit, better: Better?, x: Axis = .epochs, lines: [Line], earlier: Line? = nil,
    chance: Double? = nil, scale: Scale = .linear
  ) {
    self.quantity = quantity
    self.unit = unit
    self.better = better
    self.x = x
    self.lines = lines
    self.earlier = earlier
    self.chance = chance
    self.scale = scale
  }

  package var allLines: [Line] { lines + [earlier].compactMap(\.self) }

  /// True if lines have as many places as values, bands match their lines, and all places are on the axis.
  package var isSound: Bool {
    (chance ?? 0).isFinite
      && allLines.allSatisfy { line in
        let places = line.places ?? []
        return (line.valuesAndEdges + [line.band?.deviation].compactMap(\.self)).allSatisfy {
          $0.count == line.values.count
        }
          && (line.places == nil || places.count == line.values.count)
          && places.allSatisfy { $0.isFinite && (x.scale == .linear || $0 > 0) }
      }
  }

  /// Returns true if a reader looks at a line first: a run's validation or, without validation, its training.
  package func isLeading(_ line: Line) -> Bool {
    line.role.isHeldOut || !lines.contains { $0.run == line.run && $0.role.isHeldOut }
  }

  /// Returns the mean minus and plus one standard deviation, within 0 and 1 for shares and no lower than the
  /// range on a logarithmic axis, which cannot show zero; `nil` for a single run.
  package func spread(of line: Line) -> (lower: [Double], upper: [Double])? {
    guard let band = line.band, let deviation = band.deviation else { return nil }
    let isShare = unit == .fraction
    let lower = line.values.indices.map { index in
      let end = line.values[index] - deviation[index]
      return scale == .log ? max(end, band.lowest[index]) : isShare ? max(0, end) : end
    }
    let upper = zip(line.values, deviation).map { isShare ? min(1, $0 + $1) : $0 + $1 }
    return (lower, upper)
  }

  /// Returns true if a value can be drawn: a logarithmic axis cannot show zero or negative numbers.
  package func canShow(_ value: Double) -> Bool { value.isFinite && (scale == .linear || value > 0) }
}

extension Words {
  /// Creates the name of a quantity as measured on samples that are held out of training; on others it has its own.
  package init(_ quantity: Words, measuredOn role: LineChart.Role) {
    switch role {
    case .validation: self = .onValidation(quantity)
    case .test: self = .onTest(quantity)
    case .training, .setting: self = quantity
    }
  }
}
