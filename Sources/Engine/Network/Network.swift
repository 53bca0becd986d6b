import CKernels

/// A model with its weights: the buffers for one batch, and the operations between them.
final class Network {
  /// A layer that has variables, with the operations that hold them.
  struct Block {
    let part: Model.Part
    let operations: [any Operation]

    /// The parameters, in the order of the layer's variables.
    var parameters: [Parameter] { operations.flatMap(\.parameters) }
  }

  let model: Model
  let capacity: Int
  let context: ExecutionContext
  let input: BatchInput
  let output: Signal
  private let chain: OperationChain
  /// The operations that can take a plain gradient step within their backward pass, by index.
  private let fusing: [(any StepFusing)?]
  /// The operations that have parameters and need a step of their own.
  private let unfused: [any Operation]
  /// The layers that have variables, in the model's order.
  let weighted: [Block]
  /// The arrays of weights with a penalty, in the model's order.
  let penalized: [Parameter]
  /// The penalties on outputs, in the order of the operations.
  let activityPenalties: [ActivityPenalty]
  /// The arrays of weights that are trained, in the order of the operations.
  private var trainedArrays: [TrainedArray] = []

  /// - Parameters:
  ///   - capacity: the largest number of rows in a batch.
  ///   - inputIsSparse: whether batches are given as lists of their non-zero numbers.
  init(_ model: Model, capacity: Int, isTraining: Bool, inputIsSparse: Bool, context: ExecutionContext) {
    self.model = model
    self.capacity = capacity
    self.context = context
    input = BatchInput(shape: model.inputShape, capacity: capacity, isSparse: inputIsSparse)
    var builder = NetworkBuilder(
      input: input.signal, capacity: capacity, isTraining: isTraining, context: context)
    var weighted: [Block] = []
    for (index, part) in model.parts.enumerated() {
      let before = builder.operations.count
      builder.layer = index
      part.layer.build(into: &builder)
      let own = builder.operations[before...].filter { !$0.parameters.isEmpty }
      if !part.variables.isEmpty { weighted.append(Block(part: part, operations: own)) }
    }
    for block in weighted {
      for (specification, parameter) in zip(block.part.variables, block.parameters) {
        parameter.follow(specification)
      }
    }
    // Losses and metrics read one row for each sample.
    builder.flatten()
    self.weighted = weighted
    penalized = weighted.flatMap(\.parameters).filter { $0.regularizer != nil }
    activityPenalties = builder.penalties.all
    let operations = builder.operations
    chain = OperationChain(operations)
    let fusing = operations.map { operation in
      operation.parameters.allSatisfy(\.takesPlainSteps) ? operation as? any StepFusing : nil
    }
    self.fusing = fusing
    unfused = zip(operations, fusing).filter { !$0.parameters.isEmpty && $1 == nil }.map(\.0)
    output = builder.output
  }

  /// Returns whether the first layer that computes something can read sparse inputs.
  static func acceptsSparseInput(_ model: Model) -> Bool {
    model.parts.first { !$0.layer.isTransparent }?.layer.readsSparseInput ?? false
  }

  var operations: [any Operation] { chain.operations }

  func forward(rows: Int, in pass: Pass) {
    chain.forward(rows: rows, in: pass)
  }

  /// Computes the gradient of the rows' mean loss and of the penalties for every parameter.
  func backward(rows: Int, in pass: Pass, loss: any Loss, targets: TargetBatch) {
    backward(rows: rows, in: pass, loss: loss, targets: targets) { index in
      operations[index].backward(rows: rows, in: pass)
    }
  }

  /// Moves the weights down the gradient of the rows' mean loss and of the penalties.
  func trainStep(
    rows: Int, in pass: Pass, loss: any Loss, targets: TargetBatch, _ rule: StepRule, at moment: StepMoment
  ) {
    let plainRate = rule.plainRate(at: moment)
    backward(rows: rows, in: pass, loss: loss, targets: targets) { index in
      if let plainRate, let fusing = fusing[index] {
        fusing.backward(rows: rows, in: pass, steppingBy: plainRate)
      } else {
        operations[index].backward(rows: rows, in: pass)
      }
    }
    rule.step(plainRate == nil ? operations : unfused, trainedArrays, at: moment, on: context)
  }

  /// Goes back through the operations, from the last to the first.
  ///
  /// - Parameter turn: goes back through a single operation, given its index.
  private func backward(
    rows: Int, in pass: Pass, loss: any Loss, targets: TargetBatch, _ turn: (_ index: Int) -> Void
  ) {
    guard let gradient = output.gradient else { return }
    var remaining = operations.count
    if let last = operations.last?.activation,
      loss.gradient(through: last, output.value, targets, rows: rows, into: gradient, on: context)
    {
      // The last activation shares its gradient's memory with its input.
      remaining -= 1
    } else {
      loss.gradient(output.value, targets, rows: rows, into: gradient, on: context)
    }
    targets.weigh(gradient, rows: rows)
    chain.backward(rows: rows, in: pass, count: remaining, turn)
    addPenaltyGradients()
  }

  var weights: Weights { collect { $0.read($0.weights) } }

  /// The gradients of the trained arrays from the last backward pass that took no step.
  var gradients: Weights { collect { parameter in parameter.gradient.map(parameter.read) ?? [] } }

  private func collect(_ values: (Parameter) -> [Float]) -> Weights {
    Weights(
      layers: weighted.map { block in
        LayerWeights(
          name: block.part.summary.name,
          variables: zip(block.part.variables, block.parameters).map { specification, parameter in
            Variable(name: specification.name, shape: specification.shape, values: values(parameter))
          })
      })
  }

  /// - Throws: `weightsDoNotFit` at the first layer whose arrays are of other names or shapes.
  func load(_ weights: Weights) throws(TrainingProblem) {
    for (index, block) in weighted.enumerated() {
      let (name, variables) = (block.part.summary.name, block.part.variables)
      guard index < weights.layers.count, weights.layers[index].variables.count == variables.count else {
        throw .weightsDoNotFit(layer: name)
      }
      for (variable, (specification, parameter)) in zip(
        weights.layers[index].variables, zip(variables, block.parameters))
      {
        guard variable.name == specification.name, variable.shape == specification.shape,
          variable.values.count == specification.count
        else { throw .weightsDoNotFit(layer: name) }
        parameter.write(variable.values, to: parameter.weights)
      }
      for operation in block.operations { operation.parametersChanged() }
    }
    guard weights.layers.count == weighted.count else {
      throw .weightsDoNotFit(layer: weights.layers[weighted.count].name)
    }
  }

  private var parameters: [Parameter] { weighted.flatMap(\.parameters) }

  func makeOptimizerState(_ count: Int) {
    for parameter in parameters { parameter.makeState(count) }
    trainedArrays = operations.flatMap(\.parameters).compactMap(\.trained)
  }

  /// The arrays of the optimizer's state for each array of weights, in row order; none for arrays that are not
  /// trained.
  var optimizerState: [[[Float]]] {
    get { parameters.map { parameter in parameter.state.map(parameter.read) } }
    set {
      for (parameter, arrays) in zip(parameters, newValue) {
        for (array, buffer) in zip(arrays, parameter.state) { parameter.write(array, to: buffer) }
      }
    }
  }
}
