import Engine
import NotebookResults
import Tuning

/// Compares fits with the fits that they are `from`, once all are trained.
actor ChangeComparison {
  private let fits: [String: FitProduct]
  private let keys: [String: CellKey]
  private let store: ResultStore
  private let threads: Int
  private let timeLimit: TimeLimit?
  private let report: @Sendable (_ cell: String, CellProgress) -> Void
  /// The predictions by the name of the fit; each fit predicts its validation data at most once.
  private var answers: [String: [ClassPrediction]] = [:]

  init(
    _ ledger: RunLedger, _ store: ResultStore, threads: Int, _ timeLimit: TimeLimit?,
    report: @escaping @Sendable (_ cell: String, CellProgress) -> Void
  ) {
    fits = ledger.products.all.compactMapValues { if case .fit(let fit) = $0 { fit } else { nil } }
    keys = ledger.keys
    self.store = store
    self.threads = threads
    self.timeLimit = timeLimit
    self.report = report
  }

  /// Returns the outputs of a fit with the curves of the one that it is from behind its own, and what changed below
  /// them. If no setting changed, the outputs stay as they are.
  func outputs(
    _ outputs: [Output], of name: String, from parent: String, changes: [Table.Cell]
  ) async throws -> [Output] {
    guard !changes.isEmpty, let before = fits[parent], let after = fits[name] else { return outputs }
    let card =
      after.page.shows(.change) ? try await card(of: name, after, from: parent, before, changes) : nil
    let earlier = FitHistory.Earlier(history: before.history, run: before.label)
    let history = outputs.prefix(after.page.shows(.curves) ? 1 : 0).map { output -> Output in
      if case .curves = output {
        .curves(after.history.curves(run: after.label, earlier: earlier))
      } else {
        output
      }
    }
    return history + (card.map { [.change($0)] } ?? []) + outputs.dropFirst(history.count)
  }

  /// - Returns: `nil` if the two do not have the same validation data.
  private func card(
    of name: String, _ after: FitProduct, from parent: String, _ before: FitProduct, _ changes: [Table.Cell]
  ) async throws -> ChangeCard? {
    guard
      let compared = after.history.compared(with: before.history, besides: after.loss.quantity),
      let values = after.history.change(of: compared, from: before.history)
    else { return nil }
    let areSeeded = before.runs.count > 1 || after.runs.count > 1
    return ChangeCard(
      quantity: Words(compared.quantity), unit: .init(compared.quantity.unit),
      better: .init(compared.quantity.better), role: compared.role, before: values.before,
      after: values.after,
      changes: changes, answers: try await storedAnswers(from: parent, to: name),
      answerSeeds: areSeeded
        ? .phrase(.changedAnswersOfSeeds, [before, after].map { String($0.typical.seed) }) : nil,
      seeds: Self.difference(of: .quantity(compared), from: before, to: after))
  }

  /// Returns the change over the seeds that both have; `nil` if these are fewer than two.
  private static func difference(
    of series: RecordedSeries, from before: FitProduct, to after: FitProduct
  ) -> ChangeCard.SeedDifference? {
    guard let old = before.results(of: series), let new = after.results(of: series),
      let test = new.test(against: old), let deviation = test.differences.standardDeviation,
      case let shared = old.pairs(with: new), let mean = Spread(shared.map(\.own))?.mean
    else { return nil }
    return ChangeCard.SeedDifference(
      before: mean, after: mean + test.difference, deviation: deviation,
      shared: shared.count < max(before.runs.count, after.runs.count) ? shared.count : nil,
      isBeyondChance: test.isBeyondChance())
  }

  /// Returns the answers that became right or wrong, which depend only on the two fits.
  private func storedAnswers(from parent: String, to name: String) async throws -> ChangeCard.Answers? {
    guard let before = keys[parent], let after = keys[name], let count = fits[name]?.page.examples,
      timeLimit?.isOver != true
    else { return nil }
    let key = KeyDraft(
      directive: "change",
      [
        ("before", before.digest), ("after", after.digest), ("examples", String(count)),
        ("examples_by", "pair"),
      ]
    ).key
    return try await store.result(of: key, for: name) {
      try await changedAnswers(from: parent, to: name, examples: count)
    }.content
  }

  /// - Parameter count: the number of images of each kind.
  private func changedAnswers(
    from parent: String, to name: String, examples count: Int
  ) async throws -> ChangeCard.Answers? {
    defer { report(name, .ended) }
    guard let data = try await fits[name]?.validation?.value,
      let other = try await fits[parent]?.validation?.value,
      data.isEqual(to: other), case .classes(let labels, let names) = data.targets,
      let old = classes(of: parent, data, pass: 0, for: name),
      let new = classes(of: name, data, pass: 1, for: name)
    else { return nil }
    func isRight(_ answers: [ClassPrediction], _ index: Int) -> Bool {
      answers[index].classIndex == labels[index]
    }
    let becameRight = labels.indices.filter { isRight(new, $0) && !isRight(old, $0) }
    let becameWrong = labels.indices.filter { isRight(old, $0) && !isRight(new, $0) }
    /// - Parameter wrong: the answers that are confused with the truth.
    func examples(_ title: Label, _ indices: [Int], _ wrong: [ClassPrediction]) -> ImageGrid? {
      guard count > 0, data.samples.areImages, !indices.isEmpty else { return nil }
      // The answers that the later fit is most certain of; equally certain ones in the order of the data.
      let ranked = indices.sorted { (new[$1].probability, $0) < (new[$0].probability, $1) }
      return ImageGrid(
        title: .label(title), height: data.samples.shape[0], width: data.samples.shape[1],
        items: ConfusedPairs.choose(ranked, count: count) { index in
          .init(actual: labels[index], predicted: Int32(wrong[index].classIndex))
        }.map { index in
          let (now, was) = (names[Int(new[index].classIndex)], names[Int(old[index].classIndex)])
          return ImageGrid.Item(
            pixels: data.samples.pixels(index), caption: .phrase(.changedAnswer, [now, was]))
        })
    }
    return ChangeCard.Answers(
      count: labels.count, becameRight: becameRight.count, becameWrong: becameWrong.count,
      examples: [
        examples(.becameRight, becameRight, old), examples(.becameWrong, becameWrong, new),
      ].compactMap(\.self))
  }

  /// - Parameter pass: the index of the fit, 0 or 1, in the progress of the cell that is compared.
  private func classes(
    of name: String, _ data: LabeledSamples, pass: Double, for cell: String
  ) -> [ClassPrediction]? {
    if let known = answers[name] { return known }
    let found = try? fits[name]?.trained.predictClasses(data.samples, threads: threads) { share in
      report(cell, .answering(share: (pass + share) / 2))
    }
    answers[name] = found
    return found
  }
}

extension LabeledSamples {
  /// Returns true if these are the same samples with the same classes, in the same order.
  fileprivate func isEqual(to other: LabeledSamples) -> Bool {
    guard samples.shape == other.samples.shape, count == other.count,
      case .classes(let labels, let names) = targets,
      case .classes(let otherLabels, let otherNames) = other.targets,
      names == otherNames, labels == otherLabels
    else { return false }
    switch (samples.storage, other.samples.storage) {
    // Images that differ only in their scaling count as the same.
    case (.bytes(let one, _), .bytes(let two, _)): return one == two
    case (.floats(let one), .floats(let two)): return one == two
    default: return false
    }
  }
}
