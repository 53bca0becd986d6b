import Datasets
import Options
import Testing

@Suite struct CatalogueTests {
  @Test("Every data set is listed with its options, each with a sentence of help.")
  func catalogue() {
    #expect(Datasets.catalogue.names == ["mnist", "digits", "idx", "csv", "series"])
    let described = Dictionary(
      uniqueKeysWithValues: Datasets.catalogue.described.map { ($0.name, $0.options()) })
    #expect(described["mnist"]?.map(\.name) == [])
    #expect(described["digits"]?.map(\.name) == ["seed"])
    #expect(
      described["csv"]?.map(\.name) == ["path", "label", "target", "sample_weight", "header", "delimiter"])
    #expect(
      described["series"]?.map(\.name) == ["path", "column", "window", "horizon", "header", "delimiter"])
    #expect(
      described["idx"]?.map(\.name) == ["images", "labels", "test_images", "test_labels", "class_names"])
    #expect(described.values.joined().allSatisfy { $0.help.hasSuffix(".") })
  }
}
