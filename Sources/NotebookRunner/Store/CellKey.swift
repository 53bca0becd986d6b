import Datasets
import Digests
import Engine
import Foundation
import NotebookResults
import Options
import Writing

/// The identity of a result: cells with equal keys have equal results.
package struct CellKey: Sendable, Hashable {
  /// The SHA-256 in hexadecimal of everything that the result depends on.
  package let digest: String
}

/// Everything that a cell's result depends on, and nothing else.
///
/// Options that only affect the presentation are left out. The name of a cell is replaced with its key.
/// Defaults are filled in, so that spelling one out changes nothing.
package struct KeyDraft: Sendable {
  struct Ingredient: Sendable, Hashable, Codable {
    let name: String
    /// The value in canonical form; if it names cells, the digests of their keys.
    let value: String
    /// The cells that the value names.
    let cells: [String]
  }

  /// Options of every cell. Charts are styled on the page, so that stored outputs are the same in every style.
  private static let presentation = CellOptions.names.union(ChartOptions.names)

  let directive: String
  private(set) var ingredients: [Ingredient]

  /// - Parameter keys: the keys of the cells above, by name.
  init(_ cell: PlannedCell, keys: [String: CellKey]) {
    self.init(of: cell.directive, cell.resolved, keys: keys)
  }

  init(of directive: any Directive, _ resolved: [ResolvedOption], keys: [String: CellKey]) {
    self.directive = type(of: directive).name
    let holdsOutputs = directive.isStored
    ingredients = resolved.filter { option in
      !Self.presentation.contains(option.name) && (holdsOutputs || option.affects == .result)
    }.map { option in
      let names = option.form.names(in: option.value)
      guard let names else {
        return Ingredient(name: option.name, value: JSON(canonical: option.value).text, cells: [])
      }
      let digests = names.map { keys[CellReference.cell(named: $0)]?.digest ?? "" }
      return Ingredient(name: option.name, value: digests.joined(separator: " "), cells: names)
    }
  }

  init(directive: String, _ values: [(name: String, value: String)]) {
    self.directive = directive
    ingredients = values.map { Ingredient(name: $0.name, value: $0.value, cells: []) }
  }

  /// The value of an ingredient. Setting `nil` removes it.
  subscript(name: String) -> String? {
    get { ingredients.first { $0.name == name }?.value }
    set {
      let place = ingredients.firstIndex { $0.name == name }
      let ingredient = newValue.map { Ingredient(name: name, value: $0, cells: []) }
      switch (place, ingredient) {
      case (let place?, let ingredient?): ingredients[place] = ingredient
      case (let place?, nil): ingredients.remove(at: place)
      case (nil, let ingredient?): ingredients.append(ingredient)
      case (nil, nil): break
      }
    }
  }

  /// Sets an ingredient to the result of a cell.
  mutating func set(_ name: String, toResultOf cell: String, _ keys: [String: CellKey]) {
    self[name] = nil
    ingredients.append(Ingredient(name: name, value: keys[cell]?.digest ?? "", cells: [cell]))
  }

  /// Sets an ingredient to the work of a cell, which may have failed.
  mutating func set(_ name: String, toWorkOf cell: String, _ work: KeyDraft?) {
    self[name] = nil
    ingredients.append(Ingredient(name: name, value: work?.key.digest ?? "", cells: [cell]))
  }

  func without(_ names: [String]) -> KeyDraft {
    var draft = self
    draft.ingredients.removeAll { names.contains($0.name) }
    return draft
  }

  func without(_ name: String?) -> KeyDraft { without([name].compactMap(\.self)) }

  func only(_ names: [String]) -> KeyDraft {
    var draft = self
    draft.ingredients = ingredients.filter { names.contains($0.name) }
    return draft
  }

  var key: CellKey {
    let parts = ingredients.sorted { $0.name < $1.name }.map { ($0.name, JSON.string($0.value)) }
    let whole = JSON.object([
      ("numerics", .number(Double(Engine.numericsVersion))), ("directive", .string(directive)),
      ("ingredients", .object(parts)),
    ])
    return CellKey(digest: hexadecimalDigest(of: Data(whole.text.utf8)))
  }
}

/// The facts that a directive may use to state what its result depends on.
package struct KeyFacts: Sendable {
  package let signature: CellSignature
  package let seed: Int
  package let locations: DatasetLocations
  /// The keys of the cells that it uses, by name.
  package var keys: [String: CellKey] = [:]
  /// The dependencies of the cells above that have ended, with a result or without, by name.
  var drafts: [String: KeyDraft] = [:]
}

extension JSON {
  /// Creates the canonical form of a value.
  init(canonical value: OptionValue) {
    self =
      switch value.content {
      case .null: .null
      case .flag(let flag): .bool(flag)
      case .integer(let integer): .string("\(integer)")
      case .number(let number): .number(number)
      case .text(let text): .string(text)
      case .list(let values): .array(values.map { JSON(canonical: $0) })
      case .mapping(let entries): .object(entries.map { ($0.key, JSON(canonical: $0.value)) })
      }
  }
}

extension OptionForm {
  /// Returns the cells that a value names; `nil` if values of this form name none.
  fileprivate func names(in value: OptionValue) -> [String]? {
    switch (self, value.content) {
    case (.reference, .text(let name)): return [name]
    case (.list(let element), .list(let values)):
      let names = values.map { element.names(in: $0) }
      return names.contains { $0 == nil } || names.isEmpty ? nil : names.flatMap { $0 ?? [] }
    default: return nil
    }
  }
}
