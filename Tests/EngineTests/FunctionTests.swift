import Engine
import Foundation
import Testing

@Suite struct FunctionTests {
  /// Bit patterns spread over all floats of a range, in both signs where the range has them.
  private static func sweep(_ lower: Float, _ upper: Float, _ count: Int) -> [Float] {
    func ordered(_ x: Float) -> Int64 {
      let bits = Int64(x.bitPattern & 0x7fff_ffff)
      return x.sign == .minus ? -bits : bits
    }
    let (low, high) = (ordered(lower), ordered(upper))
    return (0...count).map { index in
      let place = low + (high - low) * Int64(index) / Int64(count)
      return place < 0 ? -Float(bitPattern: UInt32(-place)) : Float(bitPattern: UInt32(place))
    }
  }

  /// The distance from the exact value in units of the last place of the exact value's float.
  private static func error(_ y: Float, _ exact: Double) -> Double {
    if exact > Double(Float.greatestFiniteMagnitude) * (1 + 0x1p-25) { return y == .infinity ? 0 : .infinity }
    return abs(Double(y) - exact) / Double(Float(exact).ulp)
  }

  static let functions:
    [(
      name: String, function: ElementaryFunction, exact: @Sendable (Double) -> Double,
      range: ClosedRange<Float>
    )] =
      [
        ("exp", .exp, { Foundation.exp($0) }, -104...89),
        ("log", .log, { Foundation.log($0) }, 0x1p-149...Float.greatestFiniteMagnitude),
        ("sigmoid", .sigmoid, { 1 / (1 + Foundation.exp(-$0)) }, -55...30),
        ("tanh", .tanh, { Foundation.tanh($0) }, -20...20),
        ("erf", .erf, { Foundation.erf($0) }, -5...5),
        ("softplus", .softplus, { max($0, 0) + Foundation.log1p(Foundation.exp(-abs($0))) }, -60...60),
      ]

  @Test(
    "Elementary functions are within 2 units in the last place, on every instruction set.",
    arguments: functions.indices)
  func accuracy(_ index: Int) {
    let (_, function, exact, range) = Self.functions[index]
    let inputs = Self.sweep(range.lowerBound, range.upperBound, 60_000)
    for instructionSet in InstructionSet.supported {
      let isSlow = instructionSet == .generic
      let inputs = isSlow ? inputs.enumerated().filter { $0.offset % 10 == 0 }.map(\.element) : inputs
      let outputs = function(inputs, on: instructionSet)
      var worst = (error: 0.0, at: Float(0))
      for (x, y) in zip(inputs, outputs) {
        let error = Self.error(y, exact(Double(x)))
        if error > worst.error { worst = (error, x) }
      }
      #expect(worst.error <= 2, "\(instructionSet): \(worst)")
    }
  }

  @Test("Elementary functions have the same bits on every instruction set.", arguments: functions.indices)
  func sameBits(_ index: Int) {
    let function = Self.functions[index].function
    let inputs = Self.sweep(-Float.greatestFiniteMagnitude, .greatestFiniteMagnitude, 5000)
    let all = InstructionSet.supported.map { function(inputs, on: $0) }
    for outputs in all.dropFirst() {
      for (one, other) in zip(outputs, all[0]) {
        #expect(one.bitPattern == other.bitPattern || (one.isNaN && other.isNaN))
      }
    }
  }

  @Test("Elementary functions keep to the rules at the ends and for what is no number.")
  func specials() {
    let inputs: [Float] = [0, -0.0, .infinity, -.infinity, .nan, 200, -200, -1]
    let exp = ElementaryFunction.exp(inputs)
    #expect(exp[0] == 1 && exp[1] == 1 && exp[2] == .infinity && exp[3] == 0 && exp[4].isNaN)
    #expect(exp[5] == .infinity && exp[6] == 0)
    let log = ElementaryFunction.log(inputs)
    #expect(log[0] == -.infinity && log[1] == -.infinity && log[2] == .infinity)
    #expect(log[3].isNaN && log[4].isNaN && log[7].isNaN)
    let tanh = ElementaryFunction.tanh(inputs)
    #expect(tanh[0] == 0 && tanh[1].sign == .minus && tanh[2] == 1 && tanh[3] == -1 && tanh[4].isNaN)
    #expect(ElementaryFunction.log([1]) == [0])
    let erf = ElementaryFunction.erf(inputs)
    #expect(erf[0] == 0 && erf[1].sign == .minus && erf[2] == 1 && erf[3] == -1 && erf[4].isNaN)
  }
}
