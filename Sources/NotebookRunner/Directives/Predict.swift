import Diagnostics
import Engine
import NotebookResults
import Options

/// The directive that shows predictions next to the truth.
package struct Predict: Directive {
  package static let name = "predict"
  package var isStored: Bool { true }
  package static let abstract =
    "Shows a trained model's predictions for some samples, and which of them are right."
  package static var example: NotebookExample {
    .cell("{predict}", "fit: fast\ncount: 5")
  }

  private enum Selection: String, CaseIterable {
    case all, right, wrong
  }

  /// The model's answer for one sample, next to the truth.
  private struct Answer {
    let sample: Int
    let truth: String
    let prediction: String
    let probability: Double
    let isRight: Bool
  }

  let evaluation: EvaluationOptions
  private let index: Int
  private let count: Int
  private let selection: Selection
  package let chartOptions: ChartOptions

  package init(_ options: inout OptionReader) {
    evaluation = EvaluationOptions(&options)
    index = options.read("index", .integer(.atLeast(0)), default: 0, help: "The first sample; from 0.")
    count = options.read("count", .integer(.within(1...200)), default: 10, help: "How many samples to show.")
    selection = options.read(
      "only", .choice(of: Selection.self), default: "all",
      help:
        "Which samples to show, by the answer; of the wrong ones, those of the most frequent confusions first, and of "
        + "each confusion one in turn. A fit that predicts numbers shows all.")
    chartOptions = ChartOptions(&options, offering: [.title])
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    guard let description = evaluation.plan(&context) else { return nil }
    if let samples = evaluation.part.count(in: description), index >= samples {
      context.report(PlanProblem.sampleOutOfRange(index, count: samples), at: "index")
      return nil
    }
    var fields: [ValueType.Field] = [.init("count", .number)]
    if description.classNames != nil {
      fields += [.init("correct", .number), .init(Accuracy.name, .number, unit: .share)]
    }
    return CellSignature(.report, .record(fields))
  }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed {
    evaluation.memory(context, bytesPerAnswer: 8, shown: count)
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    // Answers that were stored when mistakes were shown in the order of the data.
    if selection == .wrong { draft["mistakes_by"] = "pair" }
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    let (fit, data) = try await evaluation.inputs(context)
    guard case .classes(let labels, let names) = data.targets else {
      return try numbers(fit, data, context)
    }
    let predictions = try fit.trained.predictClasses(
      data.samples, threads: context.threads, progress: context.reportAnswers)
    let asked = labels.indices.dropFirst(index).lazy.filter { sample in
      selection == .all || (predictions[sample].classIndex == labels[sample]) == (selection == .right)
    }
    let shown =
      selection == .wrong
      ? ConfusedPairs.choose(Array(asked), count: count) { sample in
        .init(actual: labels[sample], predicted: Int32(predictions[sample].classIndex))
      } : Array(asked.prefix(count))
    let answers = shown.map { sample in
      let (prediction, label) = (predictions[sample], labels[sample])
      return Answer(
        sample: sample, truth: names[Int(label)], prediction: names[Int(prediction.classIndex)],
        probability: Double(prediction.probability), isRight: prediction.classIndex == label)
    }
    let correct = answers.count(where: \.isRight)
    var outputs: [Output] = []
    if data.samples.areImages {
      outputs.append(.images(images(answers, data)))
    } else {
      outputs.append(.table(table(answers)))
    }
    return CellYield(
      value: .record([
        .init("count", .integer(answers.count)), .init("correct", .integer(correct)),
        .init(Accuracy.name, .number(Double(correct) / Double(max(answers.count, 1)))),
      ]), outputs: outputs + fit.choice)
  }

  private func images(_ answers: [Answer], _ data: LabeledSamples) -> ImageGrid {
    ImageGrid(
      title: selection == .wrong ? .label(.mistakesByConfusion) : nil, height: data.samples.shape[0],
      width: data.samples.shape[1],
      items: answers.map { answer in
        ImageGrid.Item(
          pixels: data.samples.pixels(answer.sample),
          caption: answer.isRight
            ? .phrase(.predictedRight, [answer.prediction])
            : .phrase(.predictedWrong, [answer.prediction, answer.truth]),
          isRight: answer.isRight)
      }, numbers: table(answers))
  }

  private func table(_ answers: [Answer]) -> Table {
    Table(
      columns: [
        .init(.label(.sample), .number), .init(.label(.truth), .text), .init(.label(.prediction), .text),
        .init(.label(.probability), .number), .init(.label(.result), .text),
      ],
      rows: answers.map { answer in
        [
          .integer(answer.sample), .words(.verbatim(answer.truth)), .words(.verbatim(answer.prediction)),
          .percent(answer.probability, digits: 1), .words(.label(answer.isRight ? .right : .wrong)),
        ]
      })
  }

  private func numbers(_ fit: FitProduct, _ data: LabeledSamples, _ context: RunContext) throws -> CellYield {
    let shown = data.indices(from: index, count: count)
    if fit.aim.reconstructs { return try reconstructions(fit, data, shown, context) }
    let outputs = try fit.trained.predict(
      data.samples, threads: context.threads, progress: context.reportAnswers)
    let width = max(1, fit.trained.model.outputShape.reduce(1, *))
    let table = Table(
      columns: [
        .init(.label(.sample), .number), .init(.label(.truth), .number), .init(.label(.prediction), .number),
      ],
      rows: shown.map { sample in
        [
          .integer(sample), .words(.verbatim(data.label(at: sample))),
          .number(Double(outputs[sample * width]), digits: 4),
        ]
      })
    return CellYield(
      value: .record([.init("count", .integer(shown.count))]),
      outputs: [.table(table)] + fit.choice)
  }

  private func reconstructions(
    _ fit: FitProduct, _ data: LabeledSamples, _ shown: Range<Int>, _ context: RunContext
  ) throws -> CellYield {
    let outputs = try fit.trained.predict(
      data.samples.slice(shown), threads: context.threads, progress: context.reportAnswers)
    let width = data.samples.width
    let items = outputs.withUnsafeBufferPointer { outputs in
      shown.enumerated().map { place, sample in
        Reconstructions.Item(
          sample: sample, input: data.samples.row(sample),
          output: UnsafeBufferPointer(rebasing: outputs[place * width..<(place + 1) * width]))
      }
    }
    let view = Reconstructions(title: .inputsAndOutputs, samples: data.samples, items: items)
    return CellYield(
      value: .record([.init("count", .integer(shown.count))]),
      outputs: [view.output] + fit.choice)
  }
}
