import Diagnostics
import Options

/// How a member of a kind is written: a layer, an optimizer, a data set.
enum MemberExamples {
  /// - Returns: `nil` for a kind or a member that nothing is known of.
  static func example(of member: CatalogueMember, in subject: String) -> NotebookExample? {
    switch subject {
    case "data set": dataset(member.name)
    case "layer": layer(member.name)
    case "loss": loss(member.name)
    case "optimizer": .fit("optimizer: \(spelled(member))")
    case "metric": .fit("metrics: [\(spelled(member))]")
    case "activation" where member.name == "softmax":
      .network("flatten", "dense: {units: 10, activation: softmax}")
    case "activation":
      .network(
        "flatten", "dense: {units: 30, activation: \(member.name)}", "dense: {units: 10, activation: softmax}"
      )
    case "initializer":
      .network("flatten", "dense: {units: 10, kernel_initializer: \(spelled(member)), activation: softmax}")
    default: nil
    }
  }

  /// With all options at their defaults, or by its name alone where there are none.
  private static func spelled(_ member: CatalogueMember) -> String {
    let options = member.options().compactMap { option in
      option.defaultValue.map { "\(option.name): \($0)" }
    }
    return options.isEmpty ? member.name : "{\(member.name): {\(options.joined(separator: ", "))}}"
  }

  private static func layer(_ name: String) -> NotebookExample? {
    switch name {
    case "dense", "flatten":
      .network("flatten", "dense: {units: 30, activation: relu}", "dense: {units: 10, activation: softmax}")
    case "activation": .network("flatten", "dense: 10", "activation: softmax")
    default: nil
    }
  }

  private static func loss(_ name: String) -> NotebookExample? {
    switch name {
    case "categorical_crossentropy": .fit("loss: categorical_crossentropy")
    case "binary_crossentropy":
      NotebookExample.cell(
        "{model} apart", "layers:\n  - flatten\n  - dense: {units: 10, activation: sigmoid}")
        + .fit("model: apart\nloss: binary_crossentropy")
    case "mean_squared_error":
      .numbers("{dense: {units: 1}}", "loss: mean_squared_error")
    default: nil
    }
  }

  private static func dataset(_ name: String) -> NotebookExample? {
    switch name {
    case "mnist": loaded("dataset: mnist\nfallback: digits\nscale: 1/255\nlimit: 500\ntest_limit: 100")
    case "digits": loaded("dataset: {digits: {seed: 1}}\nscale: 1/255\nlimit: 500\ntest_limit: 100")
    case "csv": loaded("dataset: {csv: {path: flowers.csv, label: kind}}\ntest_split: 0.2")
    case "idx": loaded("dataset:\n  idx:\n    images: images.idx\n    labels: labels.idx\nscale: 1/255")
    default: nil
    }
  }

  private static func loaded(_ options: String) -> NotebookExample {
    .whole("```{load} data\n\(options)\n```\n\n```{show}\ndata: data\nwhat: [shapes, class_counts]\n```")
  }
}
