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

  /// - Parameter fit: the fit that the sweep is about, for which it does not wait.
  /// - Returns: `nil` after reporting what is wrong with a trial.
  init?(of points: SweepPoints, _ planner: TrialPlanner, fit: String, _ context: inout PlanContext) {
    var largest: TrialPlan?
    var shapes = Set<String>()
    var inputs = Set<String>()
    for point in points {
      let values = zip(points.parameters, point.coordinates).map { $0.value(at: $1) }
      let planned = planner.plan(values)
      guard let trial = planned.plan else {
        Self.report(planned, points.parameters, values, &context)
        return nil
      }
      if trial.memory.workingBytes > largest?.memory.workingBytes ?? -1 { largest = trial }
      shapes.insert("\(trial.signature.model.model.arrayShapes)")
      inputs.formUnion(planned.references.map(\.name))
    }
    guard let largest else { return nil }
    self.largest = largest
    self.inputs = inputs.subtracting([fit]).sorted()
    hasOneArchitecture = shapes.count == 1
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
