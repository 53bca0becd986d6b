import Diagnostics
import Options
import Testing

private struct Flatten: Configurable {
  static let name = "flatten"
  static let abstract = "One row from many."
  init(_ options: inout OptionReader) {}
}

private struct Dense: Configurable {
  static let name = "dense"
  static let abstract = "All to all."
  static let exampleOptions: OptionValue = ["units": 3]
  let units: Int
  init(_ options: inout OptionReader) {
    units = options.read("units", .integer(.atLeast(1)), help: "How many.")
  }
}

@Suite struct CatalogueTests {
  private static let layers = Catalogue<String>(
    "layer",
    [
      .init(Flatten.self) { _ in "flatten" },
      .init(Dense.self) { "dense \(Dense(&$0).units)" },
    ]
  ).besides(["repeat"])

  @Test("A member's example is its name with the options that it chooses.")
  func examples() {
    #expect(Self.layers.described.map { "\($0.example())" } == ["flatten", "{dense: {units: 3}}"])
  }

  private func read(_ value: OptionValue) -> (String?, [Diagnostic], OptionValue?) {
    var findings = OptionFindings()
    let reading = OptionKind.member(of: Self.layers).read(value, "layers", &findings)
    return (reading?.value, findings.diagnostics, reading?.canonical)
  }

  @Test("A member is named alone, or with its options.")
  func members() {
    #expect(read("flatten").0 == "flatten")
    #expect(read(mapping(["flatten": OptionValue(.null)])).0 == "flatten")
    let (dense, diagnostics, canonical) = read(mapping(["dense": mapping(["units": 3])]))
    #expect(dense == "dense 3" && diagnostics.isEmpty)
    #expect(canonical == mapping(["dense": mapping(["units": 3])]))
  }

  @Test("An unknown member is reported at its name.")
  func unknown() {
    let (_, diagnostics, _) = read(written(["dens": OptionValue(.null)]))
    #expect(diagnostics.map(\.message) == ["there is no layer \"dens\"; did you mean \"dense\"?"])
    #expect(diagnostics.map(\.help) == ["kinds of layer: flatten, dense, repeat"])
    #expect(diagnostics.map(\.range) == [SourceRange(10, 15)])
  }

  @Test("What is wrong within a member is reported there.")
  func within() {
    let (_, diagnostics, _) = read(mapping(["dense": written(["unit": 3])]))
    #expect(diagnostics.map(\.message) == ["dense has no option \"unit\"; did you mean \"units\"?"])
    let (_, none, _) = read(mapping(["flatten": mapping(["a": 1])]))
    #expect(none.map(\.help) == ["write `flatten` alone"])
    let (_, missing, _) = read(mapping(["dense": mapping([:])]))
    #expect(missing.map(\.message) == ["dense needs the option \"units\""])
  }

  @Test("Two members where one belongs, options that are no mapping, and other values are refused.")
  func wrongShapes() {
    #expect(read(mapping(["dense": [1], "flatten": [1]])).1.map(\.code) == ["TB-O-106"])
    #expect(read(mapping(["dense": "many"])).1.map(\.code) == ["TB-O-103"])
    #expect(read(3).1.map(\.code) == ["TB-O-103"])
  }

  @Test("A catalogue describes its members and their options.")
  func described() {
    #expect(Self.layers.names == ["flatten", "dense"])
    #expect(Self.layers.described.map { $0.options().map(\.name) } == [[], ["units"]])
  }
}
