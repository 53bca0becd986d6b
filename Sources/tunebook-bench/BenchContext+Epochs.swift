import Engine
import Foundation

extension BenchContext {
  /// Times the epochs of a training, those of other libraries, and the parts of a step.
  ///
  /// - Parameter timePeer: returns the median seconds of an epoch of a library, given the folder of MNIST; `nil` where it
  ///   is not timed.
  func timeEpochs(
    of trainer: Trainer, _ name: String, threads: Int,
    timePeer: (_ library: String, _ mnist: URL) throws -> [Double]?
  ) throws -> [Measurement] {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    for run in 0...runs {
      let start = clock.now
      _ = try trainer.trainEpoch()
      if run > 0 { seconds.append((clock.now - start) / .seconds(1)) }
    }
    var epoch = Measurement(name, "epoch, \(threads) thread\(threads == 1 ? "" : "s")", seconds)
    var others: [Measurement] = []
    if let folder = data.folder {
      for library in peers.names {
        guard let median = try timePeer(library, folder) else { continue }
        let other = Measurement(name, "epoch of \(library)", median)
        epoch.timesFaster[library] = other.median / epoch.median
        others.append(other)
      }
    }
    let parts = trainer.timeParts(ofSteps: 200).map { part, seconds in
      Measurement(name, "  \(part)", in: .microseconds, [seconds * 1e6])
    }
    return [epoch] + others + parts
  }
}
