import Diagnostics
import Engine
import Options

/// Options from a record in JSON.
struct Written: Decodable {
  let value: OptionValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    value =
      if let flag = try? container.decode(Bool.self) {
        OptionValue(.flag(flag))
      } else if let integer = try? container.decode(Int.self) {
        OptionValue(.integer(integer))
      } else if let number = try? container.decode(Double.self) {
        OptionValue(.number(number))
      } else if let text = try? container.decode(String.self) {
        OptionValue(.text(text))
      } else if let list = try? container.decode([Written].self) {
        OptionValue(.list(list.map(\.value)))
      } else {
        OptionValue(
          .mapping(
            try container.decode([String: Written].self).map { OptionValue.Entry($0.key, $0.value.value) }))
      }
  }
}

extension Catalogue {
  /// Reads a member as a notebook gives it.
  func read(_ written: OptionValue) -> (value: Element?, messages: [String]) {
    var findings = OptionFindings()
    let reading = OptionKind.member(of: self).read(written, subject, &findings)
    return (reading?.value, findings.diagnostics.map(\.message))
  }
}
