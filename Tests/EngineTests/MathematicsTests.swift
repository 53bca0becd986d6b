import Engine
import Foundation
import Testing

@Suite struct MathematicsTests {
  /// Numbers from 1e-30 to 1e30, many of them near 1, where a logarithm is small.
  private static let numbers: [Double] = {
    var numbers = [0.5, 0.96, 1, 2, 2.0.squareRoot(), 1.4142135623730951, 0.7071067811865476]
    for tenth in -300...300 { numbers.append(Foundation.pow(10, Double(tenth) / 10)) }
    for part in 1...200 {
      let distance = Double(part) / 1000
      numbers += [1 + distance, 1 - distance, 1 + distance * 1e-6]
    }
    return numbers
  }()

  @Test("Powers agree with the system's to 1e-15.")
  func powers() {
    let exponents = [1e-6, 0.1, 0.5, 1, 1.5, 2, 3.7, 10, 31, 100, 1e4, 1e6]
    var compared = 0
    for base in Self.numbers {
      for exponent in exponents {
        let expected = Foundation.pow(base, exponent)
        guard expected > 1e-300, expected < 1e300 else { continue }
        let power: Double = Mathematics.power(base, exponent)
        #expect(abs(power - expected) <= 1e-15 * expected, "\(base) to \(exponent)")
        compared += 1
      }
    }
    #expect(compared > 8000)
  }

  @Test("Powers at the ends of the range are 1, 0 and the largest number.")
  func ends() {
    #expect(Mathematics.power(0, 0.0) == 1 && Mathematics.power(7, 0.0) == 1)
    #expect(Mathematics.power(0, 2.5) == 0 && Mathematics.power(0.5, 1e9) == 0)
    #expect(Mathematics.power(1, 1e300) == 1)
    #expect(Mathematics.power(1e30, 1e9) == .greatestFiniteMagnitude)
    #expect(Mathematics.power(2, 10.0) == 1024)
  }

  @Test("Powers of whole exponents agree with the system's.")
  func wholePowers() {
    for base in [0.5, 0.9, 0.999, 1.1] {
      for exponent in [0, 1, 2, 7, 100, 1000] as [Int] {
        let expected = Foundation.pow(base, Double(exponent))
        let power: Double = Mathematics.power(base, exponent)
        #expect(abs(power - expected) <= 1e-13 * expected)
      }
    }
  }

  @Test("Logarithms agree with the system's to 1e-15.")
  func logarithms() {
    for number in Self.numbers {
      let expected = Foundation.log(number)
      #expect(abs(Mathematics.naturalLog(number).high - expected) <= 1e-15 * abs(expected), "\(number)")
    }
  }

  @Test("Cosines of half turns agree with the system's to 1e-15, and are exact where the result is.")
  func cosines() {
    for part in 0...1000 {
      let x = Double(part) / 1000
      // Near a quarter turn the system's is the less precise: its angle is rounded.
      #expect(abs(Mathematics.cosine(ofHalfTurns: x) - Foundation.cos(.pi * x)) <= 4e-16, "\(x)")
      if x <= 0.45 {
        #expect(abs(Mathematics.cosine(ofHalfTurns: x) / Foundation.cos(.pi * x) - 1) <= 1e-15, "\(x)")
      }
    }
    #expect([0, 0.5, 1].map { Mathematics.cosine(ofHalfTurns: $0) } == [1, 0, -1])
  }
}
