import Engine

extension LabeledSamples {
  /// Returns the samples at these indices, in this order.
  func selecting(_ indices: [Int]) -> LabeledSamples {
    let newTargets: Targets =
      switch targets {
      case .classes(let labels, let names): .classes(indices.map { labels[$0] }, names: names)
      case .numbers(let numbers, let width): .numbers(numbers.rows(indices, width: width), width: width)
      case .inputs: .inputs
      }
    return LabeledSamples(
      samples: samples.selecting(indices), targets: newTargets,
      weights: weights.map { weights in indices.map { weights[$0] } })
  }

  func mapSamples(_ transform: (Samples) -> Samples) -> LabeledSamples {
    LabeledSamples(samples: transform(samples), targets: targets, weights: weights)
  }
}

extension Samples {
  func selecting(_ indices: [Int]) -> Samples {
    let newStorage: Storage =
      switch storage {
      case .bytes(let bytes, let scale): .bytes(bytes.rows(indices, width: width), scale: scale)
      case .floats(let floats): .floats(floats.rows(indices, width: width))
      }
    return Samples(shape: shape, count: indices.count, storage: newStorage)
  }

  /// Returns the samples with every number multiplied by a factor.
  func scaled(by factor: Float) -> Samples {
    let newStorage: Storage =
      switch storage {
      case .bytes(let bytes, let scale): .bytes(bytes, scale: scale * factor)
      case .floats(let floats): .floats(floats.map { $0 * factor })
      }
    return Samples(shape: shape, count: count, storage: newStorage)
  }
}

extension Array {
  fileprivate func rows(_ indices: [Int], width: Int) -> [Element] {
    var rows: [Element] = []
    rows.reserveCapacity(indices.count * width)
    for index in indices { rows += self[(index * width)..<((index + 1) * width)] }
    return rows
  }
}
