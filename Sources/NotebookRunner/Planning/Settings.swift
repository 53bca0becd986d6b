import Diagnostics
import NotebookResults
import Options

/// A setting of a cell, under the name that authors use: `learning_rate` 0.1.
struct Setting: Sendable, Hashable, Codable {
  let name: String
  let value: String
}

extension Setting {
  /// Returns every setting of a cell that affects its result, in reference order.
  static func all(of options: [ResolvedOption]) -> [Setting] {
    options.filter { $0.affects == .result }.flatMap { flatten($0.name, $0.value) }
  }

  /// Returns the settings that differ between two cells, each with its old and new value, `nil` if not set.
  static func changes(from old: [Setting], to new: [Setting]) -> [(name: String, from: String?, to: String?)]
  {
    (new + old).map(\.name).withoutRepetition.compactMap { name in
      let before = old.first { $0.name == name }?.value
      let after = new.first { $0.name == name }?.value
      return before == after ? nil : (name, before, after)
    }
  }

  /// Flattens catalogue members into name and options, and other mappings into one setting per name.
  private static func flatten(_ name: String, _ value: OptionValue) -> [Setting] {
    guard case .mapping(let entries) = value.content else { return [Setting(name: name, value: text(value))] }
    if entries.count == 1, case .mapping(let options) = entries[0].value.content {
      return [Setting(name: name, value: entries[0].key)] + options.flatMap { flatten($0.key, $0.value) }
    }
    return entries.flatMap { flatten($0.key, $0.value) }
  }

  /// Returns a value on one line; a member without options is its bare name.
  private static func text(_ value: OptionValue) -> String {
    switch value.content {
    case .list(let values): return "[" + values.map(text).joined(separator: ", ") + "]"
    case .mapping(let entries):
      if entries.count == 1, case .mapping(let options) = entries[0].value.content, options.isEmpty {
        return entries[0].key
      }
      return "{" + entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
    default: return "\(value)"
    }
  }
}
