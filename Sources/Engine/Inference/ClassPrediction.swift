/// The class that a network predicts, with its probability.
package struct ClassPrediction: Sendable, Hashable {
  package let classIndex: Int32
  /// The output for the class.
  package let probability: Float

  /// - Parameter outputs: one for each class, of which the first of the largest counts; or one alone, the
  ///   probability of the second of two classes, which it takes to be above 1/2.
  package init(_ outputs: UnsafeBufferPointer<Float>) {
    var best = 0
    if outputs.count == 1 {
      best = outputs[0] > 0.5 ? 1 : 0
    } else {
      for column in 1..<outputs.count where outputs[column] > outputs[best] { best = column }
    }
    (classIndex, probability) = (Int32(best), Self.score(ofClass: best, in: outputs))
  }

  /// Returns the output for a class.
  package static func score(ofClass index: Int, in outputs: UnsafeBufferPointer<Float>) -> Float {
    guard outputs.count == 1 else { return outputs[index] }
    return index == 1 ? outputs[0] : 1 - outputs[0]
  }
}
