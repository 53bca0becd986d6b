import Files
import Foundation
import Testing

@Suite struct ReachTests {
  private func with(_ body: (Place) throws -> Void) throws {
    let place = try Place()
    defer { place.remove() }
    try place.file("book/data.csv")
    try place.file("book/inner/data.csv")
    try place.file("data/shared.csv")
    try place.file("secret/secret.csv", "secret")
    try body(place)
  }

  @Test("A notebook reaches its folder and those that are allowed, by links too, and nothing else.")
  func reach() throws {
    try with { place in
      try place.link("book/within", to: "inner")
      try place.link("book/out", to: "../secret")
      try place.link("book/leads-out.csv", to: "../secret/secret.csv")
      try place.link("book/to-data", to: "../data")
      try place.link("book/nowhere", to: "../secret/none")
      let home = place.url.appending(path: "book")
      let closed = Reach(home: home)
      for path in [
        "data.csv", "./inner/data.csv", "within/data.csv", "inner/../data.csv", place.path("book/data.csv"),
      ] {
        #expect(throws: Never.self, "\(path)") { try closed.file(path) }
      }
      for path in [
        "../secret/secret.csv", "out/secret.csv", "leads-out.csv", place.path("secret/secret.csv"),
        "/etc/passwd",
        "to-data/shared.csv", "../data/shared.csv", "inner/../../secret/secret.csv", "..", "/",
      ] {
        let error = #expect(throws: FileError.self, "\(path)") { try closed.file(path) }
        guard case .outside = error else { Issue.record("\(path): \(String(describing: error))"); continue }
        #expect(throws: FileError.self, "\(path)") { try closed.url(path) }
      }
      for path in ["none.csv", "nowhere", "", ".", "data.csv\0/../../secret/secret.csv", "inner"] {
        #expect(throws: FileError.self, "\(path)") { try closed.file(path) }
      }
      let open = Reach(home: home, others: [place.url.appending(path: "data")])
      for path in ["to-data/shared.csv", "../data/shared.csv", place.path("data/shared.csv")] {
        #expect(throws: Never.self, "\(path)") { try open.file(path) }
      }
      #expect(throws: FileError.self) { try open.file("out/secret.csv") }
    }
  }

  @Test("A folder that is itself reached by a link is a notebook's folder like any other.")
  func linkedHome() throws {
    try with { place in
      try place.link("entry", to: "book")
      let reach = Reach(home: place.url.appending(path: "entry"))
      for path in ["data.csv", place.path("entry/data.csv"), place.path("book/data.csv")] {
        #expect(throws: Never.self, "\(path)") { try reach.file(path) }
      }
    }
  }
}
