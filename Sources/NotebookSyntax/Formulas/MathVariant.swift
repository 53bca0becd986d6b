/// The style of letters within `\mathbf{…}` and similar commands.
enum MathVariant: String, CaseIterable {
  case mathrm, mathbf, mathit, mathbb, mathcal, mathsf, mathtt, mathfrak, boldsymbol, bm

  /// True if adjacent letters form one word.
  var joinsLetters: Bool {
    switch self {
    case .mathrm, .mathbf, .mathit, .mathsf, .mathtt: true
    case .mathbb, .mathcal, .mathfrak, .boldsymbol, .bm: false
    }
  }

  /// Returns a letter or digit in the style, from Unicode's mathematical alphabets, or else unchanged.
  func styled(_ text: String) -> String {
    guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else { return text }
    if let exception = Self.exceptions[self]?[scalar] { return String(exception) }
    let value = scalar.value
    let styled: UInt32? =
      switch scalar {
      case "A"..."Z": starts.capitals.map { $0 + value - 0x41 }
      case "a"..."z": starts.smalls.map { $0 + value - 0x61 }
      case "0"..."9": starts.digits.map { $0 + value - 0x30 }
      case "Α"..."Ω": starts.greekCapitals.map { $0 + value - 0x391 }
      case "α"..."ω": starts.greekCapitals.map { $0 + 26 + value - 0x3B1 }
      default: nil
      }
    return styled.flatMap(Unicode.Scalar.init).map { String($0) } ?? text
  }

  private struct Starts {
    var capitals: UInt32?
    var smalls: UInt32?
    var digits: UInt32?
    var greekCapitals: UInt32?
  }

  private var starts: Starts {
    switch self {
    case .mathrm, .mathit: Starts()
    case .mathbf: Starts(capitals: 0x1D400, smalls: 0x1D41A, digits: 0x1D7CE, greekCapitals: 0x1D6A8)
    case .boldsymbol, .bm:
      Starts(capitals: 0x1D468, smalls: 0x1D482, digits: 0x1D7CE, greekCapitals: 0x1D71C)
    case .mathbb: Starts(capitals: 0x1D538, smalls: 0x1D552, digits: 0x1D7D8)
    case .mathcal: Starts(capitals: 0x1D49C, smalls: 0x1D4B6)
    case .mathsf: Starts(capitals: 0x1D5A0, smalls: 0x1D5BA, digits: 0x1D7E2)
    case .mathtt: Starts(capitals: 0x1D670, smalls: 0x1D68A, digits: 0x1D7F6)
    case .mathfrak: Starts(capitals: 0x1D504, smalls: 0x1D51E)
    }
  }

  /// Letters that Unicode contained before it had the alphabets.
  private static let exceptions: [MathVariant: [Unicode.Scalar: Unicode.Scalar]] = [
    .mathbb: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
    .mathcal: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
      "o": "ℴ",
    ],
    .mathfrak: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
  ]
}
