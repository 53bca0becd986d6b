import Datasets
import Engine
import Foundation
import Synchronization

/// A cache of finished trainings on a web server that answers GET, HEAD and PUT.
///
/// A cache that fails costs nothing but time, and is reported in ``takeProblems()``. Once it cannot be reached, it is
/// not asked again.
package final class TrainingCache: Sendable {
  private struct State {
    /// The objects that this process has asked for, each with true if the cache has it.
    var presence: [CacheAddress: Bool] = [:]
    var isGivenUp = false
    var takesNothing = false
    var damaged = 0
    var problems: [CacheProblem] = []
  }

  /// The number of damaged objects after which the cache is given up.
  private static let mostDamaged = 3

  private let url: URL
  /// A Boolean value that indicates whether what is in the cache is believed.
  package let isTrusted: Bool
  /// A Boolean value that indicates whether finished trainings are put into the cache.
  package let isFilled: Bool
  private let client: any ObjectServer
  private let state = Mutex(State())

  /// - Parameter url: the address of the cache, below which objects have theirs.
  package init(at url: URL, isTrusted: Bool, isFilled: Bool, client: any ObjectServer = HTTPClient()) {
    self.url = url
    self.isTrusted = isTrusted
    self.isFilled = isFilled
    self.client = client
  }

  /// Returns the problems since the last call.
  package func takeProblems() -> [CacheProblem] {
    state.withLock { state in
      defer { state.problems = [] }
      return state.problems
    }
  }

  /// Returns whether the cache has an object; false if it cannot be reached.
  func holds(_ address: CacheAddress) async -> Bool {
    let (known, isGivenUp) = state.withLock { ($0.presence[address], $0.isGivenUp) }
    if let known { return known }
    if isGivenUp { return false }
    do throws(TransferError) {
      let exists = try await client.exists(address.url(in: url))
      state.withLock { $0.presence[address] = exists }
      return exists
    } catch {
      giveUp(after: error)
      return false
    }
  }

  /// Returns a training that others have finished; `nil` if there is none that is believed.
  ///
  /// - Parameter cell: the name of the cell that needs it, for messages.
  func training(
    of recording: Recording, model: Model, epochs: Int, for cell: String
  ) async -> FinishedTraining? {
    let address = CacheAddress(key: recording.key, epochs: epochs)
    guard isTrusted, state.withLock({ !$0.isGivenUp && $0.presence[address] != false }) else { return nil }
    let data: Data
    do throws(TransferError) {
      data = try await client.get(
        address.url(in: url), limit: recording.largestObject(of: model, epochs: epochs))
    } catch {
      switch error {
      case .failed(.status(404)): state.withLock { $0.presence[address] = false }
      // No object of this training is so long.
      case .failed(.tooLarge): refuse(address, for: cell)
      default: giveUp(after: error)
      }
      return nil
    }
    guard let object = try? CacheObject(data, at: address),
      let training = try? FinishedTraining(object, of: recording, model: model, epochs: epochs)
    else {
      refuse(address, for: cell)
      return nil
    }
    state.withLock { $0.presence[address] = true }
    return training
  }

  /// Puts a finished training into the cache if it lacks it.
  ///
  /// - Returns: true if it was put there.
  func put(_ training: FinishedTraining, at address: CacheAddress) async -> Bool {
    guard isFilled, state.withLock({ !$0.isGivenUp && !$0.takesNothing }), await !holds(address),
      state.withLock({ !$0.isGivenUp }), let object = try? training.object()
    else { return false }
    do throws(TransferError) {
      try await client.put(object.data(at: address), at: address.url(in: url))
      state.withLock { $0.presence[address] = true }
      return true
    } catch {
      if case .failed(let reason) = error {
        state.withLock { state in
          if !state.takesNothing { state.problems.append(.notPut(reason: words(of: reason))) }
          state.takesNothing = true
        }
      }
      return false
    }
  }

  private var text: String { url.absoluteString }

  private func words(of reason: DownloadFailure.Reason) -> String {
    DownloadFailure(url: text, reason).description
  }

  private func giveUp(after error: TransferError) {
    // A request that ended because the run was interrupted says nothing about the cache.
    guard case .failed(let reason) = error else { return }
    giveUp(.unreachable(reason: words(of: reason)))
  }

  private func giveUp(_ problem: CacheProblem) {
    state.withLock { state in
      if !state.isGivenUp { state.problems.append(problem) }
      state.isGivenUp = true
    }
  }

  /// Notes that an object is not what it should be, so that it may be replaced.
  private func refuse(_ address: CacheAddress, for cell: String) {
    let isEnough = state.withLock { state in
      state.presence[address] = false
      state.damaged += 1
      state.problems.append(.damaged(address.url(in: url).absoluteString, cell: cell))
      return state.damaged >= Self.mostDamaged
    }
    if isEnough { giveUp(.unsound(text, count: Self.mostDamaged)) }
  }
}
