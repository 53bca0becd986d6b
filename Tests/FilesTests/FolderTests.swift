import Files
import Foundation
import Testing

@Suite struct FolderTests {
  private func with(_ body: (Place, Folder) throws -> Void) throws {
    let place = try Place()
    defer { place.remove() }
    try place.folder("here")
    try place.file("victim/kept", "kept")
    try body(place, try Folder(following: place.path("here")))
    #expect(try place.names("victim") == ["kept"] && place.text("victim/kept") == "kept")
  }

  @Test("Links to folders, and everything that is not a folder, are refused as folders.")
  func folders() throws {
    try with { place, folder in
      try place.link("here/link", to: "../victim")
      try place.file("here/file")
      #expect(throws: FileError.link(place.path("here/link"), target: "../victim")) {
        try folder.subfolder("link")
      }
      #expect(throws: FileError.link(place.path("here/link"), target: "../victim")) {
        try folder.makeSubfolder("link")
      }
      #expect(throws: FileError.notAFolder(place.path("here/file"))) { try folder.subfolder("file") }
      #expect(try folder.subfolder("none") == nil)
      #expect(try folder.makeSubfolder("new").path == place.path("here/new"))
    }
  }

  @Test("Links, pipes and folders are not read as files, and reading does not wait.")
  func reading() throws {
    try with { place, folder in
      try place.link("here/link", to: "../victim/kept")
      try place.pipe("here/pipe")
      try place.folder("here/inner")
      for name in ["link", "pipe", "inner"] {
        #expect(throws: FileError.self, "\(name)") { try folder.file(name) }
      }
      #expect(throws: FileError.notAFile(place.path("here/pipe"))) {
        try OpenFile(following: place.path("here/pipe"))
      }
      #expect(throws: FileError.notAFile("/dev/zero")) { try OpenFile(following: "/dev/zero") }
      #expect(try folder.file("none") == nil)
      try place.file("here/file", "0123456789")
      let file = try #require(try folder.file("file"))
      #expect(try file.bytes(from: 8, count: 100) == Data("89".utf8))
      #expect(try file.bytes(from: 20, count: 1).isEmpty)
      #expect(throws: FileError.tooLarge(place.path("here/file"), bytes: 10, limit: 9)) {
        try file.content(limit: 9)
      }
    }
  }

  @Test("Writing replaces a name, whatever it is, and never what a link leads to.")
  func writing() throws {
    try with { place, folder in
      try place.link("here/link", to: "../victim/kept")
      try folder.write(Data("new".utf8), to: "link")
      #expect(try place.text("here/link") == "new")
      #expect(try place.names("here") == ["link"])
      #expect(throws: FileError.system(EEXIST)) { try folder.create("link", Data()) }
      #expect(throws: FileError.system(EEXIST)) { try folder.createWhole("link", Data()) }
      #expect(try place.names("here") == ["link"])
    }
  }

  @Test("A file is replaced only where it bears the mark, is empty, or may be overwritten.")
  func marks() throws {
    try with { place, folder in
      try place.file("here/own", String(repeating: "x", count: 9000) + FileMark.weights.text)
      try place.file("here/foreign", "mine")
      try place.file("here/empty", "")
      try place.link("here/link", to: "own")
      try place.pipe("here/pipe")
      try place.folder("here/inner")
      for name in ["own", "empty", "none"] {
        #expect(throws: Never.self) { try folder.checkReplaceable(name, .weights, overwriting: false) }
      }
      #expect(throws: FileError.foreign(place.path("here/foreign"))) {
        try folder.checkReplaceable("foreign", .weights, overwriting: false)
      }
      #expect(throws: Never.self) { try folder.checkReplaceable("foreign", .weights, overwriting: true) }
      for name in ["link", "pipe", "inner"] {
        #expect(throws: FileError.self) { try folder.checkReplaceable(name, .weights, overwriting: true) }
      }
    }
  }

  @Test("Of drafts, those of processes that are no more are removed, and those of others stay.")
  func drafts() throws {
    try with { place, folder in
      // The name of a draft of this process, as a failed write leaves it when the process is killed.
      try place.folder("here/inner")
      #expect(throws: FileError.self) { try folder.write(Data("x".utf8), to: "inner", drafts: nil) }
      #expect(try place.names("here") == ["inner"])
      let own = try draftName(of: getpid(), place, folder)
      let dead = try draftName(of: try deadProcess(), place, folder)
      let foreign = ".tunebook-draft-1234-5678-1-1"
      for name in [own, dead, foreign, ".tunebook-draft-x"] { try place.file("here/\(name)") }
      folder.removeAbandonedDrafts()
      #expect(try Set(place.names("here")) == ["inner", own, foreign, ".tunebook-draft-x"])
      #expect(try !folder.holdsOnlyDrafts(beside: ["inner"]))
    }
  }

  /// The name that a draft of a process has: that of this process's, with the other number.
  private func draftName(of process: pid_t, _ place: Place, _ folder: Folder) throws -> String {
    let own = Draft.name().split(separator: "-").map(String.init)
    return "\(own[0])-\(own[1])-\(own[2])-\(own[3])-\(process)-\(own[5])"
  }

  private func deadProcess() throws -> pid_t {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }
}
