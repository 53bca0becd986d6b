import Foundation
import Testing
import Writing

@Suite struct JSONTests {
  private let value = JSON.object([
    ("b", .array([.number(1), .number(-0.5), .number(.nan)])), ("a", .object([("c", .null)])),
    ("d", .array([.object([]), .bool(true)])),
  ])

  @Test("It keeps the order of its members, on one line, on a line each, and indented.")
  func forms() {
    let text = #"{"b":[1,-0.5,null],"a":{"c":null},"d":[{},true]}"#
    #expect(value.text == text)
    #expect(JSON.array([value, .null]).lines == "[\n  \(text),\n  null\n]\n")
    #expect(JSON.array([]).lines == "[]\n")
    #expect(
      value.indented == """
        {
          "b": [1,-0.5,null],
          "a": {
            "c": null
          },
          "d": [
            {},
            true
          ]
        }
        """)
  }

  @Test("Text comes back as it was, and holds no character that a terminal would act on.")
  func characters() throws {
    let text = "\"\\/\n\t\r\u{0}\u{1B}\u{202E}\u{2069}é日😀"
    let json = JSON.string(text).text
    #expect(json.unicodeScalars.allSatisfy { $0.value >= 0x20 && !$0.properties.isBidiControl })
    let back = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    #expect(back as? String == text)
  }
}
