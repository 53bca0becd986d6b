import CKernels

/// A model with numbers in it: buffers for one batch, and the operations between them.
final class Network {
  let model: Model
  let capacity: Int
  let context: ExecutionContext
  let input: BatchInput
  let output: Signal
  let operations: [any Operation]
  /// Where the last operation is an activation; it shares its gradient's memory with its input.
  private let lastActivation: (any Activation)?
  /// The operations of each layer that has weights, in the model's order.
  let weighted: [(part: Model.Part, operation: any Operation)]

  /// - Parameters:
  ///   - capacity: the most rows of a batch.
  ///   - inputIsSparse: whether batches come as lists of their non-zero numbers.
  init(_ model: Model, capacity: Int, isTraining: Bool, inputIsSparse: Bool, context: ExecutionContext) {
    self.model = model
    self.capacity = capacity
    self.context = context
    input = BatchInput(width: model.inputShape.reduce(1, *), capacity: capacity, isSparse: inputIsSparse)
    var builder = NetworkBuilder(
      input: input.signal, capacity: capacity, isTraining: isTraining, context: context)
    var weighted: [(Model.Part, any Operation)] = []
    for part in model.parts {
      let before = builder.operations.count
      part.layer.build(into: &builder)
      if !part.variables.isEmpty, builder.operations.count > before {
        weighted.append((part, builder.operations[before]))
      }
    }
    self.weighted = weighted
    operations = builder.operations
    lastActivation = (operations.last as? ActivationOperation)?.activation
    output = builder.output
  }

  /// Whether a model's first operation can take its inputs as lists of non-zero numbers.
  static func acceptsSparseInput(_ model: Model) -> Bool {
    model.parts.first { !($0.layer is Flatten) }?.layer is Dense
  }

  func forward(rows: Int) {
    for operation in operations { operation.forward(rows: rows) }
  }

  /// Moves the weights down the gradient of the rows' mean loss.
  func trainStep(rows: Int, loss: any Loss, targets: TargetBatch, optimizer: any Optimizer, iteration: Int) {
    // Products take a scale of zero to mean none, so that a rate of zero cannot ride with them.
    let rate = optimizer.plainRate.flatMap { $0 == 0 ? nil : $0 }
    backward(rows: rows, loss: loss, targets: targets, rate: rate)
    if rate == nil { step(optimizer, iteration) }
  }

  /// - Parameter rate: as for `Operation.backward`.
  func backward(rows: Int, loss: any Loss, targets: TargetBatch, rate: Float?) {
    guard let gradient = output.gradient else { return }
    var remaining = operations.count
    if let lastActivation,
      loss.gradient(
        through: lastActivation, output.value, targets, rows: rows, into: gradient, on: context)
    {
      remaining -= 1
    } else {
      loss.gradient(output.value, targets, rows: rows, into: gradient)
    }
    while remaining > 0 {
      remaining -= 1
      operations[remaining].backward(rows: rows, rate: rate)
    }
  }

  private func step(_ optimizer: any Optimizer, _ iteration: Int) {
    for (_, operation) in weighted {
      for parameter in operation.parameters {
        guard let gradient = parameter.gradient else { continue }
        let update = WeightUpdate(
          count: parameter.weights.count, weights: parameter.weights.pointer,
          gradient: UnsafePointer(gradient.pointer), state: parameter.state.map(\.pointer),
          iteration: iteration)
        optimizer.step(update, on: context)
      }
      operation.parametersChanged()
    }
  }

  var weights: Weights { collect { $0.read($0.weights) } }

  /// As the last backward pass without a rate left them.
  var gradients: Weights { collect { parameter in parameter.gradient.map(parameter.read) ?? [] } }

  private func collect(_ values: (Parameter) -> [Float]) -> Weights {
    Weights(
      layers: weighted.map { part, operation in
        LayerWeights(
          name: part.summary.name,
          variables: zip(part.variables, operation.parameters).map { specification, parameter in
            Variable(name: specification.name, shape: specification.shape, values: values(parameter))
          })
      })
  }

  /// - Throws: `weightsDoNotFit` at the first layer whose arrays are of other names or shapes.
  func load(_ weights: Weights) throws(TrainingProblem) {
    for (index, (part, operation)) in weighted.enumerated() {
      let name = part.summary.name
      guard index < weights.layers.count, weights.layers[index].variables.count == part.variables.count else {
        throw .weightsDoNotFit(layer: name)
      }
      for (variable, (specification, parameter)) in zip(
        weights.layers[index].variables, zip(part.variables, operation.parameters))
      {
        guard variable.name == specification.name, variable.shape == specification.shape,
          variable.values.count == specification.count
        else { throw .weightsDoNotFit(layer: name) }
        parameter.write(variable.values, to: parameter.weights)
      }
      operation.parametersChanged()
    }
    guard weights.layers.count == weighted.count else {
      throw .weightsDoNotFit(layer: weights.layers[weighted.count].name)
    }
  }

  func makeOptimizerState(_ count: Int) {
    for (_, operation) in weighted { for parameter in operation.parameters { parameter.makeState(count) } }
  }

  /// The optimizer's arrays, for each parameter in order, each in the row order of its parameter.
  var optimizerState: [[[Float]]] {
    get {
      weighted.flatMap(\.operation.parameters).map { parameter in parameter.state.map(parameter.read) }
    }
    set {
      for (parameter, arrays) in zip(weighted.flatMap(\.operation.parameters), newValue) {
        for (array, buffer) in zip(arrays, parameter.state) { parameter.write(array, to: buffer) }
      }
    }
  }
}
