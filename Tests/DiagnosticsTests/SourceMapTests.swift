import Diagnostics
import Testing

@Suite struct SourceMapTests {
  /// "ab", written as it reads at 10; one byte, written as four at 12; "cd", written as it reads at 20.
  private var map: SourceMap {
    var map = SourceMap()
    map.append(1, at: SourceRange(10, 11))
    map.append(1, at: SourceRange(11, 12))
    map.append(1, at: SourceRange(12, 16))
    map.append(2, at: SourceRange(20, 22))
    return map
  }

  @Test("A part that is written as it reads has its place byte by byte, any other the place of the whole.")
  func parts() {
    #expect(map.count == 5)
    #expect(map.source(of: 0..<1) == SourceRange(10, 11))
    #expect(map.source(of: 1..<3) == SourceRange(11, 16))
    #expect(map.source(of: 2..<3) == SourceRange(12, 16))
    #expect(map.source(of: 3..<4) == SourceRange(20, 21))
    #expect(map.source(of: 1..<5) == SourceRange(11, 22))
  }

  @Test("A place between two bytes is before the second, and behind the last at the end.")
  func empty() {
    #expect(map.source(of: 3..<3) == SourceRange(20, 20))
    #expect(map.source(of: 5..<5) == SourceRange(22, 22))
    #expect(SourceMap().source(of: 0..<0) == nil)
  }

  @Test("A part of a map maps as the whole did, and parts put together map as each did.")
  func partOfMap() {
    let part = map.part(1..<4)
    #expect(part.count == 3)
    #expect(part.source(of: 0..<1) == SourceRange(11, 12))
    #expect(part.source(of: 2..<3) == SourceRange(20, 21))
    var whole = map.part(0..<2)
    whole.append(map.part(2..<5))
    #expect(whole == map)
  }

  @Test("A text that was written at another length has one place for all of it.")
  func otherLength() {
    #expect(SourceText("16", at: SourceRange(5, 9)).range(of: 1..<2) == SourceRange(5, 9))
    #expect(SourceText("0x10", at: SourceRange(5, 9)).part(1..<3) == SourceText("x1", at: SourceRange(6, 8)))
  }
}
