import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options
import Writing

/// The directive that trains a model.
package struct Fit: ContinuedWork, TrainingWork {
  package static let name = "fit"
  package var captionKind: CaptionKind? { epochs > 1 ? .figure : .table }
  package static let abstract = "Trains a model on data, epoch by epoch, and yields its weights and history."
  package static var example: NotebookExample {
    .cell(
      "{fit} slow",
      """
      model: net
      data: digits
      optimizer: {sgd: {learning_rate: 0.01, momentum: 0.9}}
      metrics: [accuracy]
      validation_split: 0.1
      epochs: 5
      """)
  }

  static let optimizerOption = "optimizer"
  package static let alternatives: [Set<String>] = [["seed", "seeds"]]

  package var continuedOption: String? { dependsOnLength ? nil : "epochs" }
  package static let recordedOptions = ["metrics", "validation_data", "measure"]

  private let model: CellReference
  let data: CellReference
  private let aim: FitAim
  private let loss: any Loss
  package var optimizer: any Optimizer
  private let metrics: [any Metric]
  /// The metrics that are measured in each epoch.
  private var recordedMetrics: [any Metric] { metrics.filter { !$0.isPerClass } }
  let epochs: Int
  let batchSize: Int
  private let shuffle: Bool
  let validationData: CellReference?
  let validationSplit: Double?
  private var seed: Int?
  private var severalSeeds: Seeds?
  /// The name of the run on the page, in place of the cell's.
  let label: String?
  private let measured: Measured?
  let page: FitPage
  private let files: FitWeights
  let callbacks: FitCallbacks
  package let chartOptions: ChartOptions
  /// The observers that may end the training, besides those of the options.
  package var listeners: [any TrainingListener & Sendable] = []

  enum Measured: String, CaseIterable {
    case eachLayer = "each_layer"
  }

  var measuresLayers: Bool { measured != nil }
  /// A Boolean value that indicates whether the learning rate may change between epochs. One that never does is not
  /// recorded: it is among the options, and results that were stored without it stay valid.
  var recordsRate: Bool { !(optimizer.schedule is ConstantRate) || callbacks.lowersRate }
  package var length: Int { epochs }
  package var mayEndEarly: Bool { !listeners.isEmpty || callbacks.mayEndEarly }

  var hasSeveralSeeds: Bool { severalSeeds != nil }

  /// Returns the seeds with which it trains, given the notebook's.
  func seeds(from notebookSeed: Int) -> [Int] {
    let first = seed ?? notebookSeed
    return severalSeeds?.numbers(from: first) ?? [first]
  }

  /// Returns a fit that trains with one seed alone.
  func with(seed: Int) -> Fit {
    var fit = self
    fit.seed = seed
    fit.severalSeeds = nil
    return fit
  }

  func listeners(of signature: FitSignature) -> [any TrainingListener & Sendable] {
    listeners + callbacks.listeners(of: signature)
  }

  package var lengthNote: String? {
    let missing = optimizer.schedule.missingLength
    if missing.isEmpty { return nil }
    return "its learning rate depends on `epochs`, so a longer fit starts again; with "
      + missing.map { "`\($0)`" }.joined(separator: " or ") + " it would go on from this one"
  }

  /// A Boolean value that indicates whether fewer epochs would change the training from the beginning on.
  private var dependsOnLength: Bool {
    optimizer.schedule.dependsOnLength || listeners.contains(where: \.dependsOnLength)
  }

  package init(_ options: inout OptionReader) {
    model = options.read("model", .reference(to: DefineModel.name), help: "The model to train.")
    data = options.read(
      "data", .reference(to: Load.name), help: "The data whose training samples are learned.")
    loss = options.read(
      "loss", .member(of: Losses.catalogue), default: "categorical_crossentropy",
      help: "What training minimizes.")
    optimizer = Self.optimizer(&options)
    metrics = options.read(
      "metrics", .list(of: .member(of: Metrics.catalogue), allowsNone: true), default: [],
      help: "What is measured besides the loss, in each epoch.")
    epochs = options.read(
      "epochs", .integer(.within(1...100_000)), default: 1,
      help: "How often training goes through all training samples.")
    batchSize = options.read(
      "batch_size", .integer(.within(1...1_000_000)), default: 32,
      help: "Samples between two updates of the weights.")
    shuffle = options.read(
      "shuffle", .flag, default: true, help: "Learn the samples in a new order each epoch.")
    validationData = options.readIfPresent(
      "validation_data", .reference(to: Load.name),
      help:
        "Data whose validation samples, or test samples if it has none, are measured after each epoch, all "
        + "with equal weight.")
    validationSplit = options.readIfPresent(
      "validation_split", .number(.between(0, 1)),
      help:
        "The share of the training samples, from their end, that is measured after each epoch and not "
        + "trained on."
    )
    seed = options.readIfPresent(
      "seed", .integer(.within(0...4_294_967_295)),
      help: "The seed of the initial weights and the order of samples; by default, the notebook's.")
    severalSeeds = options.readIfPresent(
      "seeds", .seeds,
      help:
        "Train once with each of several seeds: a number of them, from `seed` on, or a list. Results are means, and "
        + "`.std`, `.min`, `.max` and `.seeds[0]` say how they differ.")
    label = options.readIfPresent(
      "label", .text, affects: .presentation, help: "The name of the run on the page, in place of the cell's."
    )
    measured = options.readIfPresent(
      "measure", .choice(of: Measured.self), affects: .presentation,
      help:
        "Measure outputs, saturation and the gradient's norm in each dense layer, before training and after each "
        + "epoch."
    )
    page = FitPage(&options)
    aim = FitAim(&options)
    callbacks = FitCallbacks(&options)
    files = FitWeights(&options)
    chartOptions = ChartOptions(&options)
  }

  static func optimizer(_ options: inout OptionReader) -> any Optimizer {
    options.read(
      optimizerOption, .member(of: Optimizers.catalogue), default: "sgd",
      help: "How gradients change the weights.")
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    guard let model = context.model(model), let description = context.data(data).map(aim.data) else {
      return nil
    }
    guard validationIsPossible(description, &context), aim.check(description, &context),
      aim.check(loss, description, &context),
      FitCheck.passes(
        model, description, aim.targetForm(of: description), loss: loss, metrics: metrics, &context),
      files.check(model.model, &context), page.check(measuresLayers: measuresLayers, &context)
    else { return nil }
    let recorded = RecordedQuantity.all(
      of: [loss.quantity] + recordedMetrics.map(\.quantity), heldOut: heldOut(context))
    guard callbacks.check(against: recorded, &context) else { return nil }
    let signature = FitSignature(
      directive: self, seeds: seeds(from: context.seed), dataReference: data, data: description, aim: aim,
      validationData: validationData, validationSplit: validationSplit, model: model,
      modelCell: self.model.name, recorded: recorded, recordsRate: recordsRate, metrics: metrics,
      batchSize: batchSize, epochs: epochs, savedFile: files.targetPath(in: context.locations),
      startingFit: files.startingFit(context))
    return CellSignature(
      .fit(signature), type(of: signature, isSeeded: hasSeveralSeeds),
      measured: RecordedQuantity.telling(of: recorded))
  }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed {
    guard case .fit(let fit) = signature.kind else { return .none }
    let count = fit.data.trainingCount ?? 0
    let need = TrainingMemory(
      of: fit.model.model,
      options: TrainingOptions(
        loss: loss, optimizer: optimizer, metrics: recordedMetrics, batchSize: batchSize,
        threads: context.threads),
      samples: fit.learnedCount ?? 0,
      isValidated: validationData != nil || validationSplit != nil,
      validationSamples: validatedCount(of: fit, context), measuresLayers: measuresLayers)
    func weights(_ bytes: Double) -> MemoryNeed.Part {
      let parameters = NumberFormat.integer(fit.model.model.parameterCount)
      return MemoryNeed.Part(
        bytes: bytes,
        purpose: "\(parameters) weights with their gradients, the state of \(optimizer.name) and copies",
        option: "model", advice: "give the layers fewer units")
    }
    let batches = MemoryNeed.Part(
      bytes: need.batches,
      purpose:
        "batches of \(counted(need.rows, "sample")) with \(need.numbersPerSample) numbers each in all layers",
      option: "batch_size", advice: "lower `batch_size`, give the layers fewer units")
    var working = [weights(need.weights), batches]
    if callbacks.keepsBest { working.append(weights(3 * fit.model.model.weightBytes)) }
    if need.metrics > 0 {
      working.append(
        MemoryNeed.Part(
          bytes: need.metrics, purpose: "the scores of all samples, which metrics rank after each epoch",
          option: "metrics", advice: "leave out metrics such as roc_auc, set `limit` where the data is loaded"
        ))
    }
    if validationSplit != nil {
      working.append(
        MemoryNeed.Part(
          bytes: fit.data.sampleBytes(count: count), purpose: "the two parts of the training samples",
          option: "validation_split", advice: "set `limit` where the data is loaded"))
    }
    return MemoryNeed(kept: [weights(need.kept * Double(fit.seeds.count))], working: working)
  }

  private func validationIsPossible(_ description: DatasetDescription, _ context: inout PlanContext) -> Bool {
    if validationData != nil, validationSplit != nil {
      context.report(PlanProblem.twoValidations, at: "validation_split")
      return false
    }
    if let validationData {
      guard let validation = context.data(validationData).map(aim.data) else { return false }
      if validation.sampleShape != description.sampleShape {
        context.report(
          PlanProblem.shapeMismatch(model: description.sampleShape, data: validation.sampleShape),
          at: "validation_data")
        return false
      }
      guard description.hasTargets(like: validation, at: "validation_data", &context) else { return false }
      return validation.validatingPart.checkPresence(
        in: validation, of: validationData.name, at: "validation_data", &context)
    }
    if let validationSplit, let count = description.trainingCount {
      let training = FitSignature.learnedCount(of: count, validationSplit: validationSplit)
      if training == 0 || training == count {
        context.report(
          PlanProblem.emptyValidationSplit(validationSplit, samples: count), at: "validation_split")
        return false
      }
    }
    return true
  }

  /// The options that neither the first weights nor the batches nor the steps depend on.
  static let watchingOptions = recordedOptions + FitCallbacks.options + ["epochs"]

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    let seeds = seeds(from: facts.seed)
    if severalSeeds == nil {
      draft = draft.with(seed: seeds[0])
    } else {
      draft["seed"] = nil
      draft["seeds"] = seeds.map(String.init).joined(separator: " ")
    }
    draft["measure"] = measured?.rawValue
    // Trainings that were stored when the rate was not recorded lack it.
    if recordsRate { draft["history"] = RecordedSeries.learningRateName }
    if case .fit(let fit) = facts.signature.kind, let start = fit.startingFit {
      draft.set("weights", toResultOf: start, facts.keys)
    } else {
      draft["weights"] = files.sourceDigest(in: facts.locations)
    }
  }

  package func size(_ signature: CellSignature) -> Int {
    guard case .fit(let fit) = signature.kind else { return 0 }
    return fit.model.model.parameterCount * (fit.data.trainingCount ?? 1) * epochs * fit.seeds.count
  }

  package func parts(_ draft: KeyDraft, notebookSeed: Int) -> [KeyDraft] {
    severalSeeds == nil ? [draft] : seeds(from: notebookSeed).map(draft.with)
  }

  package func pacedWork(_ draft: KeyDraft) -> CellKey {
    draft.only([
      "model", "data", "batch_size", "metrics", "validation_data", "validation_split", "measure",
    ]).key
  }

  package func recordsAll(of other: any ContinuedWork) -> Bool {
    guard let other = other as? Fit else { return false }
    let addsOwnTest = other.validationData == nil && validationData?.name == data.name
    if mayEndEarly, recordedMetrics.map(\.quantity) != other.recordedMetrics.map(\.quantity) || addsOwnTest {
      // A listener that observes other quantities may end the training at another epoch.
      return false
    }
    return Set(recordedMetrics.map(\.quantity)).isSuperset(of: other.recordedMetrics.map(\.quantity))
      && (addsOwnTest || validationData?.name == other.validationData?.name)
      && (measuresLayers || !other.measuresLayers)
  }

  package func measurePace(_ context: RunContext) async throws -> Double? {
    guard case .fit(let signature) = context.signature.kind else { return nil }
    return try await trainer(of: signature, epochs: epochs, from: nil, context).measureEpoch()
  }

  package func trainings(_ context: RunContext) -> [PlannedTraining] {
    guard case .fit(let signature) = context.signature.kind else { return [] }
    let trainings = SeedTrainings(fit: self, signature: signature, draft: context.key, context: context)
    return seeds(from: context.seed).map { trainings.planned(seed: $0) }
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    guard case .fit(let signature) = context.signature.kind else { return CellYield() }
    let runs = try await SeedTrainings(fit: self, signature: signature, draft: context.key, context: context)
      .complete()
    let product = try product(of: runs, named: label ?? context.displayName, draft: context.key, context)
    let typical = product.typical
    let saved = try files.save(typical.trained.weights, in: context.locations)
    return CellYield(
      product: .fit(product), value: value(of: runs),
      outputs: product.history.outputs(run: product.label, showsCurves: page.shows(.curves))
        + callbacks.outputs(runs.map(\.history.bestEpoch)) + layers(of: product) + saved,
      dataSource: try files.dataSource(
        of: signature, cell: context.displayName, in: context.locations),
      saved: SavedWork(sumOf: runs.map(\.saved)))
  }

  /// Returns the product of trainings with each seed.
  ///
  /// - Parameter settings: the settings, if they are not those of a cell.
  func product(
    of runs: [SeedRun], named label: String, settings: FitSettings? = nil, draft: KeyDraft,
    _ context: RunContext
  ) throws -> FitProduct {
    let data = aim.data(try context.data(data))
    return FitProduct(
      label: label, page: page, loss: loss, metrics: metrics, aim: aim, data: data,
      validation: try validation(of: data, context), runs: runs, settings: settings, draft: draft)
  }

  /// Returns the measurements of the layers, as means over the seeds.
  private func layers(of product: FitProduct) -> [Output] {
    guard page.shows(.layers) else { return [] }
    let outputs = LayerMeasurements.outputs(ofSeeds: product.runs.map(\.history.layers))
    return outputs.isEmpty || product.runs.count == 1
      ? outputs : outputs + [.text(.phrase(.layersOfSeeds, [String(product.runs.count)]))]
  }

  /// Returns the state before the first epoch; `nil` for weights drawn at random.
  func start(of signature: FitSignature, _ context: RunContext) throws -> TrainingState? {
    try files.start(of: signature, context)
  }

  /// - Parameters:
  ///   - epochs: the number of epochs of the whole training.
  ///   - state: the state to continue from; `nil` for weights drawn at random.
  ///   - validates: false for a trainer that measures no validation data.
  func trainer(
    of signature: FitSignature, epochs: Int, from state: TrainingState?, _ context: RunContext,
    validates: Bool = true
  ) async throws -> Trainer {
    let data = aim.data(try context.data(data))
    let model = signature.model.model
    return try Trainer(
      model: model, options: options(epochs: epochs, context), training: try await learned(data),
      validation: validates ? try await validation(of: data, context)?.value : nil,
      resuming: state)
  }

  private func options(epochs: Int, _ context: RunContext) -> TrainingOptions {
    TrainingOptions(
      loss: loss, optimizer: optimizer, metrics: recordedMetrics, epochs: epochs, batchSize: batchSize,
      shuffle: shuffle,
      seed: UInt64(seed ?? context.seed), threads: context.threads)
  }

  /// Returns the samples to train on.
  private func learned(_ data: Lazy<LoadedDataset>) async throws -> LabeledSamples {
    let training = try await data.value.training
    return try aim.weighted(validationSplit.map { training.split(validation: $0).training } ?? training)
  }

  /// Returns the samples that are measured after each epoch.
  private func validation(
    of data: Lazy<LoadedDataset>, _ context: RunContext
  ) throws -> Lazy<LabeledSamples>? {
    if let validationSplit {
      return Lazy { try await data.value.training.split(validation: validationSplit).validation }
    }
    guard let validationData else { return nil }
    let other = aim.data(try context.data(validationData))
    return Lazy {
      let loaded = try await other.value
      let part: DataPart = loaded.validation == nil ? .test : .validation
      return try part.samples(of: loaded, named: validationData.name)
    }
  }
}
