import NotebookReport
import Testing

@Suite struct LabelPlacementTests {
  @Test("Labels with room stay where they are.")
  func room() {
    #expect(LabelPlacement.spread([10, 50, 90], spacing: 15, within: 0...100) == [10, 50, 90])
  }

  @Test("Labels that would overlap move apart about their middle, in their order.")
  func apart() {
    #expect(LabelPlacement.spread([50, 50], spacing: 20, within: 0...100) == [40, 60])
    #expect(LabelPlacement.spread([52, 48, 50], spacing: 20, within: 0...100) == [70, 30, 50])
  }

  @Test("Labels stay within the drawing.")
  func bounds() {
    #expect(LabelPlacement.spread([0, 1, 2], spacing: 20, within: 0...100) == [0, 20, 40])
    #expect(LabelPlacement.spread([100, 100], spacing: 20, within: 0...100) == [80, 100])
    #expect(LabelPlacement.spread([-5], spacing: 20, within: 0...100) == [0])
  }

  @Test("More labels than there is room for are spread evenly.")
  func crowd() {
    #expect(LabelPlacement.spread([5, 5, 5, 5, 5], spacing: 50, within: 0...100) == [0, 25, 50, 75, 100])
  }

  @Test("No two labels ever overlap, and none leaves the drawing.")
  func always() {
    var state: UInt64 = 3
    for _ in 0..<500 {
      let wanted = (0..<8).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 24) * 200
      }
      let placed = LabelPlacement.spread(wanted, spacing: 20, within: 0...200)
      let sorted = placed.sorted()
      #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 19.999 })
      #expect(sorted.allSatisfy { (-0.001...200.001).contains($0) })
    }
  }
}
