/// One of the colours between the worst and the best value, `shade-0` to `shade-9` in the style sheet.
struct ShadeStep: Sendable, Hashable {
  static let count = 10
  static let all = (0..<count).map(ShadeStep.init)

  private let number: Int

  private init(_ number: Int) { self.number = number }

  /// - Parameter shade: the place between the worst (0) and the best (1).
  init(_ shade: Double) {
    number = shade >= 0 ? Int(min(shade, 1) * Double(Self.count - 1) + 0.5) : 0
  }

  var className: Attribute { .class("shade-", numbered: number) }
}
