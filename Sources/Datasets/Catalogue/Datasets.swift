import Options

/// The catalogue of data sets.
package enum Datasets {
  package static let catalogue = Catalogue<any Dataset>(
    "data set",
    [
      member(MNIST.self),
      member(Digits.self),
      member(IDX.self),
      member(CSV.self),
      member(Series.self),
    ])

  private static func member<Member: Dataset>(_ type: Member.Type) -> Catalogue<any Dataset>.Member {
    .init(type) { type.init(&$0) }
  }
}
