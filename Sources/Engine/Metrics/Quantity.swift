/// A measured quantity, such as accuracy or loss: its name, its unit, and the direction in which it is better.
package struct Quantity: Sendable, Hashable {
  package enum Direction: Sendable, Hashable { case higher, lower }

  package enum Unit: Sendable, Hashable {
    /// A share from 0 to 1, such as the share of right answers.
    case share
    /// A number without a unit.
    case plain
    /// A number in the unit of the data's targets.
    case ofTarget
  }

  /// The name of the quantity in running text, in each language of the report.
  package struct Label: Sendable, Hashable {
    package let english: String
    package let japanese: String

    package init(english: String, japanese: String) {
      self.english = english
      self.japanese = japanese
    }
  }

  /// The name in options and in stored results.
  package let name: String
  /// The direction in which values are better.
  package let better: Direction
  package let unit: Unit
  package let label: Label

  package init(name: String, better: Direction, unit: Unit, label: Label) {
    self.name = name
    self.better = better
    self.unit = unit
    self.label = label
  }
}
