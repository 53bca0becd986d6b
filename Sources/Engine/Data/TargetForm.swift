/// The form of the targets in data, for checking a model before any training.
package enum TargetForm: Sendable, Hashable {
  case classes(Int)
  case numbers(width: Int)
  /// The inputs themselves, samples of this shape.
  case inputs([Int])

  /// The number of outputs for such targets; one for each class.
  package var width: Int {
    switch self {
    case .classes(let count): count
    case .numbers(let width): width
    case .inputs(let shape): shape.reduce(1, *)
    }
  }

  /// Returns whether a number of outputs fits: one for each number or class, or a single one for two classes.
  func fits(_ outputs: Int) -> Bool { outputs == width || (outputs == 1 && self == .classes(2)) }
}

extension LabeledSamples {
  package var targetForm: TargetForm {
    switch targets {
    case .classes(_, let names): .classes(names.count)
    case .numbers(_, let width): .numbers(width: width)
    case .inputs: .inputs(samples.shape)
    }
  }
}
