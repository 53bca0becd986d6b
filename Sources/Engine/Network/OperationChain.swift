/// The operations of a network in their order, of which those that compute sample by sample are carried out together.
struct OperationChain {
  let operations: [any Operation]
  private let stages: [Stage]

  private struct Stage {
    let range: Range<Int>
    /// `nil` for a single operation that needs the whole batch.
    let run: SampleRun?
  }

  init(_ operations: [any Operation]) {
    self.operations = operations
    var stages: [Stage] = []
    var index = 0
    while index < operations.count {
      // The last one stands alone, because a loss may go back through it.
      let rest = operations[index..<max(index + 1, operations.count - 1)]
      let together = rest.prefix { $0 is any SampleOperation }
      let range = index..<index + max(1, together.count)
      let run = together.compactMap { $0 as? any SampleOperation }
      stages.append(Stage(range: range, run: run.isEmpty ? nil : SampleRun(run)))
      index = range.upperBound
    }
    self.stages = stages
  }

  func forward(rows: Int, in pass: Pass) {
    for stage in stages {
      if let run = stage.run {
        run.forward(rows: rows, in: pass)
      } else {
        operations[stage.range.lowerBound].forward(rows: rows, in: pass)
      }
    }
  }

  /// - Parameters:
  ///   - count: the number of operations to go back through, from the first one on; `nil` for all.
  ///   - turn: goes back through a single operation that needs the whole batch.
  func backward(rows: Int, in pass: Pass, count: Int? = nil, _ turn: (_ index: Int) -> Void) {
    let count = count ?? operations.count
    for stage in stages.reversed() where stage.range.lowerBound < count {
      if let run = stage.run, stage.range.upperBound <= count {
        run.backward(rows: rows, in: pass)
      } else {
        for index in (stage.range.lowerBound..<min(count, stage.range.upperBound)).reversed() { turn(index) }
      }
    }
  }

  func backward(rows: Int, in pass: Pass) {
    backward(rows: rows, in: pass) { operations[$0].backward(rows: rows, in: pass) }
  }

  func parametersChanged() {
    for operation in operations { operation.parametersChanged() }
  }
}
