import Diagnostics
import Engine
import Options

extension Divergence {
  var message: String {
    switch moment {
    case .step(let step): "the loss stopped being a finite number at step \(step) of epoch \(epoch)"
    case .validation: "the loss on the validation data is not a finite number after epoch \(epoch)"
    }
  }

  var help: String {
    let scaling = "`scale: 1/255` or `standardize: true` where the data is loaded"
    let inputs = "they reach \(OptionValue(.number(Double(largestInput))))"
    guard followsAStep else {
      return "no step was taken before it, so the inputs or the initial weights are too large; "
        + (hasLargeInputs ? "\(inputs): set \(scaling)" : "choose another `kernel_initializer`")
    }
    let safer = OptionValue(.number(saferRate))
    return
      "the learning rate is the likely cause: steps of \(OptionValue(.number(learningRate))) go too far. "
      + (hasSchedule
        ? "Try a schedule whose largest rate is \(safer)"
        : "Try `optimizer: {\(optimizer): {learning_rate: \(safer)}}`")
      + (hasLargeInputs ? ", or bring the inputs nearer to 0, for \(inputs): set \(scaling)" : "")
  }
}
