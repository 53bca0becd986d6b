import Engine
import NotebookRunner
import Testing

@Suite struct DivergenceHelpTests {
  private func problem(
    _ moment: Divergence.Moment, rate: Double = 50, input: Float = 1
  ) -> TrainingProblem {
    .diverged(
      Divergence(
        epoch: 1, moment: moment, optimizer: StochasticGradientDescent(learningRate: rate),
        inputs: Samples(shape: [1], count: 1, storage: .floats([input]))))
  }

  @Test("A rate that goes too far is named, with one to try.")
  func rate() {
    let problem = problem(.step(3))
    #expect(problem.message == "the loss stopped being a finite number at step 3 of epoch 1")
    #expect(
      problem.help?.contains("steps of 50 go too far. Try `optimizer: {sgd: {learning_rate: 0.01}}`") == true)
    #expect(problem.help?.contains("scale") == false)
  }

  @Test("Large inputs are answered with how to scale them.")
  func largeInputs() {
    #expect(
      problem(.step(3), input: 255).help?.contains("they reach 255: set `scale: 1/255`") == true)
  }

  @Test("Before any step the inputs or the first weights are the cause, not the rate.")
  func beforeAnyStep() {
    let help = problem(.step(1), input: 1e30).help
    #expect(help?.contains("the inputs or the initial weights are too large") == true)
    #expect(help?.contains("learning_rate") == false)
  }

  @Test("A loss on the validation data is said to be that.")
  func validation() {
    #expect(
      problem(.validation).message == "the loss on the validation data is not a finite number after epoch 1")
  }
}
