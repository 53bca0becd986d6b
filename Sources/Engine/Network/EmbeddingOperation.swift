import CKernels

/// Copies the vector of each token id of a sample: the id's row of an (ids × numbers) array.
///
/// The gradient of a vector is the sum over the places where its token stands, in ascending order of the sample, then of
/// the step. Ids have no gradient.
final class EmbeddingOperation: Operation {
  let output: Signal
  let parameters: [Parameter]
  private let source: Signal
  private let context: ExecutionContext
  private let vectors: Parameter
  private let inputs: Int

  init(_ site: NetworkBuilder.Site, inputs: Int, outputs: Int) {
    self.inputs = inputs
    source = site.input
    context = site.context
    output = site.makeOutput(shape: site.input.shape + [outputs])
    vectors = Parameter(shape: [inputs, outputs], hasGradient: site.trainsWeights)
    parameters = [vectors]
  }

  func forward(rows: Int, in pass: Pass) {
    eachToken(rows) { place, panel, token in
      let target = output.value.row(place) + panel * vectors.rowStride
      guard let token else { return target.update(repeating: 0, count: vectors.rowStride) }
      target.update(from: vectors.weightsPointer + self.place(panel, token), count: vectors.rowStride)
    }
  }

  func backward(rows: Int, in pass: Pass) {
    guard let gradient = output.gradient, let sums = vectors.gradientPointer else { return }
    vectors.gradient?.fill(0)
    let kernels = context.kernels.table
    eachToken(rows) { place, panel, token in
      guard let token else { return }
      kernels.pointee.add_scaled(
        vectors.rowStride, 1, gradient.row(place) + panel * vectors.rowStride, sums + self.place(panel, token)
      )
    }
  }

  /// Returns the place of a panel's part of a token's vector.
  private func place(_ panel: Int, _ token: Int) -> Int {
    panel * vectors.panelStride + token * vectors.rowStride
  }

  /// Calls `body` for each panel of each token, with its row of the output; the token is `nil` if there is no such id.
  private func eachToken(_ rows: Int, _ body: (_ place: Int, _ panel: Int, _ token: Int?) -> Void) {
    let steps = source.columns
    for row in 0..<rows {
      for step in 0..<steps {
        let number = source.value.row(row)[step]
        let token = number >= 0 && number < Float(inputs) ? Int(number) : nil
        for panel in 0..<vectors.paddedColumns / vectors.rowStride { body(row * steps + step, panel, token) }
      }
    }
  }
}
