/// The form of the targets in data, for checking a model before any training.
package enum TargetForm: Sendable, Hashable {
  case classes(Int)
  case numbers(width: Int)

  /// The number of outputs for such targets; one for each class.
  package var width: Int {
    switch self {
    case .classes(let count): count
    case .numbers(let width): width
    }
  }

  /// Returns whether a number of outputs fits: one for each number or class, or a single one for two classes.
  func fits(_ outputs: Int) -> Bool { outputs == width || (outputs == 1 && self == .classes(2)) }
}

extension Targets {
  package var form: TargetForm {
    switch self {
    case .classes(_, let names): .classes(names.count)
    case .numbers(_, let width): .numbers(width: width)
    }
  }
}
