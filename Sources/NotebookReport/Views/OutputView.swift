import NotebookResults

/// The view of an output. The switch is exhaustive, so a new kind of output needs a view to compile.
struct OutputView {
  let output: Output
  let context: ViewContext

  var markup: Markup {
    switch output {
    case .table(let table): TableView(table: table, context: context).markup
    case .chart(let chart): LineChartView(chart: chart, context: context).markup
    case .curves(let curves): TrainingCurvesView(curves: curves, context: context).markup
    case .layerChart(let chart): LayerChartView(chart: chart, context: context).markup
    case .dots(let chart): DotPlotView(chart: chart, context: context).markup
    case .xyCharts(let charts): XYChartsView(charts: charts, context: context).markup
    case .heatMap(let map): HeatMapView(map: map, context: context).markup
    case .parallelCoordinates(let chart):
      ParallelCoordinatesView(chart: chart, context: context).markup
    case .diagram(let diagram): ModelDiagramView(diagram: diagram, context: context).markup
    case .change(let card): ChangeCardView(card: card, context: context).markup
    case .confusionMatrix(let matrix): ConfusionMatrixView(matrix: matrix, context: context).markup
    case .outcomes(let outcomes): BinaryOutcomesView(outcomes: outcomes, context: context).markup
    case .images(let grid): ImageGridView(grid: grid, context: context).markup
    case .numberGrid(let grid): NumberGridView(grid: grid, context: context).markup
    case .claims(let claims): ClaimsView(claims: claims, context: context).markup
    case .text(let words): .element("p", .class("reading")) { context.wording.markup(words) }
    case .notice(let notice): NoticeView(notice: notice, context: context).markup
    }
  }

  /// The numbers behind a chart or a grid of images, as tables.
  var numbers: Markup? {
    switch output {
    case .chart(let chart): LineChartView(chart: chart, context: context).numbers
    case .curves(let curves): TrainingCurvesView(curves: curves, context: context).numbers
    case .layerChart(let chart): LayerChartView(chart: chart, context: context).numbers
    case .dots(let chart): DotPlotView(chart: chart, context: context).numbers
    case .xyCharts(let charts): XYChartsView(charts: charts, context: context).numbers
    case .parallelCoordinates(let chart): ParallelCoordinatesView(chart: chart, context: context).numbers
    case .images(let grid): ImageGridView(grid: grid, context: context).numbers
    case .table, .heatMap, .diagram, .change, .confusionMatrix, .outcomes, .numberGrid, .claims, .text,
      .notice:
      nil
    }
  }
}

extension Output {
  /// True for a chart or gallery that may be one of several in a row; others lay out their parts themselves.
  var canStandBeside: Bool {
    switch self {
    case .chart, .images: true
    case .table, .curves, .layerChart, .dots, .xyCharts, .heatMap, .parallelCoordinates, .diagram, .change,
      .confusionMatrix, .outcomes, .numberGrid, .claims, .text, .notice:
      false
    }
  }

  /// The word with which a caption numbers the output, if any.
  enum Kind { case figure, table, other }

  /// True if it has a number of its own among several; a change belongs to the curves above it.
  var isPart: Bool {
    if case .change = self { false } else { kind != .other }
  }

  var kind: Kind {
    switch self {
    case .chart, .curves, .layerChart, .dots, .xyCharts, .heatMap, .parallelCoordinates, .diagram, .change,
      .confusionMatrix, .images, .numberGrid:
      .figure
    case .table, .outcomes: .table
    case .claims, .text, .notice: .other
    }
  }
}
