/// The steps of both kinds of GRU with any activations, number by number.
struct GatedSteps {
  let memory: RecurrentMemory
  let functions: GateActivations

  /// Makes a gate's values of its sums.
  func apply(gate: Int, _ step: Int, _ block: RecurrentBlock) {
    functions.apply(function(gate), gate: gate, step, block)
  }

  /// Makes the gradients of a gate's sums of its values, by the gradients of the values.
  func differentiate(gate: Int, _ step: Int, _ block: RecurrentBlock) {
    functions.differentiate(function(gate), gate: gate, step, block)
  }

  /// Calls `body` with each number of a step: the gates' row, and the place of the unit in it.
  func each(
    _ step: Int, _ block: RecurrentBlock,
    _ body: (_ sample: Int, _ gates: UnsafeMutablePointer<Float>, _ unit: Int) -> Void
  ) {
    for sample in 0..<block.count {
      let row = memory.gates.row(block.row(step) + sample)
      for unit in 0..<memory.units { body(sample, row, unit) }
    }
  }

  /// Computes `h = z ∘ h₋₁ + (1 − z) ∘ h̃`.
  func mix(_ step: Int, _ block: RecurrentBlock) {
    let width = memory.gateWidth
    each(step, block) { sample, z, unit in
      memory.states.row(block.row(step) + sample)[unit] =
        z[unit] * before(step, block, sample, unit) + (1 - z[unit]) * z[2 * width + unit]
    }
  }

  /// Computes the gradients of the values of z and h̃, and of h₋₁ so far.
  func differentiateMix(_ step: Int, _ block: RecurrentBlock, incoming: IncomingGradient?) {
    let width = memory.gateWidth
    each(step, block) { sample, z, unit in
      let gradient = memory.stateGradient.row(block.first + sample)
      let state = gradient[unit] + (incoming.map { $0.pointer[sample * $0.stride + unit] } ?? 0)
      let by = functions.valueGradients.row(block.first + sample)
      by[unit] = state * (before(step, block, sample, unit) - z[2 * width + unit])
      by[2 * width + unit] = state * (1 - z[unit])
      gradient[unit] = state * z[unit]
    }
  }

  /// Returns one number of the states before a step.
  func before(_ step: Int, _ block: RecurrentBlock, _ sample: Int, _ unit: Int) -> Float {
    step > 0 ? memory.states.row(block.row(step - 1) + sample)[unit] : 0
  }

  private func function(_ gate: Int) -> any Activation {
    gate == 2 ? functions.activation : functions.recurrentActivation
  }
}

extension GatedSteps {
  /// Makes the states of a step whose reset gate acts after the product.
  func activate(_ step: Int, _ block: RecurrentBlock, own: Matrix) {
    let width = memory.gateWidth
    each(step, block) { sample, z, unit in
      z[unit] += own.row(sample)[unit]
      z[width + unit] += own.row(sample)[width + unit]
    }
    for gate in 0..<2 { apply(gate: gate, step, block) }
    each(step, block) { sample, z, unit in
      z[2 * width + unit] += z[width + unit] * own.row(sample)[2 * width + unit]
    }
    apply(gate: 2, step, block)
    mix(step, block)
  }

  /// Makes the gradients of the sums of the values, and of the states' part of them.
  func differentiate(_ step: Int, _ block: RecurrentBlock, own: Matrix, incoming: IncomingGradient?) {
    let width = memory.gateWidth
    differentiateMix(step, block, incoming: incoming)
    differentiate(gate: 2, step, block)
    each(step, block) { sample, z, unit in
      let u = own.row(sample)
      functions.valueGradients.row(block.first + sample)[width + unit] =
        z[2 * width + unit] * u[2 * width + unit]
      u[2 * width + unit] = z[2 * width + unit] * z[width + unit]
    }
    for gate in 0..<2 { differentiate(gate: gate, step, block) }
    each(step, block) { sample, z, unit in
      own.row(sample)[unit] = z[unit]
      own.row(sample)[width + unit] = z[width + unit]
    }
  }
}

extension GatedSteps {
  /// Makes the values of the gates of a step whose reset gate acts first, and `r ∘ h₋₁`.
  func activateReset(_ step: Int, _ block: RecurrentBlock, reset: Matrix) {
    for gate in 0..<2 { apply(gate: gate, step, block) }
    each(step, block) { sample, z, unit in
      reset.row(sample)[unit] = z[memory.gateWidth + unit] * before(step, block, sample, unit)
    }
  }

  /// Makes the gradient of the reset gate's sums of that of `r ∘ h₋₁`.
  func differentiateReset(_ step: Int, _ block: RecurrentBlock, resetGradient: Matrix) {
    each(step, block) { sample, z, unit in
      let gradient = resetGradient.row(sample)[unit]
      functions.valueGradients.row(block.first + sample)[memory.gateWidth + unit] =
        gradient * before(step, block, sample, unit)
      memory.stateGradient.row(block.first + sample)[unit] += gradient * z[memory.gateWidth + unit]
    }
    differentiate(gate: 1, step, block)
  }
}
