import Datasets
import Diagnostics
import Engine
import Options

/// The notebooks around the members' own examples, for each kind of member.
enum MemberExamples {
  /// Returns the example of a member in a notebook, or `nil` if its kind is not supported here yet.
  static func example(of member: CatalogueMember, in subject: String) -> NotebookExample? {
    let written = member.example()
    return switch subject {
    case Datasets.catalogue.subject: Datasets.catalogue[member.name].map { loading(type(of: $0.standard)) }
    case Layers.catalogue.subject: Layers.catalogue[member.name].map { layer($0.standard) }
    case Losses.catalogue.subject: Losses.catalogue[member.name].map { loss($0.standard, written) }
    case Optimizers.catalogue.subject: .fit("optimizer: \(written)")
    case LearningRateSchedules.catalogue.subject:
      .fit("optimizer: {sgd: {learning_rate: \(written)}}")
    case Metrics.catalogue.subject: .fit("metrics: [\(written)]")
    case Activations.catalogue.subject where member.name == Softmax.name: .network(output)
    case Activations.catalogue.subject: .network("dense: {units: 30, activation: \(written)}", output)
    case Initializers.catalogue.subject:
      .network("dense: {units: 10, kernel_initializer: \(written), activation: softmax}")
    case Regularizers.catalogue.subject:
      .network("dense: {units: 10, kernel_regularizer: \(written), activation: softmax}")
    case Constraints.catalogue.subject:
      .network("dense: {units: 10, kernel_constraint: \(written), activation: softmax}")
    case SweepMethods.catalogue.subject where member.name == ListMethod.name:
      .cell("{sweep}", "fit: fast\nmethod: list\npoints: [{batch_size: 16}, {batch_size: 32}]")
    case SweepMethods.catalogue.subject: sweep("method: \(member.name)")
    case SweepTermination.catalogue.subject: sweep("early_terminate: \(member.name)")
    default: nil
    }
  }

  private static func sweep(_ option: String) -> NotebookExample {
    .cell("{sweep}", "fit: fast\n\(option)\nparameters: {batch_size: [16, 32]}\ntrials: 2")
  }

  private static let output = "dense: {units: 10, activation: softmax}"

  private static func layer(_ layer: any Layer) -> NotebookExample {
    let layers = type(of: layer).exampleLayers.map { layer in
      // In a list in block style, a mapping needs no braces.
      layer.entries.isEmpty ? "\(layer)" : lines(layer)
    }
    guard layer.tokenCount != nil else { return .network(of: layers) }
    // The pixels of the network above are scaled, and so are no token ids.
    return .cell("{load} pixels", "dataset: digits\nlimit: 500\ntest_limit: 100")
      + .cell("{model} other", "layers:\n" + layers.map { "  - \($0)" }.joined(separator: "\n"))
      + .fit("model: other\ndata: pixels")
  }

  private static func loading(_ kind: any Dataset.Type) -> NotebookExample {
    let options = ["dataset: \(kind.writtenExample)", lines(kind.exampleLoading)].filter { !$0.isEmpty }
    return .whole(
      "```{load} data\n\(options.joined(separator: "\n"))\n```\n\n"
        + "```{show}\ndata: data\nwhat: \(kind.exampleViews)\n```")
  }

  private static func loss(_ loss: any Loss, _ written: OptionValue) -> NotebookExample {
    let option = "loss: \(written)"
    if loss.acceptsNumbers, loss.lastActivation == nil {
      let activation = loss.exampleActivation.map { ", activation: \($0)" } ?? ""
      return .numbers("{dense: {units: 1\(activation)}}", option)
    }
    let activation = loss.lastActivation ?? Linear.name
    // The network above the examples ends in softmax.
    guard activation != Softmax.name else { return .fit(option) }
    return .cell("{model} apart", "layers:\n  - flatten\n  - dense: {units: 10, activation: \(activation)}")
      + .fit("model: apart\n" + option)
  }

  /// Returns the entries of a mapping, one on each line.
  private static func lines(_ mapping: OptionValue) -> String {
    mapping.entries.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
  }
}
