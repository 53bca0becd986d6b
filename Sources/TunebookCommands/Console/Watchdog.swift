import Dispatch
import Foundation

/// Ends the process where it goes on long after its time, in work that looks at no clock.
final class Watchdog {
  private let work: DispatchWorkItem

  /// The time that finished work has to be stored and shown.
  private static let grace = 15.0

  /// Begins now.
  ///
  /// - Parameter seconds: the time allowed; there is no watchdog where it is `nil`.
  init?(seconds: Double?, notebooks: [String]) {
    guard let seconds else { return nil }
    let subject = notebooks.joined(separator: ", ")
    work = DispatchWorkItem {
      Console.print(
        "\(subject): its time of \(ForecastTable.Duration(seconds).text) was over, and it did not come to its end; "
          + "no page was written")
      _exit(1)
    }
    DispatchQueue(label: "tunebook.watchdog").asyncAfter(
      deadline: .now() + seconds + max(Self.grace, seconds / 10), execute: work)
  }

  deinit { work.cancel() }

  func cancel() { work.cancel() }
}
