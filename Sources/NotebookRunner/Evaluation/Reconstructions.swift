import Engine
import NotebookResults
import Writing

/// Inputs beside the outputs of a network that gives them back, each with the mean of its squared differences.
struct Reconstructions {
  /// The metrics beside those of the fit.
  static let metrics: [any Metric] = [
    MeanAbsoluteErrorMetric(), MeanSquaredErrorMetric(), RootMeanSquaredError(),
  ]

  /// A sample's output and error.
  struct Item {
    let sample: Int
    let output: [Float]
    let error: Double

    init(sample: Int, input: [Float], output: UnsafeBufferPointer<Float>) {
      self.sample = sample
      self.output = Array(output)
      var sum = 0.0
      for (x, y) in zip(input, output) { sum += (Double(y) - Double(x)) * (Double(y) - Double(x)) }
      error = sum / Double(max(1, input.count))
    }
  }

  /// The columns of paper between an input and its output.
  private static let gap = 2
  /// The largest number of numbers of a row in a table.
  private static let numbersShown = 8

  /// Returns the bytes of the inputs and outputs of some samples, with their pictures.
  static func bytes(count: Int, _ model: Model) -> Double {
    Double(count) * Double(model.outputCount) * 16
  }

  let title: Label
  let samples: Samples
  let items: [Item]

  var output: Output { samples.areImages ? .images(images) : .table(table) }

  private var images: ImageGrid {
    let (height, width) = (samples.shape[0], samples.shape[1])
    return ImageGrid(
      title: .label(title), height: height, width: 2 * width + Self.gap,
      items: items.map { item in
        let input = samples.row(item.sample)
        let scale = InkScale(input, samples)
        var pixels: [UInt8] = []
        for row in stride(from: 0, to: height * width, by: width) {
          pixels += input[row..<row + width].map(scale.ink) + [UInt8](repeating: 0, count: Self.gap)
          pixels += item.output[row..<row + width].map(scale.ink)
        }
        return ImageGrid.Item(
          pixels: pixels,
          caption: .phrase(.reconstruction, [String(item.sample), NumberFormat.magnitude(item.error)]))
      },
      numbers: Table(
        columns: [.init(.label(.sample), .number), .init(.label(.error), .number)],
        rows: items.map { [.integer($0.sample), .magnitude($0.error)] }))
  }

  private var table: Table {
    func text(_ numbers: [Float]) -> Table.Cell {
      let shown = numbers.prefix(Self.numbersShown).map { NumberFormat.magnitude(Double($0)) }
      return .words(
        .verbatim(shown.joined(separator: ", ") + (numbers.count > Self.numbersShown ? ", …" : "")))
    }
    return Table(
      columns: [
        .init(.label(.sample), .number), .init(.label(.input), .text), .init(.label(.output), .text),
        .init(.label(.error), .number),
      ],
      rows: items.map { item in
        [.integer(item.sample), text(samples.row(item.sample)), text(item.output), .magnitude(item.error)]
      })
  }
}

/// The scale of ink that an input and its output share: that of the bytes, or from the input's least number to its
/// greatest.
private struct InkScale {
  private let low: Float
  private let high: Float

  init(_ input: [Float], _ samples: Samples) {
    if case .bytes(_, let scale) = samples.storage, scale > 0 {
      (low, high) = (0, 255 * scale)
    } else {
      let finite = input.filter(\.isFinite)
      (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    }
  }

  /// Returns the ink for a number; one beyond the scale has none or is full.
  func ink(_ number: Float) -> UInt8 {
    guard number.isFinite, high > low else { return 0 }
    let share = (Double(number) - Double(low)) / (Double(high) - Double(low))
    return UInt8((min(max(share, 0), 1) * 255).rounded())
  }
}

/// The samples with the largest errors, the largest first. Of equal ones the first of the data come first.
struct LargestErrors {
  private let count: Int
  private(set) var items: [Reconstructions.Item] = []

  init(count: Int) { self.count = count }

  mutating func include(_ item: Reconstructions.Item) {
    if items.count == count, item.error <= items.last?.error ?? .infinity { return }
    items.insert(item, at: items.firstIndex { item.error > $0.error } ?? items.count)
    if items.count > count { items.removeLast() }
  }
}
