import Datasets
import Diagnostics
import Engine
import Options

/// The targets of a fit, and the weights of its samples in the loss.
struct FitAim: Sendable {
  /// A choice of targets other than the data's.
  private enum Targets: String, CaseIterable {
    case inputs
  }

  /// A Boolean value that indicates whether the network learns to give back its inputs.
  let reconstructs: Bool
  private let classWeight: ClassWeighting?
  private let sampleWeight: String?

  init(_ options: inout OptionReader) {
    reconstructs =
      options.readIfPresent(
        "targets", .choice(of: Targets.self),
        help:
          "Learn to reproduce the `inputs`, as autoencoders do, in place of the data's classes or numbers.")
      == .inputs
    classWeight = options.readIfPresent(
      "class_weight", .classWeighting,
      help:
        "The factor of each class's loss, by its name or its number from 0, and 1 if it is left out; or "
        + "`balanced`, with which rare classes count as much as frequent ones. Metrics and validation "
        + "ignore it."
    )
    sampleWeight = options.readIfPresent(
      "sample_weight", .text,
      help:
        "The column with the factor of each sample's loss, named where the data is loaded; `class_weight` "
        + "multiplies it. Metrics and validation ignore it.")
  }

  /// Returns the data as the fit sees it.
  func data(_ description: DatasetDescription) -> DatasetDescription {
    reconstructs ? description.reconstructed : description
  }

  func data(_ loaded: Lazy<LoadedDataset>) -> Lazy<LoadedDataset> {
    reconstructs ? Lazy { try await loaded.value.reconstructed } : loaded
  }

  /// Returns the form of the targets of the data as the fit sees it.
  func targetForm(of data: DatasetDescription) -> TargetForm {
    if reconstructs { return .inputs(data.sampleShape) }
    return data.classNames.map { .classes($0.count) } ?? .numbers(width: data.targetWidth)
  }

  /// Returns false after reporting weights that the data does not have.
  ///
  /// - Parameter data: the data as the fit sees it.
  func check(_ data: DatasetDescription, _ context: inout PlanContext) -> Bool {
    let hasClasses = checkClasses(data.classNames, &context)
    guard let sampleWeight, data.columns?.weight != sampleWeight else { return hasClasses }
    context.report(
      FitAimProblem.noWeightColumn(sampleWeight, known: data.columns?.weight), at: "sample_weight")
    return false
  }

  private func checkClasses(_ classes: [String]?, _ context: inout PlanContext) -> Bool {
    guard let classWeight else { return true }
    guard let classes else {
      context.report(FitAimProblem.weightedNumbers, at: "class_weight")
      return false
    }
    do {
      _ = try classWeight.weights(of: classes)
      return true
    } catch {
      context.report(error.problem, at: error.place)
      return false
    }
  }

  /// Returns false after reporting a loss that cannot compare the inputs with the outputs.
  func check(_ loss: any Loss, _ data: DatasetDescription, _ context: inout PlanContext) -> Bool {
    guard reconstructs else { return true }
    guard loss.acceptsNumbers || loss.comparesShares else {
      context.report(FitAimProblem.lossForInputs(loss.name), at: "loss")
      return false
    }
    if loss.comparesShares, let reach = data.reach?.widest.reach, Float(reach) > 1 {
      context.report(TrainingProblem.lossNeedsShares(loss: loss.name, found: reach), at: "loss")
      return false
    }
    return true
  }

  /// Returns the samples to train on with their weights.
  func weighted(_ training: LabeledSamples) throws(CellFailure) -> LabeledSamples {
    guard case .classes(_, let names) = training.targets, let classWeight else {
      return training.weighted(usingOwn: sampleWeight != nil, by: nil)
    }
    do throws(PlacedAimProblem) {
      return training.weighted(usingOwn: sampleWeight != nil, by: try classWeight.weights(of: names))
    } catch {
      // Fallback data may have other class names.
      throw CellFailure(error.problem)
    }
  }
}
