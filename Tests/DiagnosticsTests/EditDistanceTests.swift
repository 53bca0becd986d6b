import Diagnostics
import Testing

@Suite struct EditDistanceTests {
  @Test(
    "A mistyped name finds the one that was meant.",
    arguments: [
      ("epoch", "epochs"), ("epcohs", "epochs"), ("Epochs", "epochs"), ("batchsize", "batch_size"),
      ("titel", "title"), ("optimiser", "optimizer"), ("opti", "optimizer"), ("bs", "batch_size"),
    ])
  func close(written: String, meant: String) {
    #expect(closestName(to: written, among: ["epochs", "batch_size", "title", "optimizer"]) == meant)
  }

  @Test("A name that resembles nothing finds nothing.", arguments: ["", "x", "momentum", "日本語"])
  func far(written: String) {
    #expect(closestName(to: written, among: ["epochs", "batch_size", "b"]) == nil)
  }

  @Test("Of two equally close names neither counts, and both are asked about.")
  func tie() {
    #expect(closestName(to: "cat", among: ["bat", "hat"]) == nil)
    #expect(didYouMean("cat", ["bat", "hat", "bat"]) == #"; did you mean "bat" or "hat"?"#)
  }

  @Test("However long a name is, it is not mistyped in more than three places.")
  func long() {
    #expect(closestName(to: "kernel_regularizer", among: ["kernel_initializer"]) == nil)
    #expect(closestName(to: "kernel_initialiser", among: ["kernel_initializer"]) == "kernel_initializer")
  }

  @Test("A word within a name finds it.")
  func word() {
    let options = ["units", "kernel_initializer", "use_bias"]
    #expect(closestName(to: "init", among: options) == "kernel_initializer")
    #expect(didYouMean("use", ["use_bias", "reuse_all"]) == #"; did you mean "use_bias"?"#)
  }

  @Test(
    "What holds a value too is no mistyped name, lest the value be lost.",
    arguments: ["epochs=3", "epochs:3"])
  func withValue(_ written: String) { #expect(closestName(to: written, among: ["epochs"]) == nil) }

  @Test("A number is not taken for another.")
  func number() { #expect(closestName(to: "10", among: ["0", "1", "11"]) == nil) }

  @Test("A name that begins several is asked about, and not replaced.")
  func severalBegun() {
    let options = ["validation_data", "epochs", "validation_split"]
    #expect(didYouMean("validation", options) == #"; did you mean "validation_data" or "validation_split"?"#)
    #expect(closestName(to: "validation", among: options) == nil)
    #expect(
      didYouMean("val", options, prefix: "#")
        == ##"; did you mean "#validation_data" or "#validation_split"?"##)
    #expect(didYouMean("epo", options) == #"; did you mean "epochs"?"#)
    #expect(closestName(to: "epo", among: options) == "epochs")
  }

  @Test("A word that begins with another letter is asked about, and not replaced.")
  func beginning() {
    #expect(didYouMean("xscale", ["yscale"]) == #"; did you mean "yscale"?"#)
    #expect(Correction("xscale", among: ["yscale"]) == nil && Correction("Var", among: ["bar"]) == nil)
    for typed in ["eopchs", "peochs", "pochs", "eepochs", "Epochs"] {
      #expect(Correction(typed, among: ["epochs"]) == .replace(typed, with: "epochs"), "\(typed)")
    }
  }

  @Test(
    "Longer, shortened and counted names are asked about.",
    arguments: [("language", "lang"), ("val_split", "validation_split"), ("num_epochs", "epochs")])
  func longer(_ typed: String, _ meant: String) {
    #expect(closestName(to: typed, among: [meant, "data"]) == meant)
  }
}
