import Diagnostics
import NotebookResults
import Options

/// One thing that was set for a cell, by the name authors know it by: `learning_rate` 0.1.
struct Setting: Sendable, Hashable, Codable {
  let name: String
  let value: String
}

extension Setting {
  /// Every setting of a cell that bears on its result, in the order of the reference.
  static func all(of options: [ResolvedOption]) -> [Setting] {
    options.filter { $0.affects == .result }.flatMap { flatten($0.name, $0.value) }
  }

  /// What differs between two cells' settings: from the value of `old` to that of `new`, absent where not set.
  static func changes(from old: [Setting], to new: [Setting]) -> [(name: String, from: String?, to: String?)]
  {
    (new + old).map(\.name).withoutRepetition.compactMap { name in
      let before = old.first { $0.name == name }?.value
      let after = new.first { $0.name == name }?.value
      return before == after ? nil : (name, before, after)
    }
  }

  /// A member of a catalogue counts as its name and its options; the author's own names count each for itself.
  private static func flatten(_ name: String, _ value: OptionValue) -> [Setting] {
    guard case .mapping(let entries) = value.content else { return [Setting(name: name, value: text(value))] }
    if entries.count == 1, case .mapping(let options) = entries[0].value.content {
      return [Setting(name: name, value: entries[0].key)] + options.flatMap { flatten($0.key, $0.value) }
    }
    return entries.flatMap { flatten($0.key, $0.value) }
  }

  /// A value on one line, a member without options as its bare name.
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
