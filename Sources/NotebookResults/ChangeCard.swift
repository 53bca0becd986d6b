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

  /// One quantity on validation data: the line of the earlier fit, then that of the later one.
  package let chart: LineChart
  /// The settings that differ.
  package let changes: [Table.Cell]
  /// The answers; `nil` if the two were not validated on the same samples with the same classes.
  package let answers: Answers?

  package init(chart: LineChart, changes: [Table.Cell], answers: Answers?) {
    self.chart = chart
    self.changes = changes
    self.answers = answers
  }

  package var isSound: Bool { chart.isSound && answers?.isSound ?? true }
}
