import Diagnostics
import NotebookRunner
import Writing

/// A forecast as lines for the terminal, one for each cell, and the total.
struct ForecastTable {
  private let forecast: RunForecast
  private let path: String

  init(_ forecast: RunForecast, of path: String) {
    self.forecast = forecast
    self.path = path
  }

  var text: String {
    let cells = forecast.cells.filter { $0.work != .computed || $0.reason != nil }
    let rows = cells.map { [$0.directive, $0.name, Self.words(for: $0), Self.time(of: $0)] }
    let widths = (0..<4).map { column in rows.map { displayWidth(of: $0[column]) }.max() ?? 0 }
    let lines = zip(cells, rows).map { cell, row in
      let columns = zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - displayWidth(of: text))
      }
      let line = "  " + (columns + [cell.reason ?? ""]).joined(separator: "  ")
      return [String(line.reversed().drop { $0 == " " }.reversed()), cell.note.map { "      " + $0 }]
        .compactMap(\.self).joined(separator: "\n")
    }
    return ([path] + lines + ["  " + total] + remarks.map { "  " + $0 }).joined(separator: "\n")
  }

  private var total: String {
    let stored = forecast.cells.count { $0.work == .stored }
    var parts = ["about \(Duration(forecast.seconds).text) with \(counted(forecast.jobs, "job"))"]
    if let memory = forecast.peakMemory {
      parts.append("about \(NumberFormat.fixed(Double(memory) / 1_000_000, digits: 0)) MB")
    }
    if forecast.memoryBound > 0 {
      parts.append("at most \(ByteCount.text(forecast.memoryBound)) of it for data and networks")
    }
    if stored > 0 { parts.append("\(counted(stored, "result")) stored") }
    let cached = forecast.cells.count { $0.work == .cached }
    if cached > 0 { parts.append("\(counted(cached, "result")) in the cache") }
    if !forecast.unknown.isEmpty {
      parts.append("without " + forecast.unknown.joined(separator: ", ") + ", whose time is not known")
    }
    return parts.joined(separator: "; ")
  }

  private var remarks: [String] {
    let others = forecast.cells.filter { $0.work == .computed && $0.reason == nil }.map(\.directive)
      .withoutRepetition
    return
      (forecast.unknown.isEmpty
      ? [] : ["?  not known until the data is on this machine, or a run has shown it"])
      + (others.isEmpty
        ? [] : ["\(others.joined(separator: ", ")): computed in every run, in almost no time"])
  }

  private static func words(for cell: RunForecast.Cell) -> String {
    switch cell.work {
    case .stored: "stored"
    case .cached: "in the cache"
    case .continued(let from, let to): "\(from) of \(to) epochs stored" + cached(of: cell)
    case .computed: "runs" + cached(of: cell)
    case .skipped: "skipped"
    }
  }

  private static func cached(of cell: RunForecast.Cell) -> String {
    cell.cachedEpochs > 0 ? ", \(cell.cachedEpochs) in the cache" : ""
  }

  private static func time(of cell: RunForecast.Cell) -> String {
    guard let seconds = cell.seconds else { return cell.isLong ? "?" : "" }
    if seconds == 0 { return "" }
    return seconds < 0.05 ? "<0.1 s" : Duration(seconds).text
  }

  /// A duration as text.
  struct Duration {
    private let seconds: Double

    init(_ seconds: Double) { self.seconds = seconds }

    var text: String {
      switch seconds {
      case ..<9.95: NumberFormat.fixed(seconds, digits: 1) + " s"
      case ..<99.5: NumberFormat.fixed(seconds, digits: 0) + " s"
      case ..<5400: NumberFormat.fixed(seconds / 60, digits: 0) + " min"
      default: NumberFormat.fixed(seconds / 3600, digits: 1) + " h"
      }
    }
  }
}
