/// The effect of changed settings: a fit beside the one it is `from`, on the same validation data.
package struct ChangeCard: Sendable, Hashable, Codable {
  /// The changes in the answers to the same validation samples.
  package struct Answers: Sendable, Hashable, Codable {
    package let count: Int
    package let becameRight: Int
    package let becameWrong: Int
    /// Examples of each kind, if the samples are images.
    package let examples: [ImageGrid]

    package init(count: Int, becameRight: Int, becameWrong: Int, examples: [ImageGrid]) {
      self.count = count
      self.becameRight = becameRight
      self.becameWrong = becameWrong
      self.examples = examples
    }

    /// True if the counts of changes do not exceed the count of answers and the examples can be shown.
    package var isSound: Bool {
      Count.haveSum([becameRight, becameWrong]) && Count.range.contains(count)
        && becameRight + becameWrong <= count && examples.allSatisfy(\.isSound)
    }
  }

  /// The change over the seeds that both fits were trained with.
  package struct SeedDifference: Sendable, Hashable, Codable {
    /// The mean of the earlier fit over the seeds.
    package let before: Double
    package let after: Double
    /// The standard deviation of the differences, seed by seed.
    package let deviation: Double
    /// The number of shared seeds, if either fit has others too; the values are then not those of all its seeds.
    package let shared: Int?
    /// True if a paired test tells the two apart.
    package let isBeyondChance: Bool

    package init(
      before: Double, after: Double, deviation: Double, shared: Int? = nil, isBeyondChance: Bool
    ) {
      self.before = before
      self.after = after
      self.deviation = deviation
      self.shared = shared
      self.isBeyondChance = isBeyondChance
    }
  }

  /// The quantity that is compared.
  package let quantity: Words
  package let unit: LineChart.Unit
  package let better: LineChart.Better?
  /// The samples on which it was measured, validation or test data.
  package let role: LineChart.Role
  /// The value of the earlier fit; not finite where training broke down.
  package let before: Double
  package let after: Double
  /// The settings that differ.
  package let changes: [Table.Cell]
  /// The answers; `nil` if the two were not validated on the same samples with the same classes.
  package let answers: Answers?
  /// The seeds whose weights gave the answers before and after; `nil` if each fit has one seed.
  package let answerSeeds: Words?
  /// The difference over seeds; `nil` if the two do not share several.
  package let seeds: SeedDifference?

  package init(
    quantity: Words, unit: LineChart.Unit, better: LineChart.Better?, role: LineChart.Role, before: Double,
    after: Double, changes: [Table.Cell], answers: Answers?, answerSeeds: Words? = nil,
    seeds: SeedDifference? = nil
  ) {
    self.quantity = quantity
    self.unit = unit
    self.better = better
    self.role = role
    self.before = before
    self.after = after
    self.changes = changes
    self.answers = answers
    self.answerSeeds = answerSeeds
    self.seeds = seeds
  }

  package var isSound: Bool { answers?.isSound ?? true }
}
