import Diagnostics
import Options

/// The directives there are: a new one is a file in this folder and a line here.
package enum Directives {
  private static let all: [any Directive.Type] = [
    Load.self,
    Show.self,
    DefineModel.self,
    Fit.self,
    Predict.self,
    Evaluate.self,
    Plot.self,
    Compare.self,
    Expect.self,
  ]

  package static let catalogue = Catalogue<any Directive>("directive", all.map { member($0) })

  private static func member<Kind: Directive>(_ kind: Kind.Type) -> Catalogue<any Directive>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }

  static let examples = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.example) })

  /// The option that stands for a body which is a list, by directive.
  static let listOptions = Dictionary(
    uniqueKeysWithValues: all.compactMap { type in type.listOption.map { (type.name, $0) } })
}
