import NotebookResults

/// What a preview shows.
struct PreviewState: Sendable {
  /// The newest page there is; `nil` before the first run has ended.
  var page: String?
  /// Counts the pages.
  var pageNumber = 0
  /// What is being computed; `nil` where nothing is.
  var activity: String?
  /// What was found in the notebook as it stands, for people to read; empty where all is well.
  var findings = ""

  func json(revision: Int) -> JSON {
    .object([
      ("revision", .number(Double(revision))), ("page", .number(Double(pageNumber))),
      ("activity", activity.map { .string($0) } ?? .null), ("findings", .string(findings)),
    ])
  }
}

/// The state of a preview, with those who wait for its next change.
actor PreviewBoard {
  private(set) var state = PreviewState()
  private(set) var revision = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func update(_ change: @Sendable (inout PreviewState) -> Void) {
    change(&state)
    revision += 1
    releaseAll()
  }

  /// The state as soon as it is another than that of a revision, or as it is after some seconds.
  func next(after seen: Int, within limit: Duration) async -> (state: PreviewState, revision: Int) {
    if seen == revision {
      let alarm = Task {
        try await Task.sleep(for: limit)
        releaseAll()
      }
      await withTaskCancellationHandler {
        await withCheckedContinuation { waiting.append($0) }
      } onCancel: {
        Task { await releaseAll() }
      }
      alarm.cancel()
    }
    return (state, revision)
  }

  private func releaseAll() {
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
