import Diagnostics

/// A calculation over results: `slow.val_accuracy > fast.val_accuracy + 5pp`.
package indirect enum Expression: Sendable {
  case number(Double)
  case text(String)
  case path(Path)
  case negated(Expression)
  case binary(Expression, BinaryOperator, Expression)
  /// An order of two sides that a paired test over seeds must support.
  case beyondSeeds(Expression, BinaryOperator, Expression, at: SourceRange)
  case within(Expression, lower: Expression, upper: Expression, at: SourceRange)
  case not(Expression)
  case formatted(Expression, ValueFormat)
  case call(Function, [Expression])

  /// A cell's name and the steps that lead to a value within its result.
  package struct Path: Sendable {
    package enum Step: Sendable, Hashable {
      case field(String)
      case index(Int)

      var spelling: String {
        switch self {
        case .field(let name): ".\(name)"
        case .index(let index): "[\(index)]"
        }
      }
    }

    package let root: String
    package let rootRange: SourceRange
    package let steps: [(step: Step, range: SourceRange)]

    package var range: SourceRange { SourceRange(rootRange.start, steps.last?.range.end ?? rootRange.end) }

    /// The path as it is written, without spaces.
    package var spelling: String { steps.reduce(root) { $0 + $1.step.spelling } }
  }

  /// A function of several numbers, such as the results of trainings that differ only in their seed.
  package enum Function: String, Sendable, CaseIterable {
    case mean, min, max

    /// - Parameter numbers: at least one number.
    func value(of numbers: [Double]) -> Double {
      switch self {
      case .mean: numbers.reduce(0, +) / Double(numbers.count)
      case .min: numbers.reduce(.infinity, Swift.min)
      case .max: numbers.reduce(-.infinity, Swift.max)
      }
    }
  }

  package enum BinaryOperator: String, Sendable, CaseIterable {
    case or, and
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"

    /// The precedence; operators of a higher level bind tighter.
    var level: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .equal, .notEqual, .lessOrEqual, .greaterOrEqual, .less, .greater: 4
      case .plus, .minus: 5
      case .times, .divided: 6
      }
    }

    var isComparison: Bool { level == 4 }
    /// True if the operator says which side is greater.
    var isOrder: Bool { isComparison && self != .equal && self != .notEqual }
    var isLogical: Bool { level < 3 }
  }

  /// The paths in the expression, from left to right.
  package var paths: [Path] {
    switch self {
    case .number, .text: []
    case .path(let path): [path]
    case .negated(let inner), .not(let inner), .formatted(let inner, _): inner.paths
    case .binary(let left, _, let right), .beyondSeeds(let left, _, let right, _): left.paths + right.paths
    case .within(let inner, let lower, let upper, _): inner.paths + lower.paths + upper.paths
    case .call(_, let arguments): arguments.flatMap(\.paths)
    }
  }
}
