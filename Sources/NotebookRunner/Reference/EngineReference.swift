import Diagnostics
import Engine

extension ModelProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-E-101", "A model has layers",
      "One without would give back its input, and have nothing to learn with.",
      wrong: .cell("{model} other", "layers: [{repeat: 0, layers: [flatten]}]"),
      right: .network("flatten", "dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-102", "A dense layer takes samples that are rows",
      "Each of its units weighs all numbers of a sample, in whatever shape they come, so `flatten` writes an image as one "
        + "row first.",
      wrong: .network("dense: {units: 10, activation: softmax}"),
      right: .network("flatten", "dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-103", "A model has at most so many layers",
      "`repeat` makes many with little writing; beyond the limit a mistyped number is far more likely than a network "
        + "that can be trained."),
    ProblemReference(
      "TB-E-104", "A model's parameters fit into memory",
      "A dense layer has as many as its inputs times its units, so that two large ones in a row multiply."),
  ]
}

extension TrainingProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-E-201", "There are samples to learn from",
      "A limit and a validation split take samples away; something must be left."),
    ProblemReference(
      "TB-E-202", "Samples have the shape that the model was built for",
      "Each number of a sample meets weights of its own.",
      wrong: .cell("{model} other", "input_shape: [4]\nlayers: [dense: {units: 10, activation: softmax}]")
        + .fit(of: "other"),
      right: .network("flatten", "dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-203", "A fit is validated on targets of the kind it learns",
      "Classes and numbers have different losses, which could not share a curve."),
    ProblemReference(
      "TB-E-204", "The last layer has a unit for each class or number",
      "Its outputs are the answer: one for each class, or one for each number to predict. Two classes also go with a "
        + "single unit, whose output is the probability of the second.",
      wrong: .network("flatten", "dense: {units: 7, activation: softmax}"),
      right: .network("flatten", "dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-205", "One output tells two classes apart with binary_crossentropy",
      "categorical_crossentropy compares the outputs of several units, and softmax over a single one is always 1."
    ),
    ProblemReference(
      "TB-E-206", "A cross-entropy is taken of probabilities",
      "It is the logarithm of one. softmax makes probabilities of several outputs, sigmoid of one; without them "
        + "training goes on and means nothing.",
      wrong: .network("flatten", "dense: {units: 10, activation: relu}"),
      right: .network("flatten", "dense: {units: 10, activation: softmax}")),
    ProblemReference(
      "TB-E-207", "Accuracy is of classes",
      "A predicted number is never exactly right; its loss says how far off it is.",
      wrong: .numbers("{dense: {units: 1}}", "loss: mean_squared_error\nmetrics: [accuracy]"),
      right: .numbers("{dense: {units: 1}}", "loss: mean_squared_error")),
    ProblemReference(
      "TB-E-208", "Weights that are given fit the layers",
      "They are of as many inputs and units as the layer has."),
    ProblemReference(
      "TB-E-301", "The loss stays finite",
      "Each step goes along the gradient, as far as the learning rate says. If too far, the loss grows, and its gradient "
        + "with it, until the numbers run over. Divide the rate by ten, or scale the inputs."),
    ProblemReference(
      "TB-E-302", "A trained model has a finite loss on the data",
      "The weights ran away without the training samples showing it, or the data reaches far beyond that of training."
    ),
  ]
}

extension InstructionSetProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-E-401", "The instruction set that is forced is one of those known",
      "The variable is for comparing them; results are the same bytes with each. Unset, the best is taken."),
    ProblemReference(
      "TB-E-402", "The processor has the instruction set that is forced",
      "It would stop at the first instruction that it lacks. `tunebook doctor` says which there are."),
  ]
}

extension WeightsProblem {
  static let reference: [ProblemReference] = [
    ProblemReference(
      "TB-E-501", "A file of weights has an array for each of the model's",
      "They are found by name: the layer's and the array's, such as dense_1/kernel."),
    ProblemReference(
      "TB-E-502", "An array of weights has the shape of the model's",
      "A kernel has a row for each input and a column for each unit; PyTorch keeps it the other way round."),
    ProblemReference(
      "TB-E-503", "A file of weights has nothing that the model has not",
      "An array too many mostly means another model, whose first layers happen to agree."),
  ]
}
