import NotebookResults

struct SweepReport {
  let results: SweepResults
  init(_ results: SweepResults) { self.results = results }
  var outputs: [Output] { [] }
}
