import Engine

extension Targets {
  /// A Boolean value that indicates whether the samples are sorted by class, or by a number that only rises or falls.
  var areSorted: Bool {
    switch self {
    case .classes(let labels, _):
      let changes = zip(labels, labels.dropFirst()).count { $0 != $1 }
      return changes > 0 && changes == Set(labels).count - 1
    case .inputs: return false
    case .numbers(let numbers, let width):
      guard width == 1, let first = numbers.first, numbers.contains(where: { $0 != first }) else {
        return false
      }
      let pairs = zip(numbers, numbers.dropFirst())
      return pairs.allSatisfy { $0 <= $1 } || pairs.allSatisfy { $0 >= $1 }
    }
  }
}
