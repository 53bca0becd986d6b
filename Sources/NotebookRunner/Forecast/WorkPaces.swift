import NotebookResults

/// The seconds that an epoch takes, from the records of runs or else measured on some steps.
struct WorkPaces {
  /// The seconds by the identity of the work.
  private var seconds: [String: Double] = [:]
  /// True if some steps were trained.
  private(set) var hasTried = false

  init(_ run: NotebookRun) {
    let records = run.store.records + [run.store.record(of: run.notebookFile)].compactMap(\.self)
    for record in records {
      for pace in record.cells.compactMap(\.pace) { seconds[pace.work] = pace.seconds }
    }
  }

  /// - Returns: `nil` if the directive has no epochs, or its data is not on this machine.
  mutating func pace(
    of directive: any Directive, _ draft: KeyDraft, _ context: @autoclosure () -> RunContext
  ) async -> Double? {
    guard let directive = directive as? any ContinuedWork else { return nil }
    let work = directive.pacedWork(draft).digest
    if let known = seconds[work] { return known }
    hasTried = true
    let measured = try? await directive.measurePace(context())
    if let measured { seconds[work] = measured }
    return measured
  }
}
