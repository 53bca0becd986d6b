/// What kind of targets data has: enough to check a model against it before any training.
package enum TargetForm: Sendable, Hashable {
  case classes(Int)
  case numbers(width: Int)

  /// Outputs needed for one number each; classes count one-hot.
  package var width: Int {
    switch self {
    case .classes(let count): count
    case .numbers(let width): width
    }
  }

  /// Whether so many outputs can answer: one for each number or class, or one alone for two classes.
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
