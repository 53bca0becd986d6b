import Diagnostics
import Options
import Tuning

/// The trials of a sweep that were planned before it runs: each that is known in advance, and each value and end of a
/// range once.
struct SweepCheck: Sendable {
  /// The trial whose training takes the most memory; its results are like those of all.
  let largest: TrialPlan
  /// True if the networks of all trials have arrays of the same shapes.
  let hasOneArchitecture: Bool
  /// The cells that the trials use, by name.
  let inputs: [String]
  /// The epochs of all trials with one seed, where none ends early. Those that are not known in advance are taken for the
  /// average of the others.
  let epochs: Int
  /// True if all trials have as many epochs.
  let hasOneLength: Bool

  /// - Parameter fit: the fit that the sweep is about, for which it does not wait.
  /// - Returns: `nil` after reporting what is wrong with a trial.
  init?(of points: SweepPoints, _ planner: TrialPlanner, fit: String, _ context: inout PlanContext) {
    var largest: TrialPlan?
    var shapes: [(name: String, shape: [Int])]?
    var hasOneArchitecture = true
    var inputs = Set<String>()
    var lengths: [Int] = []
    for point in points.probes + points.known {
      let values = points.values(at: point)
      let planned = planner.plan(values)
      guard let trial = planned.plan else {
        Self.report(planned, points.parameters, values, &context)
        return nil
      }
      if trial.memory.workingBytes > largest?.memory.workingBytes ?? -1 { largest = trial }
      if shapes == nil || trial.model != nil {
        let own = trial.signature.model.model.arrayShapes
        hasOneArchitecture = hasOneArchitecture && own.elementsEqual(shapes ?? own, by: ==)
        shapes = own
      }
      inputs.formUnion(planned.references.map(\.name))
      lengths.append(trial.signature.epochs)
    }
    guard let largest else { return nil }
    self.largest = largest
    self.inputs = inputs.subtracting([fit]).sorted()
    self.hasOneArchitecture = hasOneArchitecture
    hasOneLength = Set(lengths).count == 1
    let known = lengths.suffix(points.known.count).reduce(0, +)
    let average = Double(known) / Double(max(1, points.known.count))
    epochs = known + Int((average * Double(points.count - points.known.count)).rounded())
    for name in self.inputs { context.waits(for: name) }
  }

  /// Reports what is wrong with a trial, with its settings.
  private static func report(
    _ planned: PlannedTrial, _ parameters: [SweptParameter], _ values: [OptionValue],
    _ context: inout PlanContext
  ) {
    let settings = zip(parameters, values).map { "\($0.name.value) \($1)" }.joined(separator: ", ")
    for diagnostic in planned.diagnostics where diagnostic.severity == .error {
      var diagnostic = diagnostic
      diagnostic.notes.append(
        Diagnostic.Note("in the trial with \(settings)", at: context.place(of: "parameters")))
      context.add(diagnostic)
    }
  }
}
