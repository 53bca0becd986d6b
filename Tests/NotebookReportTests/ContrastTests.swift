import Foundation
import NotebookReport
import Testing

@Suite struct ContrastTests {
  /// The variables of a theme, as the page's style sheet has them.
  private func colors(after mark: String) throws -> [String: [Double]] {
    let page = PageFixture.page("")
    let start = try #require(page.range(of: mark))
    let end = try #require(page.range(of: "}", range: start.upperBound..<page.endIndex))
    var colors: [String: [Double]] = [:]
    for declaration in page[start.upperBound..<end.lowerBound].split(separator: ";") {
      let parts = declaration.split(separator: ":").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      guard parts.count == 2, parts[1].count == 7, let bits = Int(parts[1].dropFirst(), radix: 16) else {
        continue
      }
      colors[parts[0]] = [bits >> 16, bits >> 8 & 255, bits & 255].map { Double($0) / 255 }
    }
    return colors
  }

  /// WCAG 2.2, relative luminance and contrast ratio.
  private func contrast(_ name: String, _ surface: String, in colors: [String: [Double]]) throws -> Double {
    contrast(try #require(colors[name]), try #require(colors[surface]))
  }

  private func contrast(_ one: [Double], _ other: [Double]) -> Double {
    func luminance(_ color: [Double]) -> Double {
      let linear = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private func mixed(_ color: [Double], _ share: Double, with other: [Double]) -> [Double] {
    zip(color, other).map { $0 * share + $1 * (1 - share) }
  }

  @Test(
    "Text, lines and labels stand out from the paper in both themes.",
    arguments: [":root {", "=\"dark\"]:not(:has(#theme-dark))) {"])
  func text(theme: String) throws {
    let colors = try colors(after: theme)
    var pairs = ["--ink", "--muted", "--dim", "--link", "--good", "--bad", "--warn"].map { ($0, "--paper") }
    pairs += (0...5).map { ("--series-\($0)", "--paper") }
    for surface in ["--surface", "--good-surface", "--bad-surface", "--warn-surface", "--info-surface"] {
      pairs += [("--ink", surface), ("--muted", surface)]
    }
    pairs += [("--good", "--good-surface"), ("--bad", "--bad-surface"), ("--link", "--info-surface")]
    for (name, surface) in pairs {
      let ratio = try contrast(name, surface, in: colors)
      #expect(ratio >= 4.5, "\(name) on \(surface)")
    }
  }

  @Test(
    "Counts can be read on every shade of a confusion matrix.",
    arguments: [":root {", "=\"dark\"]:not(:has(#theme-dark))) {"])
  func shades(theme: String) throws {
    let colors = try colors(after: theme)
    let paper = try #require(colors["--paper"])
    let ink = try #require(colors["--ink"])
    for name in ["--right", "--wrong"] {
      let hue = try #require(colors[name])
      for step in 1...10 {
        #expect(contrast(ink, mixed(hue, Double(step) / 10, with: paper)) >= 4.5, "\(name) \(step)")
      }
    }
  }

  @Test(
    "The colours of trials stand out from the paper the more the better they are.",
    arguments: [":root {", "=\"dark\"]:not(:has(#theme-dark))) {"])
  func trials(theme: String) throws {
    let colors = try colors(after: theme)
    let (paper, worst, best) = (
      try #require(colors["--paper"]), try #require(colors["--worst"]), try #require(colors["--best"])
    )
    let ratios = [0, 0.11, 0.22, 0.33, 0.44, 0.56, 0.67, 0.78, 0.89, 1].map {
      contrast(mixed(best, $0, with: worst), paper)
    }
    #expect(ratios.first.map { $0 > 1.6 } ?? false && ratios.last.map { $0 > 7 } ?? false)
    #expect(zip(ratios, ratios.dropFirst()).allSatisfy { $0 < $1 })
  }
}
