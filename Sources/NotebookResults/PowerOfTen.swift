/// A power of ten as people write it, such as 10⁻⁶.
package func powerOfTen(_ exponent: Int) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  let raised = String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
  return "10" + (exponent < 0 ? "⁻" : "") + String(raised)
}
