import Foundation
import Writing

/// Content that a cell shows. The enum is closed, so a new kind does not compile until the page can show it.
package enum Output: Sendable, Hashable, Codable {
  case table(Table)
  case chart(LineChart)
  case curves(TrainingCurves)
  case layerChart(LayerChart)
  case dots(DotPlot)
  case xyCharts([XYChart])
  case heatMap(HeatMap)
  case parallelCoordinates(ParallelCoordinates)
  case diagram(ModelDiagram)
  case change(ChangeCard)
  case confusionMatrix(ConfusionMatrix)
  case outcomes(BinaryOutcomes)
  case images(ImageGrid)
  case numberGrid(NumberGrid)
  case claims([Claim])
  case text(Words)
  case notice(Notice)

  /// The names under which stored results hold outputs.
  private enum CodingKeys: String, CodingKey {
    case table, chart, curves, layerChart, dots
    case xyCharts = "planes"
    case heatMap, parallelCoordinates, diagram, change, confusionMatrix, outcomes, images, numberGrid, claims,
      text,
      notice
  }

  /// True if its parts are consistent, so that it can be shown; those of outputs read from a file may not be.
  package var isSound: Bool {
    switch self {
    case .table(let table): table.isSound
    case .chart(let chart): chart.isSound
    case .curves(let curves): curves.isSound
    case .layerChart(let chart): chart.isSound
    case .dots(let chart): chart.isSound
    case .xyCharts(let charts): charts.allSatisfy(\.isSound)
    case .heatMap(let map): map.isSound
    case .parallelCoordinates(let chart): chart.isSound
    case .diagram(let diagram): diagram.isSound
    case .change(let card): card.isSound
    case .confusionMatrix(let matrix): matrix.isSound
    case .outcomes(let outcomes): outcomes.isSound
    case .images(let grid): grid.isSound
    case .numberGrid(let grid): grid.isSound
    case .claims, .text, .notice: true
    }
  }
}

/// Words on the page: the report's own, in its language, or the author's and the data's, in theirs.
package enum Words: Sendable, Hashable, Codable {
  case label(Label)
  case verbatim(String)
  /// A word that comes with a result, such as the name of a metric.
  case term(Term)
  /// The name of a quantity that was measured on validation data.
  indirect case onValidation(Words)
  /// The same, measured on test data.
  indirect case onTest(Words)
  /// A sequence of words separated by spaces.
  case joined([Words])
  /// A list of words of one kind.
  case list([Words])
  /// A sentence of the report with words of the author, such as "not checked: the data is digits".
  case phrase(Label, [String])
}

/// A table of results.
package struct Table: Sendable, Hashable, Codable {
  package struct Column: Sendable, Hashable, Codable {
    package enum Alignment: String, Sendable, Hashable, Codable { case text, number }

    package let title: Words
    package let alignment: Alignment

    package init(_ title: Words, _ alignment: Alignment) {
      self.title = title
      self.alignment = alignment
    }
  }

  package enum Cell: Sendable, Hashable, Codable {
    case words(Words)
    /// A name, number or setting in code type.
    case code(String)
    /// The name of a run, with the marker that it has in charts.
    case run(String)
    case integer(Int)
    /// A number with a fixed number of digits after the decimal point.
    case number(Double, digits: Int)
    /// A number of any size, shown with three digits and, if it is far from 1, a power of ten.
    case magnitude(Double)
    /// A share between 0 and 1, shown in percent with a fixed number of digits after the decimal point.
    case percent(Double, digits: Int)
    /// A mean with the standard deviation of the numbers that it is the mean of.
    case spread(Double, deviation: Double, digits: Int, isPercent: Bool)
    /// A changed setting with its old and new values; `nil` if it was not set.
    case change(name: String, from: String?, to: String?)
    case empty
  }

  package let title: Words?
  package let columns: [Column]
  package let rows: [[Cell]]
  /// The number of rows at the end that are totals or averages, separated by a rule.
  package let footerRows: Int

  package init(title: Words? = nil, columns: [Column], rows: [[Cell]], footerRows: Int = 0) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.footerRows = footerRows
  }

  package var isSound: Bool { (0...rows.count).contains(footerRows) }
}

/// Counts of samples by true class (rows) and predicted class (columns).
package struct ConfusionMatrix: Sendable, Hashable, Codable {
  package let classes: [String]
  /// `counts[truth][prediction]`.
  package let counts: [[Int]]

  package init(classes: [String], counts: [[Int]]) {
    self.classes = classes
    self.counts = counts
  }

  /// True if the matrix is square and all its counts can be added up.
  package var isSound: Bool {
    counts.count == classes.count && counts.allSatisfy { $0.count == classes.count }
      && Count.haveSum(counts.joined())
  }
}

/// Images, each with a caption, and a verdict if a prediction is shown with the truth.
package struct ImageGrid: Sendable, Hashable, Codable {
  package enum Palette: String, Sendable, Hashable, Codable {
    /// From paper (0) to ink (255).
    case ink
    /// From blue (0) by white, in the middle, to orange (255).
    case diverging
  }

  package struct Item: Sendable, Hashable, Codable {
    /// The pixels as bytes, which are stored and read at once.
    private let bytes: Data
    package let caption: Words
    package let isRight: Bool?

    /// `height × width` pixels in row order, from 0 to 255.
    package var pixels: [UInt8] { Array(bytes) }
    fileprivate var pixelCount: Int { bytes.count }

    package init(pixels: [UInt8], caption: Words, isRight: Bool? = nil) {
      bytes = Data(pixels)
      self.caption = caption
      self.isRight = isRight
    }
  }

  package let title: Words?
  package let height: Int
  package let width: Int
  package let palette: Palette
  package let items: [Item]
  /// Details of the images, one click away; `nil` if the captions say everything.
  package let numbers: Table?

  package init(
    title: Words? = nil, height: Int, width: Int, palette: Palette = .ink, items: [Item],
    numbers: Table? = nil
  ) {
    self.title = title
    self.height = height
    self.width = width
    self.palette = palette
    self.items = items
    self.numbers = numbers
  }

  /// True if each item has as many pixels as an image.
  package var isSound: Bool {
    guard let size = Count.product(of: [height, width]), size > 0 else { return false }
    return items.allSatisfy { $0.pixelCount == size } && numbers?.isSound ?? true
  }
}

/// A sample as the grid of its numbers.
package struct NumberGrid: Sendable, Hashable, Codable {
  package let title: Words?
  /// Rows of equal length.
  package let values: [[Double]]
  /// The same numbers in row order as ink, 0 for none to 255 for full, if the sample is an image.
  package let pixels: [UInt8]?

  package init(title: Words? = nil, values: [[Double]], pixels: [UInt8]? = nil) {
    self.title = title
    self.values = values
    self.pixels = pixels
  }

  /// True if its rows are equally long, and any pixels match the numbers one to one.
  package var isSound: Bool {
    let columns = values.first?.count ?? 0
    return values.allSatisfy { $0.count == columns }
      && pixels.map { $0.count == values.count * columns } ?? true
  }
}

/// A checked statement about results.
package struct Claim: Sendable, Hashable, Codable {
  package enum Verdict: Sendable, Hashable, Codable {
    case holds
    case fails
    /// The claim could not be checked, with the reason.
    case notChecked(Words)
  }

  /// A value that a claim reads, such as `report.accuracy` in `report.accuracy > 90% and top.holds`, or one by which
  /// it is judged.
  package struct Reading: Sendable, Hashable, Codable {
    package let path: String
    package let value: String
    /// The name on the page, if it is not the path.
    package let label: Label?

    package init(path: String, value: String, label: Label? = nil) {
      self.path = path
      self.value = value
      self.label = label
    }
  }

  package let line: Int
  /// The place in the notebook's text, in UTF-8 offsets.
  package let range: Range<Int>
  package let source: String
  package let verdict: Verdict
  /// The values of the two sides as the page shows them; `nil` if the claim has no sides.
  package let left: String?
  package let right: String?
  /// The values that the claim reads, if it has no sides, and those by which it is judged.
  package let readings: [Reading]

  package init(
    line: Int, range: Range<Int>, source: String, verdict: Verdict, left: String? = nil, right: String? = nil,
    readings: [Reading] = []
  ) {
    self.line = line
    self.range = range
    self.source = source
    self.verdict = verdict
    self.left = left
    self.right = right
    self.readings = readings
  }
}

/// Something that the reader should know before trusting what follows.
package struct Notice: Sendable, Hashable, Codable {
  package enum Weight: String, Sendable, Hashable, Codable { case information, warning, failure }

  package let weight: Weight
  package let words: Words
  /// The line at which the cell in question begins; the page links to it.
  package let line: Int?

  package init(_ weight: Weight, _ words: Words, line: Int? = nil) {
    self.weight = weight
    self.words = words
    self.line = line
  }
}
