import Diagnostics
import Options

/// All directives. A new one needs a file in this folder and a line here.
package enum Directives {
  private static let all: [any Directive.Type] = [
    Load.self,
    Show.self,
    DefineModel.self,
    Fit.self,
    LearningRateFinder.self,
    Sweep.self,
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

  /// The option that takes a directive's body if the body is a list, by the name of the directive.
  static let listOptions = Dictionary(
    uniqueKeysWithValues: all.compactMap { type in type.listOption.map { (type.name, $0) } })

  /// The options of which one replaces the others that would be inherited, by the name of the directive.
  static let alternatives = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.alternatives) })
}
