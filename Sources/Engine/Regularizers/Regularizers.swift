import Options

/// The catalogue of regularizers.
package enum Regularizers {
  package static let catalogue = Catalogue<any Regularizer>(
    "regularizer", [member(L1.self), member(L2.self), member(L1L2.self)])

  private static func member<Kind: Regularizer>(_ kind: Kind.Type) -> Catalogue<any Regularizer>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}

extension OptionReader {
  /// Reads the factor of a penalty.
  mutating func readPenaltyFactor(_ name: String, of sum: String, default standard: OptionValue) -> Double {
    read(
      name, .number(.within(0...1e15)), default: standard,
      help: "The factor of the sum of the \(sum).")
  }

  /// Reads `activity_regularizer`.
  mutating func readActivityRegularizer() -> (any Regularizer)? {
    readIfPresent(
      "activity_regularizer", .member(of: Regularizers.catalogue),
      help: "A penalty on the size of the outputs, divided by the number of samples in the batch.")
  }
}
