import Dispatch
import Foundation

/// A timer that exits the process if it runs long beyond its time limit, in work that does not check the limit.
final class Watchdog {
  private let work: DispatchWorkItem

  /// The seconds that are left for storing and showing finished work.
  private static let grace = 15.0

  /// Starts a watchdog; `nil` without a time limit.
  ///
  /// - Parameter seconds: the time limit.
  init?(seconds: Double?, notebooks: [String]) {
    guard let seconds else { return nil }
    let subject = notebooks.joined(separator: ", ")
    work = DispatchWorkItem {
      Console.print(
        "\(subject): it did not end within its \(ForecastTable.Duration(seconds).text); no page was written")
      _exit(1)
    }
    DispatchQueue(label: "tunebook.watchdog").asyncAfter(
      deadline: .now() + seconds + max(Self.grace, seconds / 10), execute: work)
  }

  deinit { work.cancel() }

  func cancel() { work.cancel() }
}
