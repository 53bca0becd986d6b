import Engine
import NotebookResults
import Options

/// Shows predictions beside the truth.
package struct Predict: Directive {
  package static let name = "predict"
  package static let abstract = "Lets a trained model answer some samples, and shows which answers are right."

  private enum Selection: String, CaseIterable {
    case all, right, wrong
  }

  private let evaluation: EvaluationOptions
  private let index: Int
  private let count: Int
  private let selection: Selection

  package init(_ options: inout OptionReader) {
    evaluation = EvaluationOptions(&options)
    index = options.read("index", .integer(.atLeast(0)), default: 0, help: "The first sample; from 0.")
    count = options.read("count", .integer(.within(1...200)), default: 10, help: "How many samples to show.")
    selection = options.read(
      "only", .choice(of: Selection.self), default: "all", help: "Which samples to show, by the answer.")
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    guard let description = evaluation.plan(&context) else { return nil }
    if let samples = evaluation.part.count(in: description), index >= samples {
      context.report(PlanProblem.sampleOutOfRange(index, count: samples), at: "index")
      return nil
    }
    var fields: [ValueType.Field] = [.init("count", .number)]
    if description.classNames != nil { fields += [.init("correct", .number), .init("accuracy", .number)] }
    return CellSignature(.report, .record(fields))
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    let (fit, data) = try evaluation.inputs(context)
    guard case .classes(let labels, let names) = data.targets else {
      return try numbers(fit, data, context.threads)
    }
    let answers = try ClassPredictions(fit.trained, data.samples, truth: labels, threads: context.threads)
    let shown = (min(index, data.count)..<data.count).filter { sample in
      let isRight = answers.truth[sample] == answers.predicted[sample]
      return selection == .all || isRight == (selection == .right)
    }.prefix(count)
    let correct = shown.count { answers.truth[$0] == answers.predicted[$0] }
    var outputs: [Output] = []
    if data.samples.shape.count == 2 { outputs.append(.images(images(shown, answers, data, names))) }
    outputs.append(.table(table(shown, answers, names)))
    return CellYield(
      value: .record([
        .init("count", .integer(shown.count)), .init("correct", .integer(correct)),
        .init("accuracy", .number(Double(correct) / Double(max(shown.count, 1)))),
      ]), outputs: outputs)
  }

  private func images(
    _ shown: ArraySlice<Int>, _ answers: ClassPredictions, _ data: LabeledSamples, _ names: [String]
  ) -> ImageGrid {
    ImageGrid(
      height: data.samples.shape[0], width: data.samples.shape[1],
      items: shown.map { sample in
        let truth = names[Int(answers.truth[sample])]
        let predicted = names[Int(answers.predicted[sample])]
        return ImageGrid.Item(
          pixels: data.samples.pixels(sample),
          caption: truth == predicted
            ? .phrase(.predictedRight, [predicted]) : .phrase(.predictedWrong, [predicted, truth]),
          isRight: truth == predicted)
      })
  }

  private func table(_ shown: ArraySlice<Int>, _ answers: ClassPredictions, _ names: [String]) -> Table {
    Table(
      columns: [
        .init(.label(.sample), .number), .init(.label(.truth), .text), .init(.label(.prediction), .text),
        .init(.label(.probability), .number), .init(.label(.result), .text),
      ],
      rows: shown.map { sample in
        let isRight = answers.truth[sample] == answers.predicted[sample]
        return [
          .integer(sample), .words(.verbatim(names[Int(answers.truth[sample])])),
          .words(.verbatim(names[Int(answers.predicted[sample])])),
          .percent(Double(answers.probabilities[sample]), digits: 1),
          .words(.label(isRight ? .right : .wrong)),
        ]
      })
  }

  private func numbers(_ fit: FitProduct, _ data: LabeledSamples, _ threads: Int) throws -> CellYield {
    let outputs = try fit.trained.predict(data.samples, threads: threads)
    let width = max(1, fit.trained.model.outputShape.reduce(1, *))
    let shown = min(index, data.count)..<min(index + count, data.count)
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
    return CellYield(value: .record([.init("count", .integer(shown.count))]), outputs: [.table(table)])
  }
}
