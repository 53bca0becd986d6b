import Engine
import Options
import Testing

@Suite struct CatalogueTests {
  @Test("Every member of every catalogue is read from its own example.")
  func examples() {
    func check<Element>(_ catalogue: Catalogue<Element>) {
      for member in catalogue.described {
        var findings = OptionFindings()
        _ = OptionKind.member(of: catalogue).read(member.example(), catalogue.subject, &findings)
        #expect(findings.diagnostics.isEmpty, "\(member.example())")
        #expect(!member.abstract.isEmpty)
      }
    }
    check(Layers.catalogue)
    check(Activations.catalogue)
    check(Initializers.catalogue)
    check(Regularizers.catalogue)
    check(Constraints.catalogue)
    check(Optimizers.catalogue)
    check(LearningRateSchedules.catalogue)
    check(Losses.catalogue)
    check(Metrics.catalogue)
  }
}
