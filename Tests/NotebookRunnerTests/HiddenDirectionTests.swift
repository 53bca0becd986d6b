import Diagnostics
import Foundation
import Testing

@Suite struct HiddenDirectionTests {
  private func check(_ table: String, allow: String = "") throws -> [String] {
    let notebook = try TestNotebook(showing: table, allow)
    defer { notebook.remove() }
    return try notebook.plan().diagnostics.map { "\($0.code) \(notebook.source[$0.range]) \($0.message)" }
  }

  @Test("Names of columns and classes that turn the direction of text are warned of.")
  func names() throws {
    let place = "TB-G-114 {csv: {path: rows.csv, label: kind}} "
    let fault = "is invisible and changes the direction of text"
    #expect(
      try check("a\u{202E}b,kind\n1,x\n2,y\n")
        == [place + "the data has the name \"a\u{202E}b\", in which U+202E \(fault)"])
    #expect(
      try check("a,kind\n1,x\n2,y\u{2066}\n")
        == [place + "the data has the name \"y\u{2066}\", in which U+2066 \(fault)"])
  }

  @Test("Other names are not, nor where they are allowed.")
  func others() throws {
    #expect(try check("日本,kind\n1,א\n2,ب\n").isEmpty)
    #expect(try check("a\u{202E}b,kind\n1,x\n2,y\n", allow: "allow: hidden_direction").isEmpty)
  }
}
