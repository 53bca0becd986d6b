import Datasets
import Foundation
import NotebookRunner

/// What is said of a cell's progress: a line that stays, or a bar that changes.
struct ProgressLine {
  let permanent: String?
  let bar: String?

  init(name: String, progress: CellProgress) {
    switch progress {
    case .epoch(let epoch, let count, let values):
      permanent = "\(name)  Epoch \(epoch)/\(count)  \(Self.text(of: values))"
      bar = nil
    case .step(let epoch, let count, let share, let values):
      permanent = nil
      bar = "\(name)  Epoch \(epoch)/\(count) \(Self.bar(share))  \(Self.text(of: values))"
    case .loading(.downloading(let file, let received, let total)):
      permanent = nil
      let megabytes = String(format: "%.1f MB", Double(received) / 1_000_000)
      bar =
        "\(name)  downloading \(file) "
        + (total.map { Self.bar(Double(received) / Double(max($0, 1))) + "  " } ?? "") + megabytes
    case .loading(.generating(let samples, let total)):
      permanent = nil
      bar = "\(name)  drawing digits \(Self.bar(Double(samples) / Double(max(total, 1))))"
    }
  }

  private static func bar(_ share: Double) -> String {
    let width = 24
    let full = Int((min(max(share, 0), 1) * Double(width)).rounded())
    let percent = String(format: "%3.0f %%", share * 100)
    return String(repeating: "━", count: full) + String(repeating: "─", count: width - full) + " " + percent
  }

  private static func text(of values: [(name: String, value: Double)]) -> String {
    values.map { "\($0.name): " + String(format: "%.4f", $0.value) }.joined(separator: " - ")
  }
}
