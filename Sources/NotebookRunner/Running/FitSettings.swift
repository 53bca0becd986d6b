import Options

/// The settings of a fit, as comparisons show them.
struct FitSettings: Sendable, Hashable {
  /// The parameters of its model that the author varied.
  let modelParameters: [Setting]
  let options: [Setting]

  init(modelParameters: [Setting], options: [Setting]) {
    self.modelParameters = modelParameters
    self.options = options
  }

  init(_ fit: FitSignature, options: [Setting]) {
    self.init(
      modelParameters: fit.model.parameters.map { Setting(name: $0.name, value: "\($0.value)") },
      options: options.filter { !CellOptions.names.contains($0.name) })
  }

  /// The settings of each fit of a plan, by its name.
  static func all(of plan: Plan) -> [String: FitSettings] {
    var settings: [String: FitSettings] = [:]
    for cell in plan.cells {
      guard let name = cell.name, case .fit(let fit) = cell.signature.kind else { continue }
      settings[name] = FitSettings(fit, options: cell.settings)
    }
    return settings
  }

  /// Returns the settings of fits; the models' parameters replace their names if they tell all models apart.
  ///
  /// - Parameter kept: a setting that is not replaced.
  static func sideBySide(_ fits: [FitSettings], keeping kept: String? = nil) -> [[Setting]] {
    let models = fits.map { fit in fit.options.first { $0.name == DefineModel.name } }
    let parametersTell =
      fits.allSatisfy { !$0.modelParameters.isEmpty }
      && Set(models).count == Set(fits.map(\.modelParameters)).count
    return fits.map { fit in
      fit.modelParameters
        + fit.options.filter {
          !parametersTell || $0.name != DefineModel.name || $0.name == kept
        }
    }
  }
}
