import CKernels

/// The targets of one batch, and the weights of its samples if they have any. Classes are kept as numbers, not as one-hot
/// rows.
package final class TargetBatch {
  private enum Content {
    case classes(UnsafeMutableBufferPointer<Int32>)
    case numbers(UnsafeMutableBufferPointer<Float>, width: Int)
  }

  private let content: Content
  private let weights: UnsafeMutableBufferPointer<Float>?

  /// - Parameter isWeighted: whether samples have weights, which are then read with the targets.
  init(capacity: Int, form: TargetForm, isWeighted: Bool = false) {
    weights = isWeighted ? .allocate(capacity: capacity) : nil
    weights?.initialize(repeating: 1)
    switch form {
    case .classes:
      let classes = UnsafeMutableBufferPointer<Int32>.allocate(capacity: capacity)
      classes.initialize(repeating: 0)
      content = .classes(classes)
    case .numbers, .inputs:
      let width = form.width
      let numbers = UnsafeMutableBufferPointer<Float>.allocate(capacity: capacity * width)
      numbers.initialize(repeating: 0)
      content = .numbers(numbers, width: width)
    }
  }

  deinit {
    weights?.deallocate()
    switch content {
    case .classes(let classes): classes.deallocate()
    case .numbers(let numbers, _): numbers.deallocate()
    }
  }

  /// Copies the targets of some samples, and their weights.
  ///
  /// - Precondition: The data's targets have the form that the batch was made for.
  func gather(_ data: LabeledSamples, _ order: UnsafeBufferPointer<Int32>, rows: Int) {
    switch (data.targets, content) {
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
    case (.inputs, .numbers(let batch, let width)):
      guard let batch = batch.baseAddress else { break }
      for row in 0..<rows { data.samples.copy(Int(order[row]), width, to: batch + row * width) }
    default: preconditionFailure("training and validation targets have one form")
    }
    guard let weights, let all = data.weights else { return }
    for row in 0..<rows { weights[row] = all[Int(order[row])] }
  }

  /// Returns the factor of a row's loss.
  func weight(_ row: Int) -> Float { weights?[row] ?? 1 }

  /// Multiplies the gradient of each row's loss by the weight of its sample.
  func weigh(_ gradient: Matrix, rows: Int) {
    guard let weights else { return }
    for row in 0..<rows {
      let (numbers, weight) = (gradient.row(row), weights[row])
      for column in 0..<gradient.columns { numbers[column] *= weight }
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

extension Samples {
  /// Copies the numbers of a sample, as a network reads them.
  fileprivate func copy(_ index: Int, _ width: Int, to numbers: UnsafeMutablePointer<Float>) {
    switch storage {
    case .bytes(let bytes, let scale):
      bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        tb_convert_bytes(base + index * width, width, scale, numbers)
      }
    case .floats(let floats):
      floats.withUnsafeBufferPointer { floats in
        guard let base = floats.baseAddress else { return }
        numbers.update(from: base + index * width, count: width)
      }
    }
  }
}
