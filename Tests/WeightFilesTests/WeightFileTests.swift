import Engine
import Files
import Foundation
import Options
import Testing
import WeightFiles

@Suite struct WeightFileTests {
  /// As `Tests/Golden/Engine/weights_golden.py` made them.
  static let arrays = [
    Variable(name: "dense/kernel", shape: [4, 3], values: (0..<12).map { Float($0) / 8 - 1 }),
    Variable(name: "dense/bias", shape: [3], values: [0.5, -0.25, 1e-30]),
    Variable(name: "dense_1/kernel", shape: [3, 2], values: [-2, -1.2, -0.4, 0.4, 1.2, 2]),
    Variable(name: "dense_1/bias", shape: [2], values: [0, 0]),
  ]

  private static let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/Engine")

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "weights-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func sorted(_ arrays: [Variable]) -> [Variable] { arrays.sorted { $0.name < $1.name } }

  @Test("What is written is read again, bit for bit.", arguments: ["w.safetensors", "w.npz"])
  func roundTrip(_ name: String) throws {
    try inFolder { folder in
      let url = folder.appending(path: name)
      try WeightFile.write(
        Self.arrays, to: name, in: Folder(following: folder.path), overwriting: false)
      #expect(try WeightFile.read(url) == Self.arrays)
      let first = try Data(contentsOf: url)
      try WeightFile.write(
        Self.arrays, to: name, in: Folder(following: folder.path), overwriting: false)
      #expect(try Data(contentsOf: url) == first)
    }
  }

  @Test(
    "Files that NumPy and safetensors wrote are read.", arguments: ["numpy.npz", "safetensors.safetensors"])
  func foreign(_ name: String) throws {
    let found = sorted(try WeightFile.read(Self.golden.appending(path: name)))
    for (array, expected) in zip(found, sorted(Self.arrays)) {
      #expect(array.name == expected.name && array.shape == expected.shape)
      #expect(zip(array.values, expected.values).allSatisfy { abs($0 - $1) <= abs($1) * 1e-6 })
    }
    #expect(found.count == Self.arrays.count)
  }

  @Test("A compressed archive is refused with what to do.")
  func compressed() {
    let problem = #expect(throws: WeightFileProblem.self) {
      try WeightFile.read(Self.golden.appending(path: "numpy-compressed.npz"))
    }
    #expect(problem == .damaged("numpy-compressed.npz", .compressed(array: "dense/kernel")))
    #expect(problem?.help?.contains("numpy.savez") == true)
  }

  @Test(
    "A file cut short anywhere is an error, never weights.",
    arguments: ["numpy.npz", "safetensors.safetensors"])
  func cutShort(_ name: String) throws {
    let whole = try Data(contentsOf: Self.golden.appending(path: name))
    try inFolder { folder in
      let url = folder.appending(path: name)
      for length in stride(from: 0, to: whole.count, by: 7) {
        try whole.prefix(length).write(to: url)
        #expect(throws: WeightFileProblem.self) { try WeightFile.read(url) }
      }
    }
  }

  @Test(
    "A changed byte is an error, or weights of the same shapes.",
    arguments: ["numpy.npz", "safetensors.safetensors"])
  func changed(_ name: String) throws {
    let whole = try Data(contentsOf: Self.golden.appending(path: name))
    try inFolder { folder in
      let url = folder.appending(path: name)
      var refused = 0
      for place in 0..<whole.count {
        var bytes = whole
        bytes[place] ^= 0x55
        try bytes.write(to: url)
        do {
          let arrays = try WeightFile.read(url)
          #expect(arrays.allSatisfy { $0.shape.reduce(1, *) == $0.values.count })
        } catch {
          refused += 1
        }
      }
      #expect(refused > whole.count / 4)
    }
  }

  struct Lie: CustomTestStringConvertible {
    let header: String
    let fault: WeightFileFault
    var testDescription: String { header }
  }

  static let lies = [
    Lie(
      header: #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#,
      fault: .size(array: "a", shape: [3], bytes: 8)),
    Lie(
      header: #"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#,
      fault: .size(array: "a", shape: [-2], bytes: 8)),
    Lie(
      header: #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#,
      fault: .type(array: "a", found: "F64")),
    Lie(header: #"{"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}"#, fault: .cutShort),
    Lie(header: #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, fault: .bounds(array: "a")),
    Lie(
      header:
        #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
      fault: .bounds(array: "b")),
    Lie(
      header: #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
      fault: .header("the arrays do not fill the file")),
    Lie(header: #"{"a":3}"#, fault: .header("\"a\" is not described by dtype, shape and data_offsets")),
    Lie(header: "no JSON", fault: .notOfFormat("safetensors")),
  ]

  @Test("A header that contradicts the bytes is an error that says how.", arguments: lies)
  func lying(_ lie: Lie) throws {
    try inFolder { folder in
      let url = folder.appending(path: "lie.safetensors")
      var length = UInt64(lie.header.utf8.count).littleEndian
      var data = withUnsafeBytes(of: &length) { Data($0) }
      data.append(contentsOf: lie.header.utf8)
      data.append(Data(count: 8))
      try data.write(to: url)
      #expect(throws: WeightFileProblem.damaged("lie.safetensors", lie.fault)) { try WeightFile.read(url) }
    }
  }

  @Test("A name that tells no format, a file that is not there, and a folder in a file's place are said.")
  func places() throws {
    #expect(throws: WeightFileProblem.unknownFormat("w.h5")) { try WeightFile(name: "w.h5") }
    try inFolder { folder in
      #expect(throws: WeightFileProblem.notFound("w.npz")) {
        try WeightFile.read(folder.appending(path: "w.npz"))
      }
      try FileManager.default.createDirectory(
        at: folder.appending(path: "w.npz"), withIntermediateDirectories: false)
      let place = try Folder(following: folder.path)
      #expect(throws: WeightFileProblem.self) {
        try WeightFile.write(Self.arrays, to: "w.npz", in: place, overwriting: true)
      }
    }
  }

  @Test("Weights of other shapes or other layers are refused by name.")
  func otherModels() throws {
    func model(_ units: [Int]) throws -> Model {
      try Model(inputShape: [4], layers: units.map { Dense(units: $0) })
    }
    let weights = try model([3, 2]).weights(from: Self.arrays.reversed())
    #expect(weights.arrays == Self.arrays)
    #expect(throws: WeightsProblem.shape("dense_1/kernel", expected: [3, 5], found: [3, 2])) {
      try model([3, 5]).weights(from: Self.arrays)
    }
    #expect(throws: WeightsProblem.missing("dense_2/kernel", known: Self.arrays.map(\.name))) {
      try model([3, 2, 1]).weights(from: Self.arrays)
    }
    #expect(throws: WeightsProblem.notOfTheModel("dense_1/kernel")) {
      try model([3]).weights(from: Self.arrays)
    }
  }
}
