import Options

/// The place in a notebook that a swept parameter sets.
enum SweptTarget: Sendable, Hashable {
  /// One of the `params` of the fit.
  case parameterOfFit(String)
  /// One of the `params` of the fit's model.
  case parameterOfModel(String)
  /// One of the notebook's parameters.
  case parameterOfNotebook(String)
  /// An option of the fit by its path, such as `optimizer`, `sgd`, `learning_rate`.
  case option([String])

  /// The options of a fit that belong to one cell or name no setting.
  private static let unswept = CellOptions.names.union(CellOptions.ofOneCell).union(["seed", "seeds"])

  /// Returns the paths of a fit's options, and of those within the members that are chosen for them.
  static func paths(of reader: OptionReader) -> [[String]] {
    reader.declarations.filter { !unswept.contains($0.name) }.flatMap { option in
      let value = reader.resolved.first { $0.name == option.name }?.value
      return [[option.name]] + (value.map { inner($0, [option.name], option.form) } ?? [])
    }
  }

  private static func inner(_ value: OptionValue, _ path: [String], _ form: OptionForm) -> [[String]] {
    value.entries.flatMap { entry -> [[String]] in
      let path = path + [entry.key]
      guard let member = form.members?().first(where: { $0.name == entry.key }) else {
        return [path] + inner(entry.value, path, form)
      }
      return member.options().flatMap { option in
        [path + [option.name]]
          + (entry.value[option.name].map { inner($0, path + [option.name], option.form) } ?? [])
      }
    }
  }
}
