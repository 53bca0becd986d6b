import Diagnostics
import Options
import Testing

@Suite struct OptionReaderTests {
  private struct Training: Equatable {
    let epochs: Int
    let rate: Double
    let note: String?

    init(_ options: inout OptionReader) {
      epochs = options.read("epochs", .integer(.atLeast(1)), default: 1, help: "How often.")
      rate = options.read("rate", .number(.positive), help: "How fast.")
      note = options.readIfPresent("note", .text, affects: .presentation, help: "A remark.")
    }
  }

  private func read(_ body: OptionValue) -> (Training, OptionReader) {
    var reader = OptionReader(body, of: "training")
    let training = Training(&reader)
    reader.finish()
    return (training, reader)
  }

  @Test("What is written is read, and what is not has its default.")
  func values() {
    let (training, reader) = read(written(["rate": 0.5]))
    #expect(training.epochs == 1 && training.rate == 0.5 && training.note == nil)
    #expect(reader.findings.diagnostics.isEmpty)
    #expect(reader.canonical == mapping(["epochs": 1, "rate": 0.5]))
    #expect(reader.place(of: "rate") == SourceRange(20, 25))
  }

  @Test("A missing option is reported at the body, an unknown one at its key.")
  func missingAndUnknown() {
    let (_, reader) = read(written(["epoch": 3]))
    #expect(
      reader.findings.diagnostics.map(\.message) == [
        "training has no option \"epoch\"; did you mean \"epochs\"?", "training needs the option \"rate\"",
      ])
    #expect(reader.findings.diagnostics.map(\.range) == [SourceRange(10, 15), SourceRange(1, 9)])
  }

  @Test("An option that is missing because its name was mistyped is reported as mistyped alone.")
  func mistyped() {
    let (_, reader) = read(written(["rat": 0.5]))
    #expect(
      reader.findings.diagnostics.map(\.message) == ["training has no option \"rat\"; did you mean \"rate\"?"]
    )
  }

  @Test("An option that is given is not what another was meant to be; one that is inherited may be.")
  func given() {
    #expect(
      read(written(["rates": 0.5, "rate": 0.1])).1.findings.diagnostics.map(\.message) == [
        "training has no option \"rates\""
      ])
    var reader = OptionReader(written(["rates": 0.5, "rate": 0.1]), of: "training", inherited: ["rate"])
    _ = Training(&reader)
    reader.finish()
    #expect(
      reader.findings.diagnostics.map(\.message) == [
        "training has no option \"rates\"; did you mean \"rate\"?"
      ])
  }

  @Test("The only unknown option is held against the only missing one.")
  func instead() {
    let (_, one) = read(written(["speed": 3]))
    #expect(
      one.findings.diagnostics.map(\.message) == ["training has no option \"speed\", but needs \"rate\""])
    #expect(one.isUnread("rate"))
    let (_, two) = read(written(["speed": 3, "pace": 4]))
    #expect(two.findings.diagnostics.map(\.code) == ["TB-O-101", "TB-O-101", "TB-O-102"])
  }

  @Test(
    "An equals sign in place of the colon is told from a wrong name.", arguments: ["rate=0.5", "rate:0.5"])
  func equalsSign(_ key: String) {
    let (_, reader) = read(written([key: OptionValue(.null)]))
    let finding = reader.findings.diagnostics.first { $0.code == "TB-O-101" }
    #expect(finding?.help == "a colon and a space separate an option from its value: `rate: 0.5`")
    #expect(finding?.correction == .replace(key, with: "rate: 0.5"))
  }

  @Test("An unknown option that is inherited is reported where it stands, and not again.")
  func inherited() {
    var reader = OptionReader(written(["rate": 0.5, "color": 1]), of: "training", inherited: ["color"])
    _ = Training(&reader)
    reader.finish()
    #expect(reader.findings.diagnostics.isEmpty)
  }

  @Test("Every wrong value is reported, and reading goes on.")
  func allAtOnce() {
    let (training, reader) = read(written(["epochs": 0, "rate": "fast", "note": [1]]))
    #expect(reader.findings.diagnostics.map(\.code) == ["TB-O-104", "TB-O-103", "TB-O-103"])
    #expect(training.note == nil)
  }

  @Test("A null leaves an option out that may be left out, and a value forgotten behind the colon does not.")
  func null() {
    let (training, reader) = read(written(["rate": 1, "note": OptionValue(.null)]))
    #expect(training.note == nil && reader.findings.diagnostics.isEmpty)
    let nothing = OptionValue(.null, at: SourceRange(40, 40))
    let (_, forgetful) = read(
      OptionValue(.mapping([OptionValue.Entry("rate", 1), OptionValue.Entry("note", nothing)])))
    #expect(forgetful.findings.diagnostics.map(\.message) == ["\"note\" has no value"])
    #expect(forgetful.findings.diagnostics.map(\.range) == [SourceRange(40, 40)])
  }

  @Test("The same initializer describes its options.")
  func describing() {
    let declarations = OptionReader.describe("training") { _ = Training(&$0) }
    #expect(declarations.map(\.name) == ["epochs", "rate", "note"])
    #expect(declarations.map(\.isRequired) == [false, true, false])
    #expect(declarations.map(\.affects) == [.result, .result, .presentation])
    #expect(declarations[0].defaultValue == 1)
    #expect(declarations.map(\.form.phrase) == ["an integer at least 1", "a number above 0", "text"])
  }

  @Test("A quoted number is told to lose its quotes.")
  func quotedNumber() {
    let (_, reader) = read(written(["rate": "0.1"]))
    #expect(reader.findings.diagnostics.map(\.help) == ["write 0.1 without quotes"])
  }

  @Test(
    "A number as other hands write it is put as it is written here.",
    arguments: [
      ("20%", "0.2"), ("2.5 %", "0.025"), ("0,001", "0.001"), ("-1,5", "-1.5"), ("$rounds", "${rounds}"),
    ])
  func slip(_ text: String, _ meant: String) {
    let (_, reader) = read(written(["rate": OptionValue(.text(text))]))
    #expect(reader.findings.diagnostics.map(\.help) == ["write \(meant)"])
    #expect(reader.findings.diagnostics.map(\.correction) == [.replace(text, with: meant)])
  }

  @Test("A comma between braces that parts a number is told from an option that is not known.")
  func partedNumber() {
    let (_, reader) = read(written(["rate": 0, "001": OptionValue(.null)]))
    #expect(
      reader.findings.diagnostics.map(\.message) == [
        "a comma ends the option here, so \"rate\" is 0, and 001 is another option"
      ])
    #expect(reader.findings.diagnostics.map(\.help) == ["write 0.001"])
    #expect(reader.findings.diagnostics.map(\.range) == [SourceRange(20, 35)])
    #expect(reader.findings.diagnostics.map(\.correction) == [.replace("0,001", with: "0.001")])
  }

  @Test("Digits that follow no whole number, or have a value, are an option that is not known.")
  func digitsForAName() {
    for body in [
      written(["rate": 0.5, "001": OptionValue(.null)]), written(["rate": 1, "001": 3]),
      written(["note": "a", "1": OptionValue(.null), "rate": 1]),
    ] {
      #expect(read(body).1.findings.diagnostics.map(\.code) == ["TB-O-101"])
    }
  }

  @Test("Other texts are answered with an example.", arguments: ["a%", "1,2,3", "fast", "$", "1.000,5"])
  func noSlip(_ text: String) {
    let (_, reader) = read(written(["rate": OptionValue(.text(text))]))
    #expect(reader.findings.diagnostics.map(\.help) == ["write it as in `rate: 0.5`"])
    #expect(reader.findings.diagnostics.map(\.correction) == [nil])
  }

  @Test("Thousands of unknown options are each reported.", .timeLimit(.minutes(5)))
  func manyUnknown() {
    let entries = (0..<2_000).map { OptionValue.Entry("opt\($0)", at: SourceRange($0, $0 + 1), 3) }
    let (_, reader) = read(OptionValue(.mapping(entries + [OptionValue.Entry("rate", 0.5)])))
    #expect(reader.findings.diagnostics.count == 2_000)
    #expect(reader.findings.diagnostics.allSatisfy { $0.message.contains("has no option") })
  }
}
