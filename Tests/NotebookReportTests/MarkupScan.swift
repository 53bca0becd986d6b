/// Reads markup strictly: every tag closed in turn, every attribute in double quotes, no bare `<` in text.
struct MarkupScan {
  private(set) var tags: Set<String> = []
  private(set) var attributes: Set<String> = []
  /// The values of `href` and `src`.
  private(set) var targets: [String] = []
  private(set) var faults: [String] = []

  init(_ source: String) {
    var open: [String] = []
    let bytes = Array(source.utf8)
    var index = 0

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func skip(while condition: (UInt8) -> Bool) -> String {
      let start = index
      while index < bytes.count, condition(bytes[index]) { index += 1 }
      return text(start..<index)
    }

    while index < bytes.count {
      _ = skip { $0 != UInt8(ascii: "<") }
      guard index < bytes.count else { break }
      index += 1
      if bytes[index] == UInt8(ascii: "!") {
        _ = skip { $0 != UInt8(ascii: ">") }
        continue
      }
      let isEnd = bytes[index] == UInt8(ascii: "/")
      if isEnd { index += 1 }
      let name = skip { ![UInt8(ascii: " "), UInt8(ascii: ">")].contains($0) }
      if name.isEmpty || !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
        faults.append("tag \(name)")
      }
      if isEnd {
        if open.popLast() != name { faults.append("end of \(name)") }
        continue
      }
      tags.insert(name)
      var isVoid = false
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        _ = skip { $0 == UInt8(ascii: " ") }
        if bytes[index] == UInt8(ascii: "/") {
          isVoid = true
          index += 1
          continue
        }
        let attribute = skip { ![UInt8(ascii: "="), UInt8(ascii: " "), UInt8(ascii: ">")].contains($0) }
        attributes.insert(attribute)
        guard bytes[index] == UInt8(ascii: "=") else { continue }
        if bytes[index + 1] != UInt8(ascii: "\"") { faults.append("value of \(attribute)") }
        index += 2
        let value = skip { $0 != UInt8(ascii: "\"") }
        if value.contains("<") { faults.append("value of \(attribute): \(value)") }
        if attribute == "href" || attribute == "src" { targets.append(value) }
        index += 1
      }
      index += 1
      if !isVoid { open.append(name) }
      // The content of these is no markup; it ends where the element does.
      if name == "style" || name == "script" {
        while index < bytes.count, !bytes[index...].starts(with: "</\(name)>".utf8) { index += 1 }
      }
    }
    if !open.isEmpty { faults.append("open: \(open)") }
  }
}
