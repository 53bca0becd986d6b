import Engine

/// The exchange of finished trainings with a cache.
///
/// A training from the cache is stored under the store's own key, and from then on read like any other.
extension ResultStore {
  /// Brings a training here that is not stored, if the cache has it and is believed.
  ///
  /// - Returns: true if it is in the folder of the store now.
  @discardableResult
  func fetch(_ recording: Recording, model: Model, epochs: Int, for cell: String) async -> Bool {
    guard let cache, cache.isTrusted, lacks(recording, epochs: epochs, for: cell),
      let finished = await cache.training(of: recording, model: model, epochs: epochs, for: cell)
    else { return false }
    count { $0.fetched += 1 }
    return switch finished {
    case .trained(let training): adopt(training, of: recording.key)
    case .diverged(let divergence): keep(divergence, of: recording.key, epochs: epochs)
    }
  }

  /// A Boolean value that indicates whether trainings are taken from a cache.
  var readsCache: Bool { cache?.isTrusted == true }

  /// Returns whether a training is neither stored nor known to diverge, and may be read from elsewhere.
  private func lacks(_ recording: Recording, epochs: Int, for cell: String) -> Bool {
    mayReuse(for: cell)
      && !epochCount(of: recording.key, upTo: epochs, mayEndEarly: recording.mayEndEarly, for: cell).isEnd
      && divergence(of: recording.key, epochs: epochs, for: cell) == nil
  }

  /// Returns whether the cache has a training that is not stored, and is believed.
  func isCached(_ key: CellKey, epochs: Int, for cell: String) async -> Bool {
    guard let cache, cache.isTrusted, mayReuse(for: cell) else { return false }
    return await cache.holds(CacheAddress(key: key, epochs: epochs))
  }

  /// A Boolean value that indicates whether finished trainings are put into a cache.
  var fillsCache: Bool { cache?.isFilled == true }

  /// Puts a finished training into the cache if it is to be filled and lacks it.
  func share(_ finished: FinishedTraining, of recording: Recording, epochs: Int) async {
    guard let cache, cache.isFilled else { return }
    var own = finished
    if case .trained(let training) = finished {
      guard training.isComplete(of: epochs) else { return }
      own = .trained(training.part(for: recording))
    }
    if await cache.put(own, at: CacheAddress(key: recording.key, epochs: epochs)) { count { $0.shared += 1 } }
  }
}

/// The number of trainings that a run has exchanged with a cache.
package struct CacheTraffic: Sendable, Hashable {
  /// The trainings that came from the cache.
  package var fetched = 0
  /// The trainings that were put into the cache.
  package var shared = 0

  package init(fetched: Int = 0, shared: Int = 0) {
    self.fetched = fetched
    self.shared = shared
  }
}
