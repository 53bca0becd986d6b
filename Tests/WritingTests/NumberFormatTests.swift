import Testing
import Writing

@Suite struct NumberFormatTests {
  @Test("Each way to write a number below zero begins with a minus sign.")
  func minus() {
    let texts = [
      NumberFormat.fixed(-1234.5, digits: 1), NumberFormat.fixed(-1234.5, digits: 1, isGrouped: false),
      NumberFormat.integer(-1234), NumberFormat.percent(-0.5, digits: 0), NumberFormat.magnitude(-5e-8),
      NumberFormat.scientific(-0.0025, digits: 1), NumberFormat.plain(-0.2433), NumberFormat.plain(-2e-7),
      NumberFormat.significant(-0.313), NumberFormat.plain(-.infinity), NumberFormat.fixed(-1e20, digits: 2),
    ]
    #expect(
      texts == [
        "−1,234.5", "−1234.5", "−1,234", "−50%", "−5.00 × 10⁻⁸", "−2.5\u{A0}×\u{A0}10⁻³", "−0.2433",
        "−2\u{A0}×\u{A0}10⁻⁷", "−0.313", "−∞", "−1.000\u{A0}×\u{A0}10²⁰",
      ])
  }

  @Test("A half is rounded away from zero as it is written in decimal digits, however it was computed.")
  func halves() {
    let shares = [0.1135, 1135.0 / 10_000, (0.1135 + 0.1135 + 0.1135) / 3, -0.1135]
    #expect(
      shares.map { NumberFormat.percent($0, digits: 1) } == [
        "11.4%", "11.4%", "11.4%", "−11.4%",
      ])
    #expect(
      [0.125, 2.675, 1.005, 0.5, 1e12 + 0.5].map { NumberFormat.fixed($0, digits: 2) } == [
        "0.13", "2.68", "1.01", "0.50", "1,000,000,000,000.50",
      ])
    #expect(NumberFormat.fixed(0.1, digits: 17) == "0.10000000000000001")
  }

  @Test("What rounds to zero has no sign.")
  func zero() {
    #expect(NumberFormat.fixed(-0.0004, digits: 2) == "0.00")
    #expect(NumberFormat.percent(-0.0, digits: 1) == "0.0%")
    #expect(
      [NumberFormat.plain(-0.0), NumberFormat.magnitude(-0.0), NumberFormat.integer(0)] == ["0", "0", "0"])
  }

  @Test("A magnitude has the power of the number as it is written.")
  func magnitude() {
    #expect(
      [0.01, 0.009999, 999_999.7, 0.99999, 9999.99, 112_500].map(NumberFormat.magnitude) == [
        "0.0100", "0.0100", "1.00 × 10⁶", "1.00", "1.00 × 10⁴", "1.13 × 10⁵",
      ])
  }

  @Test("Without a format a number has the digits that count, and none of them is a zero at its end.")
  func plain() {
    let numbers = [3, 1234567, 1234567.891, 1.5, 2.00004, 0.00025, 1e-5, 0.1 + 0.2]
    #expect(
      numbers.map(NumberFormat.plain) == [
        "3", "1234567", "1234567.891", "1.5", "2", "0.00025", "1\u{A0}×\u{A0}10⁻⁵", "0.3",
      ])
  }

  @Test("A number of the data has four digits that count, and all before its point.")
  func significant() {
    let numbers = [25_720, 1.00004, 1234.56, 12345.6, 0.00025, 2.5e-9, .nan]
    #expect(
      numbers.map(NumberFormat.significant) == [
        "25,720", "1", "1,235", "12,346", "0.00025", "2.500\u{A0}×\u{A0}10⁻⁹", "NaN",
      ])
  }
}
