import Diagnostics
import NotebookResults
import Options

/// A setting of a cell, under the name that authors use: `learning_rate` 0.1.
///
/// Equality and hashing use the name and the value alone.
struct Setting: Sendable, Codable {
  let name: String
  /// The value in canonical form, which is the same for `1/4` and `0.25`.
  let value: String
  /// The value as its author wrote it, if that is not the canonical form.
  let written: String?
  /// A Boolean value that indicates whether it belongs to an option that the author wrote, without being written there.
  let isImplied: Bool

  init(name: String, value: String, written: String? = nil, isImplied: Bool = false) {
    self.name = name
    self.value = value
    self.written = written == value ? nil : written
    self.isImplied = isImplied
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    value = try container.decode(String.self, forKey: .value)
    written = try container.decodeIfPresent(String.self, forKey: .written)
    // Records of earlier versions do not tell.
    isImplied = try container.decodeIfPresent(Bool.self, forKey: .isImplied) ?? false
  }

  fileprivate func with(isImplied: Bool) -> Setting {
    Setting(name: name, value: value, written: written, isImplied: isImplied)
  }

  /// The value as the page shows it.
  var shown: String { written ?? value }
}

extension Setting: Hashable {
  static func == (one: Self, other: Self) -> Bool { one.name == other.name && one.value == other.value }
  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(value)
  }
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
      let before = old.first { $0.name == name }
      let after = new.first { $0.name == name }
      return differ([before, after]) ? (name, before?.shown, after?.shown) : nil
    }
  }

  /// Returns whether cells differ in a setting, `nil` where it is not set: not if all that have it were given it
  /// together with another one, which tells the difference.
  static func differ(_ settings: [Setting?]) -> Bool {
    let given = settings.compactMap(\.self)
    return Set(settings).count > 1 && !(given.count < settings.count && given.allSatisfy(\.isImplied))
  }

  /// Flattens catalogue members into name and options, and other mappings into one setting per name.
  private static func flatten(_ name: String, _ value: OptionValue) -> [Setting] {
    guard case .mapping(let entries) = value.content else {
      return [Setting(name: name, value: text(value, \.description), written: text(value, \.spelling))]
    }
    if entries.count == 1, case .mapping(let options) = entries[0].value.content {
      return [Setting(name: name, value: entries[0].key)] + options.flatMap(flatten)
    }
    let settings = entries.flatMap(flatten)
    guard settings.allSatisfy(\.isImplied) else { return settings }
    // Nothing of it was written, so that nothing else tells that it was given.
    return settings.map { $0.with(isImplied: false) }
  }

  private static func flatten(_ entry: OptionValue.Entry) -> [Setting] {
    flatten(entry.key, entry.value).map {
      $0.with(isImplied: $0.isImplied || entry.keyRange == .nowhere)
    }
  }

  /// Returns a value on one line; a member without options is its bare name.
  ///
  /// - Parameter scalar: returns the text of a scalar.
  private static func text(_ value: OptionValue, _ scalar: (OptionValue) -> String) -> String {
    switch value.content {
    case .list(let values): return "[" + values.map { text($0, scalar) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      if entries.count == 1, case .mapping(let options) = entries[0].value.content, options.isEmpty {
        return entries[0].key
      }
      return "{" + entries.map { "\($0.key): \(text($0.value, scalar))" }.joined(separator: ", ") + "}"
    default: return scalar(value)
    }
  }
}
