import Diagnostics
import Options
import Testing

@Suite struct OptionValueTests {
  @Test("Values are equal where their contents are, wherever they stand.")
  func equality() {
    let one = OptionValue(.list([OptionValue(.integer(1), at: SourceRange(3, 4))]), at: SourceRange(2, 5))
    #expect(one == [1])
    #expect(one.hashValue == list(1).hashValue)
    #expect(OptionValue(.integer(1)) != OptionValue(.number(1)))
  }

  @Test("A value is described in YAML's flow style.")
  func description() {
    let value = OptionValue(
      .mapping([
        OptionValue.Entry("a", [1, 2.5, true]), OptionValue.Entry("b", OptionValue(.null)),
        OptionValue.Entry("c", "text"),
      ]))
    #expect("\(value)" == "{a: [1, 2.5, true], b: null, c: text}")
  }

  @Test(
    "Numbers are described by the shortest text that means them.",
    arguments: [
      (1.0, "1"), (-0.5, "-0.5"), (1e-3, "0.001"), (1e21, "1e+21"), (.infinity, "inf"),
      (.nan, "nan"),
    ])
  func numbers(number: Double, text: String) {
    #expect("\(OptionValue(.number(number)))" == text)
  }

  @Test("A key finds its value, and anything but a mapping has no keys.")
  func keys() {
    let mapping = OptionValue(.mapping([OptionValue.Entry("a", 1)]))
    #expect(mapping["a"] == 1)
    #expect(mapping["b"] == nil)
    #expect(list(1)["a"] == nil)
    #expect(list(1).entries.isEmpty)
  }
}
