/// The targets of one batch. Classes are kept as numbers, not as one-hot rows.
package final class TargetBatch {
  private enum Content {
    case classes(UnsafeMutableBufferPointer<Int32>)
    case numbers(UnsafeMutableBufferPointer<Float>, width: Int)
  }

  private let content: Content

  init(capacity: Int, form: TargetForm) {
    switch form {
    case .classes:
      let classes = UnsafeMutableBufferPointer<Int32>.allocate(capacity: capacity)
      classes.initialize(repeating: 0)
      content = .classes(classes)
    case .numbers(let width):
      let numbers = UnsafeMutableBufferPointer<Float>.allocate(capacity: capacity * width)
      numbers.initialize(repeating: 0)
      content = .numbers(numbers, width: width)
    }
  }

  deinit {
    switch content {
    case .classes(let classes): classes.deallocate()
    case .numbers(let numbers, _): numbers.deallocate()
    }
  }

  /// Copies the targets of some samples.
  func gather(_ targets: Targets, _ order: UnsafeBufferPointer<Int32>, rows: Int) {
    switch (targets, content) {
    case (.classes(let all, _), .classes(let batch)):
      all.withUnsafeBufferPointer { all in
        for row in 0..<rows { batch[row] = all[Int(order[row])] }
      }
    case (.numbers(let all, let width), .numbers(let batch, _)):
      all.withUnsafeBufferPointer { all in
        for row in 0..<rows {
          let first = Int(order[row]) * width
          for column in 0..<width { batch[row * width + column] = all[first + column] }
        }
      }
    default: preconditionFailure("training and validation targets have one form")
    }
  }

  /// The class of each row, if the targets are classes.
  var labels: UnsafePointer<Int32>? {
    if case .classes(let classes) = content { UnsafePointer(classes.baseAddress) } else { nil }
  }

  /// Returns the class of a row, if the targets are classes.
  @inline(__always)
  package func label(_ row: Int) -> Int? {
    if case .classes(let classes) = content { Int(classes[row]) } else { nil }
  }

  /// Returns the target of an output. A single output is the probability of the second of two classes.
  @inline(__always)
  package func value(_ row: Int, _ column: Int, outputs: Int) -> Float {
    switch content {
    case .classes(let classes):
      let label = Int(classes[row])
      return outputs == 1 ? (label == 1 ? 1 : 0) : (label == column ? 1 : 0)
    case .numbers(let numbers, let width): return numbers[row * width + column]
    }
  }
}
