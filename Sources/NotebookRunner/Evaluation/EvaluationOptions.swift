import Datasets
import Engine
import NotebookResults
import Options

/// The options of a cell that examines a trained model's answers: the fit and the samples.
struct EvaluationOptions: Sendable {
  let fit: CellReference
  let data: CellReference?
  let part: DataPart

  init(_ options: inout OptionReader) {
    fit = options.read(
      "fit", .reference(to: Fit.name, orBestOf: Sweep.name), help: "The fit whose weights are used.")
    data = options.readIfPresent(
      "data", .reference(to: Load.name), help: "The data to predict; by default, the fit's own.")
    part = options.read("split", .choice(of: DataPart.self), default: "test", help: "Which part of the data.")
  }

  /// - Returns: the description of the data; `nil` after reporting why the model cannot answer it.
  func plan(_ context: inout PlanContext) -> DatasetDescription? {
    guard let signature = context.fit(fit) else { return nil }
    guard let data else {
      return part.checkPresence(in: signature.data, of: signature.dataCell, at: "split", &context)
        ? signature.data : nil
    }
    guard let description = context.data(data).map(signature.aim.data) else { return nil }
    if description.sampleShape != signature.data.sampleShape {
      context.report(
        PlanProblem.shapeMismatch(model: signature.data.sampleShape, data: description.sampleShape),
        at: "data")
      return nil
    }
    guard signature.data.hasTargets(like: description, at: "data", &context) else { return nil }
    return part.checkPresence(in: description, of: data.name, at: "split", &context) ? description : nil
  }

  /// Returns the memory for the network and for its answers.
  ///
  /// - Parameters:
  ///   - bytesPerAnswer: the number of bytes held for each answer.
  ///   - shown: the number of samples whose outputs are shown beside the inputs, if the model gives them back.
  func memory(_ context: PlanContext, bytesPerAnswer: Double, shown: Int) -> MemoryNeed {
    guard let signature = context.fit(fit) else { return .none }
    let description = data.flatMap { context.data($0) } ?? signature.data
    let count = Double(part.count(in: description) ?? 0)
    let model = signature.model.model
    let network = model.memory(rows: TrainedModel.chunk, isTraining: false)
    return MemoryNeed(
      kept: [],
      working: [
        MemoryNeed.Part(
          bytes: network.weights + network.batch,
          purpose: "the weights of \(fit.name) and its layers' outputs",
          option: "fit", advice: "give the layers fewer units"),
        MemoryNeed.Part(
          bytes: count * bytesPerAnswer
            + (signature.aim.reconstructs ? Reconstructions.bytes(count: shown, model) : 0),
          purpose: "the answers", option: "split",
          advice: "set `limit` or `test_limit` where the data is loaded"),
      ])
  }

  func inputs(_ context: RunContext) async throws -> (fit: FitProduct, data: LabeledSamples) {
    let product = try context.fit(fit)
    let loaded = try await (data.map { product.aim.data(try context.data($0)) } ?? product.data).value
    return (product, try part.samples(of: loaded, named: data?.name ?? fit.name))
  }
}
