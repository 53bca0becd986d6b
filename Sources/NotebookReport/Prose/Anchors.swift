/// A generator of unique ids for headings: lower-case words joined by hyphens, as on GitHub.
struct Anchors {
  private var taken: Set<String>
  /// The number in the last id generated for each title.
  private var numbers: [String: Int] = [:]

  init(reserved: Set<String>) { taken = reserved }

  mutating func make(from title: String) -> String {
    var slug = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
        || scalar.properties.generalCategory == .nonspacingMark
      {
        slug.unicodeScalars.append(scalar)
      } else if scalar == " " || scalar == "-" || scalar == "\u{3000}", !slug.hasSuffix("-"), !slug.isEmpty {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    let base = slug.isEmpty ? "section" : slug
    var number = numbers[base] ?? 0
    var id: String
    repeat {
      number += 1
      id = number == 1 ? base : "\(base)-\(number)"
    } while !taken.insert(id).inserted
    numbers[base] = number
    return id
  }
}
