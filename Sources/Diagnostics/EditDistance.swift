/// The known name a mistyped one was probably meant to be; `nil` where there is none, or more than one.
package func closestName(to name: String, among candidates: [String]) -> String? {
  let names = likelyNames(for: name, among: candidates)
  return names.count == 1 ? names.first : nil
}

/// The known names of which a mistyped one was probably meant to be one.
///
/// - Returns: the candidates with the least edit distance (insertions, deletions, substitutions and swaps of
///   neighbours count one each), if that is at most a third of the name's length, or 1, and at most 3, and leaves a
///   letter of it. Where none is that near, those that the name begins, as `val_acc` does
///   `val_accuracy`, that begin it, as `lang` does `language`, whose words its own begin, as in `val_split`, or that are
///   counted by it, as in `num_epochs`; or else those with a word that it begins, as `init` does in `kernel_initializer`; or else the
///   first whose words begin with its letters, as those of `learning_rate` do with `lr`. Numbers resemble nothing,
///   nor does what holds a value beside a name, as `epochs=3` does.
private func likelyNames(for name: String, among all: [String]) -> [String] {
  if name.utf8.count > Guess.longestName || Double(name) != nil
    || name.contains(where: { $0 == "=" || $0 == ":" })
  {
    return []
  }
  guard GuessBudget.allows(comparisons: min(all.count, Guess.mostCandidates)) else { return [] }
  let candidates = all.prefix(Guess.mostCandidates).filter { $0.utf8.count <= Guess.longestName }
  let typed = Array(name.lowercased())
  let limit = min(max(1, typed.count / 3), typed.count - 1, 3)
  let distances = candidates.map { candidate in
    // A character has at least one byte, so that short names are settled without taking them apart.
    candidate.utf8.count < typed.count - limit
      ? limit + 1 : editDistance(typed, Array(candidate.lowercased()), limit: limit)
  }
  if let least = distances.min(), least <= limit {
    return zip(candidates, distances).filter { $0.1 == least }.map(\.0)
  }
  if typed.count >= 3 {
    let (lower, lowered) = (name.lowercased(), candidates.map { $0.lowercased() })
    let begun = zip(candidates, lowered).filter { $0.1.hasPrefix(lower) }.map(\.0)
    if !begun.isEmpty { return begun }
    let shortened = zip(candidates, lowered).filter { $0.1.count >= 3 && lower.hasPrefix($0.1) }.map(\.0)
    if !shortened.isEmpty { return shortened }
    let parts = words(of: name)
    let abbreviated =
      parts.count < 2
      ? []
      : candidates.filter { candidate in
        let whole = words(of: candidate)
        return parts.count == whole.count && zip(parts, whole).allSatisfy { $1.hasPrefix($0) }
      }
    if !abbreviated.isEmpty { return abbreviated }
    let counted = candidates.filter { candidate in
      ["num_", "n_", "number_of_"].contains { lower == $0 + candidate }
    }
    if !counted.isEmpty { return counted }
    let within = candidates.filter { words(of: $0).contains { $0.hasPrefix(lower) } }
    if !within.isEmpty { return within }
  }
  return candidates.filter { typed.count >= 2 && words(of: $0).compactMap(\.first) == typed }.prefix(1)
    .map(\.self)
}

/// Returns true for a word that is another with a single slip, or one that was cut short word by word, as in `val_acc`, so that the
/// other may take its place unasked.
///
/// Digits tell names apart, as in `run_2`, and a word that goes on behind another, as `seeds` does behind `seed`, or
/// before it, says something that would be lost.
package func isMisspelling(_ name: String, of meant: String) -> Bool {
  let (typed, known) = (name.lowercased(), meant.lowercased())
  if typed == known || typed == known.prefix(1) + known || typed == known + known.suffix(1) { return true }
  guard typed.count > 1, typed.filter(\.isNumber) == known.filter(\.isNumber),
    !typed.hasPrefix(known), !typed.hasSuffix(known)
  else { return false }
  let (parts, whole) = (words(of: typed), words(of: known))
  if parts.count == whole.count, zip(parts, whole).allSatisfy({ $1.hasPrefix($0) }) { return true }
  if whole.compactMap(\.first) == Array(typed) { return true }
  let alike =
    typed.first == known.first || typed.dropFirst().first == known.first
    || known.dropFirst().first == typed.first
  return alike && editDistance(Array(typed), Array(known), limit: 1) <= 1
}

/// Limits of what is compared, far above the names that people write.
private enum Guess {
  /// In bytes of UTF-8.
  static let longestName = 200
  static let mostCandidates = 500
}

private func words(of name: String) -> [Substring] { name.lowercased().split(separator: "_") }

/// The clause that ends a message about a name that is not known.
///
/// - Parameter prefix: what stands before names of this kind where they are written.
package func didYouMean(_ name: String, _ known: [String], prefix: String = "") -> String {
  let names = likelyNames(for: name, among: known.withoutRepetition).prefix(3).map { "\"\(prefix)\($0)\"" }
  return names.isEmpty ? "" : "; did you mean \(names.joined(separator: " or "))?"
}

/// Damerau–Levenshtein distance, in its restricted form (optimal string alignment); any number above the limit where it
/// is greater than that.
private func editDistance(_ one: [Character], _ other: [Character], limit: Int) -> Int {
  if abs(one.count - other.count) > limit { return limit + 1 }
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in one.indices {
    var current = [row + 1]
    var least = row + 1
    for column in other.indices {
      var cost = min(last[column + 1] + 1, current[column] + 1)
      cost = min(cost, last[column] + (one[row] == other[column] ? 0 : 1))
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
      least = min(least, cost)
    }
    // Later rows are at least as far as the nearer of two rows in succession, which a swap joins.
    if least > limit, (last.min() ?? 0) > limit { return limit + 1 }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
