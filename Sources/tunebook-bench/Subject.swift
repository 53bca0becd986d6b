import ArgumentParser
import Datasets
import Engine

/// A part of the work that can be timed. A new one is a case here and a function that measures it.
enum Subject: String, ExpressibleByArgument, CaseIterable {
  case tutorial, deep, wide, convnet, lenet, batchnorm, dropout, lstm, gru, loading, digits, notebook, sweep

  func measure(_ context: BenchContext) async throws -> [Measurement] {
    switch self {
    case .tutorial: try NetworkWork.tutorial.measure(context)
    case .deep: try NetworkWork.deep.measure(context)
    case .wide: try NetworkWork.wide.measure(context)
    case .convnet: try LayerWork.convnet.measure(context)
    case .lenet: try LayerWork.lenet.measure(context)
    case .batchnorm: try LayerWork.batchnorm.measure(context)
    case .dropout: try LayerWork.dropout.measure(context)
    case .lstm: try LayerWork.lstm.measure(context)
    case .gru: try LayerWork.gru.measure(context)
    case .loading: try await DataWork.loading(context)
    case .digits: try await DataWork.digits(context)
    case .notebook: try await NotebookWork.measure(context)
    case .sweep: try await SweepWork.measure(context)
    }
  }
}

/// The settings of all measurements.
struct BenchContext {
  let runs: Int
  let data: BenchData
  let locations: DatasetLocations
  let notebook: String
  let peers: Peers

  /// Returns the seconds of each run, after one that does not count.
  func time(_ body: () async throws -> Void) async rethrows -> [Double] {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    for run in 0...runs {
      let start = clock.now
      try await body()
      if run > 0 { seconds.append((clock.now - start) / .seconds(1)) }
    }
    return seconds
  }
}
