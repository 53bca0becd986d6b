extension Model {
  /// Checks that all numbers of samples are token ids, if the model reads ids.
  ///
  /// - Throws: `noToken` with the largest number, or with the first that is negative or not whole.
  func checkTokens(_ samples: Samples) throws(TrainingProblem) {
    guard let count = tokenCount, let wrong = samples.firstWithoutToken(count) else { return }
    throw .noToken(Double(wrong), count: count)
  }
}

extension Samples {
  /// Returns a number that is no token id below a count: the largest of them, if that is too large, or the first; `nil`
  /// if all are ids.
  fileprivate func firstWithoutToken(_ count: Int) -> Float? {
    var largest = -Float.infinity
    var first: Float?
    func see(_ number: Float) {
      largest = max(largest, number)
      if first == nil, !(number >= 0 && number < Float(count) && number == number.rounded(.down)) {
        first = number
      }
    }
    switch storage {
    case .bytes(let bytes, let scale):
      // All bytes that occur, since there are at most 256 of them.
      var occurs = [Bool](repeating: false, count: 256)
      for byte in bytes { occurs[Int(byte)] = true }
      for byte in 0..<256 where occurs[byte] { see(Float(byte) * scale) }
    case .floats(let floats): for number in floats { see(number) }
    }
    return first.map { largest >= Float(count) ? largest : $0 }
  }
}
