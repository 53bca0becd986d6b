import Diagnostics
import Engine
import NotebookResults
import Options

/// The directive that draws the curves of one or more fits, the columns of a table, or a series with its forecasts.
package struct Plot: Directive {
  package static let name = "plot"
  package var isQuick: Bool { true }
  package static let abstract =
    "Draws what fits recorded, epoch by epoch, the weights of their first layers or the gradient in each layer; or "
    + "columns of a data set, a series with its forecasts, or activations with their derivatives."
  package static var example: NotebookExample {
    .cell("{plot} curves", "fits: fast\nmetrics: [loss]\ncaption: The loss over {value}`fast.epochs` epochs.")
      + .cell("{plot} slopes", "what: activation\nfunctions: [sigmoid, {leaky_relu: 0.1}]\ncolumns: 1")
      + .cell(
        "{plot} styled",
        """
        fits: fast
        metrics: [accuracy]
        title: How it went
        labels: {x: Pass, y: Right answers, training: learned, validation: unseen}
        ylim: [0, 1]
        height: 200
        width: 480
        annotations: [{epoch: 2, text: almost done}]
        """)
  }
  package var captionKind: CaptionKind? { .figure }
  /// True for columns. Curves are drawn again in each run, because they carry the names of fits.
  package var isStored: Bool { subject.ofData != nil }

  private enum Curves: String, CaseIterable {
    case both, training, validation
  }

  private enum Seeds: String, CaseIterable {
    case band, lines
  }

  private enum Subject: String, CaseIterable {
    case curves, weights, gradients, histogram, scatter, series, activation

    var ofData: DataPlot.Subject? { DataPlot.Subject(rawValue: rawValue) }
  }

  let fits: [CellReference]?
  private let dataPlot: DataPlot
  private let subject: Subject
  private let metrics: [String]?
  private let curves: Curves?
  private let yscale: LineChart.Scale?
  private let seeds: Seeds?
  private let count: Int?
  private let functions: [any Activation]?
  package let chartOptions: ChartOptions

  /// A Boolean value that indicates whether the plot shows validation curves.
  var showsValidation: Bool {
    subject == .curves && curves != .training && metrics != [RecordedSeries.learningRateName]
  }

  package init(_ options: inout OptionReader) {
    fits = options.readIfPresent(
      "fits", .distinctList(of: .reference(to: Fit.name, orBestOf: Sweep.name)),
      help:
        "One fit or several, for curves, weights and gradients; or those whose forecasts a series shows. Fits "
        + "that differ only in their `seed` become one curve."
    )
    subject = options.read(
      "what", .choice(of: Subject.self), default: "curves",
      help:
        "Of fits, the curves, the first layer's weights as images, or the gradient's norm in each layer before "
        + "training; columns of some data; a series; or activations with their derivatives.")
    metrics = options.readIfPresent(
      "metrics", .distinctList(of: .text),
      help:
        "The quantities to draw, such as `accuracy`, and `learning_rate` if it may change; by default, all."
    )
    curves = options.readIfPresent(
      "curves", .choice(of: Curves.self),
      help: "Which curves. By default, both for one fit; for several, only validation if each has it.")
    yscale = options.readIfPresent(
      "yscale", .choice(of: LineChart.Scale.self),
      help: "The scale of the vertical axis: linear, or log, which shows how a loss goes on falling near "
        + "zero.")
    seeds = options.readIfPresent(
      "seeds", .choice(of: Seeds.self),
      help:
        "How several seeds of a fit, or fits that differ only in their `seed`, are drawn: as a band from the "
        + "lowest to the highest around their mean, the default; or as separate lines."
    )
    count = options.readIfPresent(
      "count", .integer(.within(2...1000)),
      help: "How many of a series' last values are drawn; by default, 200.")
    functions = options.readIfPresent(
      "functions", .distinctList(of: .member(of: Activations.catalogue), most: ActivationPlot.most),
      help: "The activations to draw.")
    dataPlot = DataPlot(&options)
    chartOptions = ChartOptions(&options)
  }

  package func drawings(_ context: PlanContext, _ signature: CellSignature) -> CellDrawings {
    switch subject {
    case .histogram, .scatter: return CellDrawings(charts: 1, parts: 1)
    case .series, .gradients: return CellDrawings(charts: 1, parts: 1, lines: namedFits(context))
    case .activation:
      let lines = (functions ?? []).map { CellDrawings.Line(name: $0.name, shown: $0.name) }
      return CellDrawings(charts: 2, parts: 1, lines: lines)
    case .weights: return CellDrawings(galleries: fits?.count ?? 0)
    case .curves: return curvesDrawn(context)
    }
  }

  private func namedFits(_ context: PlanContext) -> [CellDrawings.Line] {
    (fits ?? []).map { fit in
      let label = fit.isBest ? nil : context.fit(fit)?.directive.label
      return .init(name: fit.spelling, shown: label ?? fit.spelling)
    }
  }

  private func curvesDrawn(_ context: PlanContext) -> CellDrawings {
    let signatures = (fits ?? []).compactMap { context.fit($0) }
    let shared = (signatures.first?.recorded ?? []).filter { recorded in
      recorded.role == .training && signatures.allSatisfy { $0.recorded.contains(recorded) }
    }
    let count = metrics?.count ?? shared.count
    var drawings = CellDrawings(charts: count, parts: count)
    if signatures.count == 1 {
      let roles = CellDrawings.Line.roles(of: signatures[0])
      drawings.lines = roles.filter { role in
        let isTraining = role.name == LineChart.Role.training.rawValue
        return curves == nil || curves == .both || isTraining == (curves == .training)
      }
    } else if seeds != .lines {
      drawings.lines = namedFits(context)
    }
    drawings.epochs = signatures.map(\.epochs).max()
    drawings.isLogarithmic = yscale == .log
    return drawings
  }

  package func plan(_ context: inout PlanContext) -> CellSignature? {
    let ofCurves = [
      ("metrics", metrics != nil), ("curves", curves != nil), ("yscale", yscale != nil),
      ("seeds", seeds != nil),
    ]
    let ofSeries = [("count", count != nil)]
    let ofActivations = [("functions", functions != nil)]
    if let subject = subject.ofData {
      let isClean = DataPlot.report(
        [("fits", fits != nil)] + ofCurves + ofSeries + ofActivations, in: subject.rawValue, &context)
      return dataPlot.plan(subject, &context) && isClean ? CellSignature(.report, .nothing) : nil
    }
    if subject == .series {
      let isClean =
        DataPlot.report(ofCurves + ofActivations, in: subject.rawValue, &context)
        && dataPlot.reportUnused(in: subject.rawValue, takesData: true, &context)
      return planSeries(&context) && isClean ? CellSignature(.report, .nothing) : nil
    }
    if subject == .activation {
      let isClean =
        DataPlot.report([("fits", fits != nil)] + ofCurves + ofSeries, in: subject.rawValue, &context)
        && dataPlot.reportUnused(in: subject.rawValue, &context)
      return checkFunctions(&context) && isClean ? CellSignature(.report, .nothing) : nil
    }
    let unused = ofSeries + ofActivations + (subject == .gradients ? ofCurves : [])
    guard DataPlot.report(unused, in: subject.rawValue, &context),
      dataPlot.reportUnused(in: subject.rawValue, &context)
    else { return nil }
    guard let fits else {
      context.report(
        OptionProblem.missing("fits", of: Self.name, form: .list(.reference([Fit.name]))), at: "fits")
      return nil
    }
    let signatures = fits.compactMap { context.fit($0) }
    guard signatures.count == fits.count, !signatures.isEmpty else { return nil }
    if subject == .weights {
      if let other = signatures.first(where: { $0.data.sampleShape.count != 2 }) {
        context.report(PlanProblem.notImages(other.data.sampleShape), at: "what")
        return nil
      }
      return CellSignature(.report, .nothing)
    }
    if subject == .gradients {
      if let other = zip(fits, signatures).first(where: { !$1.directive.measuresLayers })?.0 {
        let form = OptionKind.choice(of: Fit.Measured.self).form
        context.report(
          OptionProblem.missing("measure", of: "\(other.name), whose layers are drawn", form: form),
          at: "fits")
        return nil
      }
      return CellSignature(.report, .nothing)
    }
    for metric in metrics ?? [Quantity.loss.name] {
      let validated = signatures.flatMap(\.recorded).first { $0.role.isHeldOut && $0.name == metric }
      if let validated {
        context.report(PlanProblem.metricOfValidation(metric, of: validated.quantity.name), at: "metrics")
        return nil
      }
      let isRate = metric == RecordedSeries.learningRateName
      let needed =
        isRate ? metric : RecordedQuantity.name(of: metric, curves == .validation ? .validation : .training)
      let lacking = zip(fits, signatures).filter { !$1.series.map(\.name).contains(needed) }.map(\.0.name)
      guard lacking.isEmpty else {
        let known = signatures[0].recorded.filter { recorded in
          recorded.role == .training && signatures.allSatisfy { $0.recorded.contains(recorded) }
        }
        context.report(
          PlanProblem.metricNotRecorded(needed, fits: lacking, known: known.map(\.name)),
          at: metrics == nil ? "curves" : "metrics")
        return nil
      }
    }
    return CellSignature(.report, .nothing)
  }

  /// - Returns: true if there are activations and all have a curve, or false after reporting why not.
  private func checkFunctions(_ context: inout PlanContext) -> Bool {
    guard let functions else {
      let form = OptionKind.list(of: .member(of: Activations.catalogue)).form
      context.report(
        OptionProblem.missing("functions", of: "a plot of activations", form: form), at: "functions")
      return false
    }
    guard let mixing = functions.first(where: { !$0.isElementwise }) else { return true }
    context.report(PlotProblem.notElementwise(mixing.name), at: "functions")
    return false
  }

  /// - Returns: true if a series can be drawn, or false after reporting why not.
  private func planSeries(_ context: inout PlanContext) -> Bool {
    guard let data = dataPlot.data else {
      let form = OptionKind.reference(to: Load.name).form
      context.report(OptionProblem.missing("data", of: "a series", form: form), at: "data")
      return false
    }
    guard let description = context.data(data) else { return false }
    guard description.series != nil else {
      context.report(PlotProblem.notASeries(data.name), at: "data")
      return false
    }
    for fit in fits ?? [] {
      guard let signature = context.fit(fit) else { return false }
      guard signature.data.series != nil, signature.data.sampleShape == description.sampleShape else {
        context.report(PlotProblem.forecastsOtherData(fit.name, data: data.name), at: "fits")
        return false
      }
    }
    return dataPlot.part.checkPresence(in: description, of: data.name, at: "split", &context)
  }

  private func seriesChart(_ context: RunContext) async throws -> XYChart {
    guard let data = dataPlot.data else { throw CellFailure.missing("data") }
    let loaded = try await context.data(data).value
    guard let series = loaded.series else { throw CellFailure(PlotProblem.notASeries(data.name)) }
    let samples = try dataPlot.part.samples(of: loaded, named: data.name)
    let fits = try (fits ?? []).map { try context.fit($0) }.map { (name: $0.label, model: $0.trained) }
    return try SeriesPlot(
      series: series, samples: samples, part: PlottedPart(dataPlot.part, of: loaded), count: count ?? 200,
      fits: fits, threads: context.threads
    ).chart()
  }

  package func refine(_ draft: inout KeyDraft, _ facts: KeyFacts) {
    // Histograms that were stored when the numbers of their bins were texts.
    if subject == .histogram { draft["edges"] = "numbers" }
  }

  package func run(_ context: RunContext) async throws -> CellYield {
    if subject == .series { return CellYield(outputs: [.xyCharts([try await seriesChart(context)])]) }
    if subject == .activation {
      return CellYield(outputs: [.xyCharts(ActivationPlot(functions ?? []).charts)])
    }
    if let subject = subject.ofData {
      return CellYield(outputs: [try await dataPlot.run(subject, context)])
    }
    let fits = fits ?? []
    if subject == .weights {
      return CellYield(
        outputs: try fits.flatMap { reference in
          let fit = try context.fit(reference)
          return fit.choice + FirstLayerImages.outputs(of: fit.trained)
        })
    }
    if subject == .gradients {
      return CellYield(outputs: [.xyCharts([GradientPlot(try fits.map { try context.fit($0) }).chart])])
    }
    let runs = try fits.map { (name: $0.name, fit: try context.fit($0)) }
    let recorded = runs[0].fit.history.quantities.filter { quantity in
      runs.allSatisfy { $0.fit.history.records(quantity, .training) }
    }
    return CellYield(
      outputs: try (metrics ?? recorded.reversed().map(\.name)).compactMap { name in
        try Task.checkCancellation()
        if name == RecordedSeries.learningRateName { return .chart(learningRates(of: runs)) }
        return recorded.first { $0.name == name }.map { .chart(chart($0, runs)) }
      })
  }

  private func learningRates(of runs: [SeedBand.Run]) -> LineChart {
    let bands = seeds == .lines ? SeedBand.lines(of: runs) : SeedBand.all(of: runs)
    return .learningRate(
      bands.compactMap { $0.line(of: .learningRate, role: .setting) }, scale: yscale ?? .linear)
  }

  private func chart(_ quantity: Quantity, _ runs: [SeedBand.Run]) -> LineChart {
    let allValidated = runs.allSatisfy { $0.fit.history.records(quantity, .validation) }
    let bands = seeds == .lines ? SeedBand.lines(of: runs) : SeedBand.all(of: runs)
    let shown = curves ?? (bands.count > 1 && allValidated ? .validation : .both)
    let lines = bands.flatMap { band in
      [
        shown == .validation ? nil : LineChart.Role.training,
        shown == .training ? nil : band.heldOut,
      ].compactMap(\.self).compactMap { role in
        band.line(of: .quantity(RecordedQuantity(quantity, role)), role: role)
      }
    }
    let chances = Set(runs.map { $0.fit.history.chance(of: quantity) })
    return LineChart(
      quantity, lines: lines, chance: chances.count == 1 ? chances.first ?? nil : nil,
      scale: yscale ?? .linear)
  }
}
