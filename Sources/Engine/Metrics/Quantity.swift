import Writing

/// A measured quantity, such as accuracy or loss: its name, its unit, and the direction in which it is better.
package struct Quantity: Sendable, Hashable {
  package enum Direction: Sendable, Hashable { case higher, lower }

  package enum Unit: Sendable, Hashable {
    /// A share from 0 to 1, such as the share of right answers.
    case share
    /// A number without a unit.
    case plain
    /// A number in the unit of the data's targets. Data does not say what that unit is, so that such a number is
    /// written without one, and only numbers of this kind are compared with it.
    case ofTarget
  }

  /// The name in options and in stored results.
  package let name: String
  /// The direction in which values are better.
  package let better: Direction
  package let unit: Unit
  /// A Boolean value that is true for a share of samples, each of which counts or does not, so that chance moves it as
  /// it moves the mean of so many tosses of a coin.
  package let countsSamples: Bool
  /// The name in running text.
  package let label: Term

  package init(name: String, better: Direction, unit: Unit, countsSamples: Bool = false, label: Term) {
    self.name = name
    self.better = better
    self.unit = unit
    self.countsSamples = countsSamples
    self.label = label
  }

  /// Returns the quantity that an option other than the default makes of this one.
  ///
  /// - Parameters:
  ///   - mark: the end of its name; characters other than letters and digits become underscores.
  ///   - note: the addition to its label.
  func with(_ mark: String, _ note: Term) -> Quantity {
    let mark = String(mark.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return Quantity(
      name: "\(name)_\(mark)", better: better, unit: unit, countsSamples: countsSamples,
      label: .init(
        english: "\(label.english) (\(note.english))", japanese: "\(label.japanese)（\(note.japanese)）"))
  }
}
