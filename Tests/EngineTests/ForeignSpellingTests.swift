import Diagnostics
import Engine
import Options
import Testing

/// What authors write who know other libraries.
@Suite struct ForeignSpellingTests {
  private func correction<Value>(of text: OptionValue, as kind: OptionKind<Value>) -> [Correction?] {
    var findings = OptionFindings()
    _ = kind.read(text, "option", &findings)
    return findings.diagnostics.map(\.correction)
  }

  @Test(
    "A call is answered with the same as options.",
    arguments: [
      ("dense(32)", "{dense: {units: 32}}"), ("Dense(32, 'relu')", "{dense: {units: 32, activation: relu}}"),
      ("layers.Dense(units=32, use_bias=false)", "{dense: {units: 32, use_bias: false}}"),
      ("Flatten()", "flatten"), ("LSTM(64)", "{lstm: {units: 64}}"),
      ("SimpleRNN(8, return_sequences=true)", "{simple_rnn: {units: 8, return_sequences: true}}"),
      ("Conv2D(32, (3, 3), strides=[2,2])", "{conv2d: {filters: 32, kernel_size: [3, 3], strides: [2, 2]}}"),
      ("Reshape((28,28,1))", "{reshape: {target_shape: [28, 28, 1]}}"),
    ])
  func call(_ written: String, _ meant: String) {
    #expect(
      correction(of: OptionValue(.text(written)), as: .member(of: Layers.catalogue))
        == [.replace(written, with: meant)])
  }

  @Test(
    "A call with arguments that are no options, or in nested brackets, is not answered with a guess.",
    arguments: ["Dense(16, input_shape=(28, 28))", "Dense((1, (2)))", "Flatten(1)", "Dense(1))", "Dense((1)"])
  func otherCall(_ written: String) {
    #expect(correction(of: OptionValue(.text(written)), as: .member(of: Layers.catalogue)) == [nil])
  }

  @Test(
    "A member that another library calls otherwise is named.",
    arguments: [
      ("crossentropy", "categorical_crossentropy"), ("MSE", "mean_squared_error"),
      ("mae", "mean_absolute_error"), ("KLD", "kl_divergence"), ("smooth_l1", "huber"),
    ])
  func foreign(_ written: String, _ meant: String) {
    #expect(
      correction(of: OptionValue(.text(written)), as: .member(of: Losses.catalogue))
        == [.replace(written, with: meant)])
  }

  @Test(
    "Activations and metrics of other libraries are named too.",
    arguments: [("swish", "silu"), ("hard_swish", "hard_silu"), ("LeakyReLU", "leaky_relu")],
    [("f1", "f1_score"), ("rmse", "root_mean_squared_error"), ("top_k", "top_k_categorical_accuracy")])
  func foreignFunctions(_ activation: (String, String), _ metric: (String, String)) {
    #expect(
      correction(of: OptionValue(.text(activation.0)), as: .member(of: Activations.catalogue))
        == [.replace(activation.0, with: activation.1)])
    #expect(
      correction(of: OptionValue(.text(metric.0)), as: .member(of: Metrics.catalogue))
        == [.replace(metric.0, with: metric.1)])
  }

  @Test("Options beside the name are put into braces of their own, and two members are not.")
  func beside() {
    func help(_ entries: [OptionValue.Entry]) -> [String?] {
      var findings = OptionFindings()
      _ = OptionKind.member(of: Optimizers.catalogue).read(
        OptionValue(.mapping(entries)), "optimizer", &findings)
      return findings.diagnostics.map(\.help)
    }
    let rate = OptionValue.Entry("sgd", 0.01)
    #expect(
      help([rate, OptionValue.Entry("momentum", 0.9)])
        == ["options go in braces of their own: `{sgd: {learning_rate: 0.01, momentum: 0.9}}`"])
    #expect(help([rate, OptionValue.Entry("adam", 0.01)]).first??.hasPrefix("keep one") == true)
  }

  @Test("What another library has and this one has not is no misspelling.", arguments: ["lamb", "Adafactor"])
  func strangers(_ name: String) {
    #expect(correction(of: OptionValue(.text(name)), as: .member(of: Optimizers.catalogue)) == [nil])
  }

  @Test("Options without the name of what they are of, or with it as one of them, are put behind it.")
  func unnamed() {
    func help(_ entries: OptionValue.Entry...) -> [String?] {
      var findings = OptionFindings()
      _ = OptionKind.member(of: Optimizers.catalogue)
        .read(OptionValue(.mapping(entries)), "optimizer", &findings)
      return findings.diagnostics.map(\.help)
    }
    let momentum = OptionValue.Entry("momentum", 0.9)
    #expect(help(momentum) == ["write `{sgd: {momentum: 0.9}}`"])
    #expect(
      help(OptionValue.Entry("name", OptionValue(.text("adam"))), OptionValue.Entry("beta_1", 0.8))
        == ["write `{adam: {beta_1: 0.8}}`"])
  }
}
