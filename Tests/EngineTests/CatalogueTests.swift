import Engine
import Options
import Testing

@Suite struct CatalogueTests {
  @Test("Every member of every catalogue is read from its defaults.")
  func catalogues() {
    func check<Element>(_ catalogue: Catalogue<Element>, without required: [String]) {
      for member in catalogue.members where !required.contains(member.name) {
        #expect(!member.abstract.isEmpty)
        var reader = OptionReader(OptionValue(.mapping([])), of: member.name)
        _ = member.make(&reader)
        reader.finish()
        #expect(reader.findings.diagnostics.isEmpty)
      }
    }
    check(Layers.catalogue, without: ["dense", "activation"])
    check(Activations.catalogue, without: [])
    check(Initializers.catalogue, without: [])
    check(Optimizers.catalogue, without: [])
    check(Losses.catalogue, without: [])
    check(Metrics.catalogue, without: [])
  }
}
