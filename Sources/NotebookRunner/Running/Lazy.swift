/// A value that is computed once, when it is first needed.
package actor Lazy<Value: Sendable> {
  private enum State {
    case waiting(@Sendable () async throws -> Value)
    case begun(Task<Value, any Error>)
  }

  private var state: State

  init(_ make: @escaping @Sendable () async throws -> Value) { state = .waiting(make) }

  var value: Value {
    get async throws {
      switch state {
      case .begun(let task): return try await task.value
      case .waiting(let make):
        let task = Task { try await make() }
        state = .begun(task)
        return try await task.value
      }
    }
  }
}
