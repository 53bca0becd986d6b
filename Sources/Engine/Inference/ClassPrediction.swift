/// The class that a network predicts, with its probability.
package struct ClassPrediction: Sendable, Hashable {
  package let classIndex: Int32
  /// The output for the class.
  package let probability: Float

  /// - Parameter outputs: one for each class, of which the first of the largest is chosen; or a single one, the
  ///   probability of the second of two classes, which is chosen if it is above 1/2.
  init(_ outputs: UnsafePointer<Float>, count: Int) {
    if count == 1 {
      let isSecond = outputs[0] > 0.5
      (classIndex, probability) = (isSecond ? 1 : 0, isSecond ? outputs[0] : 1 - outputs[0])
      return
    }
    var best = 0
    for column in 1..<count where outputs[column] > outputs[best] { best = column }
    (classIndex, probability) = (Int32(best), outputs[best])
  }
}
