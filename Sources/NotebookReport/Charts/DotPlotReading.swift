import NotebookResults

/// The content of a dot plot as facts for a sentence.
struct DotPlotReading: Sendable {
  struct Extreme: Sendable {
    let category: String
    let value: String
  }

  /// The first of a series' highest values and the first of its lowest.
  struct Span: Sendable {
    let series: Words
    let highest: Extreme
    let lowest: Extreme

    /// True if all values are the same to the precision of the page.
    var isLevel: Bool { highest.value == lowest.value }
  }

  let spans: [Span]

  init(_ chart: DotPlot) {
    spans = chart.series.compactMap { series in
      let dots = zip(chart.categories, series.values).filter { $1.isFinite }
      guard let highest = dots.map(\.1).max(), let lowest = dots.map(\.1).min() else { return nil }
      func extreme(_ value: Double) -> Extreme {
        Extreme(category: dots.first { $0.1 == value }?.0 ?? "", value: DotPlot.text(value))
      }
      return Span(series: series.name, highest: extreme(highest), lowest: extreme(lowest))
    }
  }
}

extension English {
  func describe(_ reading: DotPlotReading) -> String {
    reading.spans.map { span in
      let subject = text(span.series).sentenceCased
      return span.isLevel
        ? "\(subject): \(span.highest.value) for each."
        : "\(subject): highest for \(span.highest.category) (\(span.highest.value)), "
          + "lowest for \(span.lowest.category) (\(span.lowest.value))."
    }.joined(separator: " ")
  }
}

extension Japanese {
  func describe(_ reading: DotPlotReading) -> String {
    reading.spans.map { span in
      let subject = text(span.series)
      return span.isLevel
        ? "\(subject)：すべて\(span.highest.value)。"
        : "\(subject)：最高は\(span.highest.category)（\(span.highest.value)）、"
          + "最低は\(span.lowest.category)（\(span.lowest.value)）。"
    }.joined()
  }
}
