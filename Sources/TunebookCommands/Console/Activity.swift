import Datasets
import NotebookRunner
import Writing

/// An activity and its progress.
struct Activity: Sendable {
  /// The identity of the activity, which is the same as long as it goes on.
  let kind: String
  /// The text before the share in a progress bar.
  let title: String
  /// The share shown in a progress bar.
  let share: Double?
  /// The share of the whole work that is done; the bar may show a part of the work.
  let done: Double?
  /// The text after the share in a progress bar.
  let detail: String

  init(
    _ title: String, kind: String? = nil, share: Double? = nil, of done: Double? = nil, detail: String = ""
  ) {
    self.kind = kind ?? title
    self.title = title
    self.share = share
    self.done = done ?? share
    self.detail = detail
  }

  /// Creates an activity; `nil` if the work has ended.
  init?(_ progress: CellProgress) {
    switch progress {
    case .loading(let progress): self.init(progress)
    case .answering(let share): self.init("answering samples", share: share)
    case .trainings(let done, let count, let share):
      self.init(
        "training \(done < count ? done + 1 : done)/\(count)", kind: "training \(count) times", share: share)
    case .tryingRates(let share): self.init("trying learning rates", share: share)
    case .step(let epoch, let count, let share, let values):
      self.init(
        "Epoch \(epoch)/\(count)", kind: Self.training(count), share: share,
        of: (Double(epoch - 1) + share) / Double(count), detail: Self.text(of: values))
    case .epoch(let epoch, let count, _, let earlyEnd):
      let goesOn = epoch < count && earlyEnd == nil
      self.init(
        "Epoch \(goesOn ? epoch + 1 : epoch)/\(count)", kind: Self.training(count), share: goesOn ? 0 : 1,
        of: goesOn ? Double(epoch) / Double(count) : 1)
    case .ended: return nil
    }
  }

  init(_ progress: DatasetProgress) {
    switch progress {
    case .downloading(let file, let received, let total):
      self.init(
        "downloading \(file)", share: total.map { Double(received) / Double(max($0, 1)) },
        detail: NumberFormat.fixed(Double(received) / 1_000_000, digits: 1) + " MB")
    case .generating(let samples, let total):
      self.init("drawing digits", share: Double(samples) / Double(max(total, 1)))
    case .reading(let file, let done, let total):
      self.init("reading \(file)", share: Double(done) / Double(max(total, 1)))
    }
  }

  private static func training(_ epochs: Int) -> String { "training for \(epochs) epochs" }

  static func text(of values: [(name: String, value: Double)]) -> String {
    values.map { "\($0.name): " + NumberFormat.fixed($0.value, digits: 4) }.joined(separator: " - ")
  }
}
