import Datasets
import Diagnostics
import Engine
import NotebookResults
import Options

/// The directive that shows data: its shapes, one sample as numbers, images, or the frequency of each class.
package struct Show: Directive {
  package static let name = "show"
  package var isStored: Bool { true }
  package static let abstract =
    "Shows data: its shapes, one sample as its grid of numbers, images, class counts, one-hot vectors."
  package static var example: NotebookExample {
    .cell("{show}", "data: digits\nwhat: [shapes, images, class_counts]\ncount: 5")
  }

  /// A way of looking at data.
  private enum View: String, CaseIterable {
    case shapes
    case sample
    case images
    case classCounts = "class_counts"
    case oneHot = "one_hot"
    case flattened
  }

  private let data: CellReference
  private let views: [View]
  private let part: DataPart
  private let index: Int
  private let count: Int
  package let chartOptions: ChartOptions

  package init(_ options: inout OptionReader) {
    data = options.read("data", .reference(to: Load.name), help: "The data to show.")
    views = options.read(
      "what", .list(of: .choice(of: View.self)), default: ["shapes"],
      help: "One view or several, in this order.")
    part = options.read(
      "split", .choice(of: DataPart.self), default: "train", help: "Which part of the data.")
    index = options.read(
      "index", .integer(.atLeast(0)), default: 0, help: "Which sample, or the first one of several; from 0.")
    count = options.read(
      "count", .integer(.within(1...200)), default: 10, help: "How many samples `images` and `one_hot` show.")
    chartOptions = ChartOptions(&options, offering: [.title, .height, .width])
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    guard let description = context.data(data) else { return nil }
    guard part.checkPresence(in: description, of: data.name, at: "split", &context) else { return nil }
    if let samples = part.count(in: description), index >= samples {
      context.report(PlanProblem.sampleOutOfRange(index, count: samples), at: "index")
      return nil
    }
    if views.contains(.images), description.sampleShape.count != 2 || description.series != nil {
      context.report(PlanProblem.notImages(description.sampleShape), at: "what")
      return nil
    }
    if let view = views.first(where: { $0 == .oneHot || $0 == .classCounts }), description.classNames == nil {
      context.report(PlanProblem.viewNeedsClasses(view.rawValue), at: "what")
      return nil
    }
    return CellSignature(.report, .nothing)
  }

  package func drawings(_ context: PlanContext, _ signature: CellSignature) -> CellDrawings {
    CellDrawings(otherCharts: views.contains(.classCounts) ? 1 : 0, parts: views.count)
  }

  package func memory(_ context: PlanContext, _ signature: CellSignature) -> MemoryNeed {
    guard let description = context.data(data) else { return .none }
    let width = description.sampleWidth
    let shown = Double(min(count, part.count(in: description) ?? count))
    // A number in a table cell takes some dozens of bytes, a pixel a few, and a class a digit and a comma.
    let bytes = views.reduce(0.0) { sum, view in
      switch view {
      case .sample: sum + 200 * width
      case .images: sum + 8 * width * shown
      case .oneHot: sum + 8 * Double(description.targetWidth) * shown
      case .classCounts: sum + 400 * Double(description.targetWidth)
      case .shapes, .flattened: sum
      }
    }
    let part = MemoryNeed.Part(
      bytes: bytes, purpose: "the numbers that are shown", option: "what",
      advice: "lower `count`, or show only `shapes`")
    return MemoryNeed(kept: [], working: [part])
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    let loaded = try await context.data(data).value
    let labeled = try part.samples(of: loaded, named: data.name)
    return CellYield(outputs: views.compactMap { output($0, loaded, labeled) })
  }

  private func output(_ view: View, _ loaded: LoadedDataset, _ data: LabeledSamples) -> Output? {
    let shape = data.samples.shape
    switch view {
    case .shapes: return .table(DataTables.shapes(of: loaded))
    case .classCounts: return DataTables.classCounts(of: loaded).map(Output.dots)
    case .sample:
      return SampleView(data: data, columns: loaded.columns, index: min(index, data.count - 1)).output
    case .images:
      return .images(
        ImageGrid(
          height: shape[0], width: shape[1],
          items: indices(of: data).map { index in
            ImageGrid.Item(pixels: data.samples.pixels(index), caption: .verbatim(data.label(at: index)))
          }))
    case .oneHot:
      guard case .classes(let labels, let names) = data.targets else { return nil }
      let rows: [[Table.Cell]] = indices(of: data).map { index in
        let vector = names.indices.map { $0 == Int(labels[index]) ? "1" : "0" }.joined(separator: ", ")
        return [.integer(index), .words(.verbatim(data.label(at: index))), .code("[\(vector)]")]
      }
      return .table(
        Table(
          columns: [
            .init(.label(.sample), .number), .init(.label(.class), .text), .init(.label(.oneHot), .text),
          ], rows: rows))
    case .flattened:
      return .table(
        Table(
          columns: [.init(.label(.shape), .text), .init(.label(.flattened), .text)],
          rows: [[.code(shapeText(shape)), .code(shapeText([data.samples.width]))]]))
    }
  }

  private func indices(of data: LabeledSamples) -> Range<Int> {
    data.indices(from: index, count: count)
  }
}
