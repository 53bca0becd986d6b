import Testing
import Writing

@Suite struct NumberNotationTests {
  @Test(
    "The numbers of a column have equally many decimals, or a power of ten each where they lie too far apart.",
    arguments: [
      ([0.0001, 1e-5], ["1.00\u{A0}×\u{A0}10⁻⁴", "1.00\u{A0}×\u{A0}10⁻⁵"]),
      ([2, 2.53], ["2.00", "2.53"]), ([0.1, 0.01, 0.001], ["0.100", "0.010", "0.001"]),
      ([12, 345], ["12", "345"]), ([-1.5, 20], ["−1.5", "20.0"]), ([1234.5, 20.25], ["1,234.5", "20.3"]),
      ([0.963, 7.3e-8], ["9.63\u{A0}×\u{A0}10⁻¹", "7.30\u{A0}×\u{A0}10⁻⁸"]),
      ([3e7, 4e7], ["3.00\u{A0}×\u{A0}10⁷", "4.00\u{A0}×\u{A0}10⁷"]),
      ([0.5, .nan, -.infinity], ["0.5", "NaN", "−∞"]), ([], []),
    ] as [([Double], [String])])
  func shared(_ numbers: [Double], _ texts: [String]) {
    let notation = NumberNotation(of: numbers)
    #expect(numbers.map { notation.text($0) } == texts)
  }

  @Test("What is zero but for rounding is zero, and leaves the notation to the others.")
  func zero() {
    let notation = NumberNotation(of: [0.1, 6.1e-18, 0])
    #expect([0.1, 6.1e-18, 0, -6.1e-18].map { notation.text($0) } == ["0.1", "0.0", "0.0", "0.0"])
    #expect(NumberNotation(of: [1e-9, 0.5]).text(0) == "0")
  }

  @Test("Numbers that are written already keep all their digits.")
  func written() throws {
    let settings = ["0.1", "0.045", "2"]
    let notation = try #require(NumberNotation(ofWritten: settings))
    #expect(settings.compactMap(Double.init).map { notation.text($0) } == ["0.100", "0.045", "2.000"])
    let powers = try #require(NumberNotation(ofWritten: ["0.001", "1e-05"]))
    #expect(powers.text(0.001) == "1.00\u{A0}×\u{A0}10⁻³" && powers.text(1e-5) == "1.00\u{A0}×\u{A0}10⁻⁵")
    for texts in [[], ["0.1", "relu"], ["nan"]] { #expect(NumberNotation(ofWritten: texts) == nil) }
  }
}
