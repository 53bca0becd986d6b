extension Samples {
  /// Returns the samples of a range.
  package func slice(_ range: Range<Int>) -> Samples {
    let floats = range.lowerBound * width..<range.upperBound * width
    let sliced: Storage =
      switch storage {
      case .bytes(let bytes, let scale): .bytes(Array(bytes[floats]), scale: scale)
      case .floats(let numbers): .floats(Array(numbers[floats]))
      }
    return Samples(shape: shape, count: range.count, storage: sliced)
  }
}

extension LabeledSamples {
  /// Returns the samples of a range with their targets.
  package func slice(_ range: Range<Int>) -> LabeledSamples {
    let sliced: Targets =
      switch targets {
      case .classes(let labels, let names): .classes(Array(labels[range]), names: names)
      case .numbers(let numbers, let width):
        .numbers(Array(numbers[range.lowerBound * width..<range.upperBound * width]), width: width)
      case .inputs: .inputs
      }
    return LabeledSamples(
      samples: samples.slice(range), targets: sliced, weights: weights.map { Array($0[range]) })
  }

  /// Returns the first `count` samples, or all if there are fewer.
  package func prefix(_ count: Int) -> LabeledSamples {
    count < self.count ? slice(0..<max(0, count)) : self
  }

  /// Returns the samples in two parts, the second for validation. As with Keras's `validation_split`, it is the last
  /// share of the data before any shuffling.
  ///
  /// - Parameter fraction: the share for validation, between 0 and 1.
  package func split(validation fraction: Double) -> (training: LabeledSamples, validation: LabeledSamples) {
    let boundary = min(max(Int(Double(count) * (1 - fraction)), 0), count)
    return (slice(0..<boundary), slice(boundary..<count))
  }
}
