import Options

/// The settings of fits as comparisons show them: the model by what the author varied, where that is known.
enum ModelSettings {
  static func all(of plan: Plan) -> [String: [Setting]] {
    var settings: [String: [Setting]] = [:]
    for cell in plan.cells {
      guard let name = cell.name else { continue }
      var own = Setting.all(of: cell.resolved)
      if case .fit(let fit) = cell.signature.kind {
        let varied = fit.model.parameters.map { Setting(name: $0.name, value: "\($0.value)") }
        if !varied.isEmpty { own = varied + own.filter { $0.name != DefineModel.name } }
      }
      settings[name] = own
    }
    return settings
  }
}
