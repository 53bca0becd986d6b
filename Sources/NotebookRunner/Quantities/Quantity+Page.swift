import Engine
import NotebookResults

extension Words {
  package init(_ quantity: Quantity) {
    self = .term(quantity.label)
  }
}

extension RecordedQuantity {
  /// The heading of a column of values.
  var words: Words { Words(Words(quantity), measuredOn: role) }
}

extension LineChart {
  package init(
    _ quantity: Quantity, lines: [Line], earlier: Line? = nil, chance: Double? = nil, scale: Scale = .linear
  ) {
    self.init(
      quantity: Words(quantity), unit: Unit(quantity.unit), better: Better(quantity.better), lines: lines,
      earlier: earlier, chance: chance, scale: scale)
  }
}

extension LineChart.Unit {
  init(_ unit: Quantity.Unit) {
    switch unit {
    case .share: self = .fraction
    case .plain, .ofTarget: self = .plain
    }
  }
}

extension LineChart.Better {
  init(_ direction: Quantity.Direction) {
    switch direction {
    case .higher: self = .higher
    case .lower: self = .lower
    }
  }
}

extension Table.Cell {
  /// Creates a cell for a value of a quantity: a share in percent, any other as a number.
  init(_ value: Double, of quantity: Quantity) {
    switch quantity.unit {
    case .share: self = .percent(value, digits: 2)
    case .plain, .ofTarget: self = .number(value, digits: 4)
    }
  }
}
