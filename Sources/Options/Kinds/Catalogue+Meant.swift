import Diagnostics

/// Members as other libraries write them.
extension Catalogue {
  /// The member that another library calls by a name, or one whose first option chooses the name, as the layer
  /// `{activation: relu}` does.
  private func foreignName(for written: String) -> String? {
    let written = written.lowercased()
    return OtherLibraries.names[subject]?[written]
      ?? described.first { member in
        // A layer that holds another one does not choose its name.
        guard case .member(let kind, let choices)? = member.options().first?.form, kind != subject else {
          return false
        }
        return choices().contains { $0.name == written }
      }.map { "{\($0.name): \(written)}" }
  }

  /// The member that is meant by a name which another library has for it, or which is written like a call of it.
  func meant(by written: String) -> String? {
    if let name = foreignName(for: written) { return name }
    return CallSpelling(written).flatMap { call in
      let function = call.function.lowercased()
      let name = foreignName(for: function) ?? function
      return self[name].flatMap { member in
        call.spelled(as: member.name, OptionReader.describe(member.name) { _ = member.make(&$0) })
      }
    }
  }

  /// The options of a member as they are meant that stand beside its name, with its name as one of them, or without it.
  func meant(by entries: [OptionValue.Entry]) -> String? {
    for (index, entry) in entries.enumerated()
    where ["name", "type", "class_name", "kind"].contains(entry.key) {
      guard case .text(let name) = entry.value.content, self[name] != nil else { continue }
      let rest = entries[..<index] + entries[(index + 1)...]
      return meant(by: [OptionValue.Entry(name, OptionValue(.null))] + rest)
    }
    guard let first = entries.first else { return nil }
    guard let member = self[first.key] else {
      let owner = described.first { member in
        let names = Set(member.options().map(\.name))
        return entries.allSatisfy { names.contains($0.key) }
      }
      return owner.flatMap { meant(by: [OptionValue.Entry($0.name, OptionValue(.null))] + entries) }
    }
    let declared = OptionReader.describe(member.name) { _ = member.make(&$0) }.map(\.name)
    guard let leading = declared.first, entries.dropFirst().allSatisfy({ declared.contains($0.key) }) else {
      return nil
    }
    var options = entries.dropFirst().map { "\($0.key): \($0.value)" }
    if case .mapping(let own) = first.value.content {
      options = own.map { "\($0.key): \($0.value)" } + options
    } else if first.value.content != .null {
      options.insert("\(leading): \(first.value)", at: 0)
    }
    return "{\(member.name): {\(options.joined(separator: ", "))}}"
  }
}
