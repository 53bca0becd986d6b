/// Branches that read one input and whose outputs are merged. The gradient of the input is the sum of theirs, in order.
final class BranchesOperation: Operation {
  let output: Signal
  let parameters: [Parameter]
  private let branches: [Branch]
  /// The outputs of the branches.
  private let outputs: [Matrix]
  private let merge: BranchMerge
  private let source: Signal
  private let context: ExecutionContext

  private struct Branch {
    let input: Signal
    let chain: OperationChain
    let output: Signal
  }

  /// - Parameter branches: append the operations of each branch. All outputs have one shape; where they are
  ///   concatenated, up to the last dimension.
  init(
    _ site: NetworkBuilder.Site, _ branches: [(inout NetworkBuilder) -> Void], merge: BranchMerge
  ) {
    self.merge = merge
    source = site.input
    context = site.context
    self.branches = branches.enumerated().map { index, build in
      // The first branch computes its gradient in the input's own memory.
      let input = index == 0 ? site.input : Signal(branchOf: site.input, rows: site.capacity)
      var builder = NetworkBuilder(within: site, input: input, capacity: site.capacity)
      build(&builder)
      return Branch(input: input, chain: OperationChain(builder.operations), output: builder.output)
    }
    parameters = self.branches.flatMap(\.chain.operations).flatMap(\.parameters)
    outputs = self.branches.map(\.output.value)
    output = site.makeOutput(shape: merge.outputShape(of: self.branches.map(\.output.shape)))
  }

  /// Adds the memory that the initializer will allocate.
  static func addMemory(
    to memory: inout NetworkMemory, _ branches: [(inout NetworkMemory) -> Void], merge: BranchMerge
  ) {
    memory.addOutput(shape: merge.outputShape(of: memory.addBranches(branches)))
  }

  func forward(rows: Int, in pass: Pass) {
    for branch in branches { branch.chain.forward(rows: rows, in: pass) }
    merge.forward(outputs, output.value, rows: rows * output.positions)
  }

  func backward(rows: Int, in pass: Pass) {
    guard let gradient = output.gradient else { return }
    for (index, branch) in branches.enumerated() {
      if let target = branch.output.gradient {
        merge.backward(
          gradient, outputs, branch: index, into: target, rows: rows * output.positions)
      }
      branch.chain.backward(rows: rows, in: pass)
      if index > 0, let sum = source.gradient, let own = branch.input.gradient {
        context.kernels.table.pointee.add_scaled(
          rows * source.positions * sum.stride, 1, own.pointer, sum.pointer)
      }
    }
  }

  func parametersChanged() {
    for branch in branches { branch.chain.parametersChanged() }
  }
}
