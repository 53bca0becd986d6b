import Engine
import Foundation

/// A recurrent layer and a layer of softmax above its outputs, in Double, written for clearness alone.
struct ReferenceRecurrence {
  enum Kind: String, CaseIterable {
    case simple, lstm, gru, resetFirst
  }

  let kind: Kind
  let units: Int
  /// A Boolean value that is true if the outputs of all steps go into the layer above, not only those of the last one.
  let returnsSequences: Bool
  let goesBackwards: Bool
  /// The arrays in the order of the model: kernel, recurrent kernel, bias; kernel and bias of the layer above.
  var arrays: [[Double]]

  /// The mean cross-entropy of samples, each a list of steps.
  func meanLoss(_ samples: [[[Double]]], _ labels: [Int]) -> Double {
    let losses = zip(samples, labels).map { steps, label in -log(probabilities(steps)[label]) }
    return losses.reduce(0, +) / Double(samples.count)
  }

  private func probabilities(_ steps: [[Double]]) -> [Double] {
    var states: [[Double]] = []
    var state = [Double](repeating: 0, count: units)
    var cell = state
    for step in goesBackwards ? steps.reversed() : steps {
      state = next(step, state, &cell)
      states.append(state)
    }
    let outputs = returnsSequences ? states.flatMap(\.self) : state
    let sums = zip(product(outputs, arrays[3], columns: 3), arrays[4]).map(+)
    let powers = sums.map(exp)
    return powers.map { $0 / powers.reduce(0, +) }
  }

  private func next(_ x: [Double], _ h: [Double], _ cell: inout [Double]) -> [Double] {
    let gates = kind == .simple ? 1 : kind == .lstm ? 4 : 3
    let columns = gates * units
    let bias = arrays[2]
    let inputs = zip(product(x, arrays[0], columns: columns), bias).map(+)
    func gate(_ sums: [Double], _ index: Int) -> [Double] { Array(sums[index * units..<(index + 1) * units]) }
    func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    let own = product(h, arrays[1], columns: columns)
    switch kind {
    case .simple: return zip(inputs, own).map { tanh($0 + $1) }
    case .lstm:
      let sums = zip(inputs, own).map(+)
      cell = (0..<units).map { unit in
        sigmoid(gate(sums, 1)[unit]) * cell[unit] + sigmoid(gate(sums, 0)[unit]) * tanh(gate(sums, 2)[unit])
      }
      return (0..<units).map { sigmoid(gate(sums, 3)[$0]) * tanh(cell[$0]) }
    case .gru, .resetFirst:
      let ownBias = kind == .gru ? Array(bias[columns...]) : [Double](repeating: 0, count: columns)
      let shifted = zip(own, ownBias).map(+)
      let sums = zip(inputs, shifted).map(+)
      let (z, r) = (gate(sums, 0).map(sigmoid), gate(sums, 1).map(sigmoid))
      let reset =
        kind == .gru
        ? zip(r, gate(shifted, 2)).map(*) : gate(product(zip(r, h).map(*), arrays[1], columns: columns), 2)
      let candidate = zip(gate(inputs, 2), reset).map { tanh($0 + $1) }
      return (0..<units).map { z[$0] * h[$0] + (1 - z[$0]) * candidate[$0] }
    }
  }

  private func product(_ x: [Double], _ matrix: [Double], columns: Int) -> [Double] {
    (0..<columns).map { column in
      x.indices.reduce(0) { $0 + x[$1] * matrix[$1 * columns + column] }
    }
  }

  /// The gradient of the mean loss with respect to one array, by central differences.
  func gradient(ofArray index: Int, _ samples: [[[Double]]], _ labels: [Int]) -> [Double] {
    arrays[index].indices.map { place in
      var (up, down) = (self, self)
      up.arrays[index][place] += 1e-5
      down.arrays[index][place] -= 1e-5
      return (up.meanLoss(samples, labels) - down.meanLoss(samples, labels)) / 2e-5
    }
  }
}
