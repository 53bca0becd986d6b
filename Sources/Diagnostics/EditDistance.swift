/// The known name a mistyped one was probably meant to be; `nil` where there is none, or more than one.
package func closestName(to name: String, among candidates: [String]) -> String? {
  let names = likelyNames(for: name, among: candidates)
  return names.count == 1 ? names.first : nil
}

/// The known names of which a mistyped one was probably meant to be one.
///
/// - Returns: the candidate with the least edit distance (insertions, deletions, substitutions and swaps of
///   neighbours count one each), if that is at most a third of the name's length, rounded up, and leaves a
///   letter of it; ties go to the candidate listed first. Where none is that near, those that the name
///   begins, as `val_acc` does `val_accuracy`, or else the first whose words begin with its letters, as those of
///   `learning_rate` do with `lr`.
private func likelyNames(for name: String, among candidates: [String]) -> [String] {
  let name = Array(name.lowercased())
  let limit = min((name.count + 2) / 3, name.count - 1)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(name, Array(candidate.lowercased()))
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  if let best { return [best.candidate] }
  let begun = candidates.filter { name.count >= 3 && $0.lowercased().hasPrefix(String(name)) }
  if !begun.isEmpty { return begun }
  return candidates.filter { name.count >= 2 && initials(of: $0) == name }.prefix(1).map(\.self)
}

/// The first letters of a name's words.
private func initials(of name: String) -> [Character] {
  name.lowercased().split(separator: "_").compactMap(\.first)
}

/// The clause that ends a message about a name that is not known.
///
/// - Parameter prefix: what stands before names of this kind where they are written.
package func didYouMean(_ name: String, _ known: [String], prefix: String = "") -> String {
  let names = likelyNames(for: name, among: known).prefix(3).map { "\"\(prefix)\($0)\"" }
  return names.isEmpty ? "" : "; did you mean \(names.joined(separator: " or "))?"
}

/// Damerau–Levenshtein distance, in its restricted form (optimal string alignment).
private func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in one.indices {
    var current = [row + 1]
    for column in other.indices {
      var cost = min(last[column + 1] + 1, current[column] + 1)
      cost = min(cost, last[column] + (one[row] == other[column] ? 0 : 1))
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
