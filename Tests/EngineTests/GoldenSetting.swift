import Engine
import Options
import Testing

/// An option of a member in a record of another library.
struct GoldenSetting: Decodable {
  let name: String
  let value: OptionValue.Content

  private enum Key: CodingKey { case name, value }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    name = try container.decode(String.self, forKey: .name)
    if let flag = try? container.decode(Bool.self, forKey: .value) {
      value = .flag(flag)
    } else if let integer = try? container.decode(Int.self, forKey: .value) {
      value = .integer(integer)
    } else if let number = try? container.decode(Double.self, forKey: .value) {
      value = .number(number)
    } else {
      value = .text(try container.decode(String.self, forKey: .value))
    }
  }
}

extension Catalogue {
  /// Makes a member with options, none of which may be wrong.
  func made(_ name: String, _ settings: [GoldenSetting] = []) throws -> Element {
    let entries = settings.map { OptionValue.Entry($0.name, OptionValue($0.value)) }
    var reader = OptionReader(OptionValue(.mapping(entries)), of: name)
    let member = try #require(self[name]).make(&reader)
    reader.finish()
    #expect(reader.findings.diagnostics.isEmpty, "\(name)")
    return member
  }
}
