import Datasets
import Engine
import NotebookResults

/// A fit's training with one seed.
package struct SeedRun: Sendable {
  let seed: Int
  let trained: TrainedModel
  let history: TrainingHistory
  /// The number of epochs that did not have to be trained, and the seconds that this saved.
  let saved: SavedWork
}

/// A trained model with everything that later cells need of it.
package struct FitProduct: Sendable {
  /// The name of the run on the page.
  let label: String
  let page: FitPage
  let loss: any Loss
  let metrics: [any Metric]
  let aim: FitAim
  /// The data it was trained on, including test samples, as the fit sees it.
  let data: Lazy<LoadedDataset>
  /// The samples it was measured on after each epoch.
  let validation: Lazy<LabeledSamples>?
  /// The trainings, one for each seed, in the order of the seeds.
  let runs: [SeedRun]
  /// The settings, if they are not those of a cell.
  let settings: FitSettings?
  /// All dependencies of the fit.
  let draft: KeyDraft

  var history: FitHistory { FitHistory(runs: runs.map(\.history)) }

  /// The training that stands for all: the one at the lower median of the validation loss or, without
  /// validation, of the training loss.
  var typical: SeedRun {
    func rank(_ index: Int) -> Double {
      let history = runs[index].history
      let losses = [LineChart.Role.validation, .training].map { RecordedQuantity(loss.quantity, $0) }
      let result = losses.lazy.compactMap { history.result(of: .quantity($0)) }.first
      return result.flatMap { $0.isNaN ? nil : $0 } ?? .infinity
    }
    let ranked = runs.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    return runs[ranked[(ranked.count - 1) / 2]]
  }

  /// The weights that answer for the fit.
  var trained: TrainedModel { typical.trained }

  /// Returns the fit with one of its trainings alone, under another name.
  func alone(_ run: SeedRun, labeled label: String) -> FitProduct {
    FitProduct(
      label: label, page: page, loss: loss, metrics: metrics, aim: aim, data: data, validation: validation,
      runs: [run],
      settings: settings, draft: draft.with(seed: run.seed))
  }

  /// A sentence for the page about the weights that answer, if there are others.
  var choice: [Output] {
    let run = typical
    let seed: [Output] =
      runs.count > 1 ? [.text(.phrase(.answersOfSeed, [String(run.seed), String(runs.count)]))] : []
    return seed + (run.history.bestEpoch.map { [.text(.phrase(.answersOfEpoch, [String($0)]))] } ?? [])
  }
}
