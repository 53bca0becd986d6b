import Diagnostics
import Testing

@Suite struct GuessBudgetTests {
  /// The number of mistyped names, of very many, for which a meaning is found.
  private func guesses() -> Int {
    (0..<21_000).count { _ in closestName(to: "epoch", among: ["epochs"]) != nil }
  }

  @Test("One stage compares so many names and no more, and the next begins anew.")
  func bounded() {
    #expect(GuessBudget.spending(guesses) == 20_000)
    #expect(GuessBudget.spending { closestName(to: "epoch", among: ["epochs"]) } == "epochs")
  }
}
