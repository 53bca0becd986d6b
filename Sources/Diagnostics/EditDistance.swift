/// Returns the known name that a mistyped one was probably meant to be; `nil` if there is none or several.
package func closestName(to name: String, among candidates: [String]) -> String? {
  let names = likelyNames(for: name, among: candidates)
  return names.count == 1 ? names.first : nil
}

/// Returns the known names that a mistyped one may have been meant to be.
///
/// - Returns: the candidates with the least edit distance (insertions, deletions, substitutions and swaps of
///   neighbours count one each), if it is less than the name's length, at most 3, and at most a third of the
///   length, or 1. If there are none, the first of these kinds that has any: the candidates that the name is
///   the beginning of (`val_acc`, `val_accuracy`); those that begin the name (`lang`, `language`); those
///   whose words begin with the name's, in order (`val_split`); those that the name counts (`num_epochs`);
///   those with a word that begins with the name (`init`, `kernel_initializer`); or the first whose initials
///   are the name (`lr`, `learning_rate`). Numbers have no similar names, nor do texts with a value, such as
///   `epochs=3`.
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
    // A character has at least one byte, so short names are settled without being split into characters.
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

/// Returns true if a word is another one with a single slip, or with its words cut short, as in `val_acc`, so
/// that the other may replace it without asking.
///
/// Digits distinguish names, as in `run_2`, and a word that begins or ends with the other, as `seeds` begins
/// with `seed`, says something that would be lost.
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

/// Limits on the names to compare, far above the names that people write.
private enum Guess {
  /// The length in bytes of UTF-8.
  static let longestName = 200
  static let mostCandidates = 500
}

private func words(of name: String) -> [Substring] { name.lowercased().split(separator: "_") }

/// Returns the clause that ends a message about an unknown name.
///
/// - Parameter prefix: the text that comes before names of this kind in a notebook.
package func didYouMean(_ name: String, _ known: [String], prefix: String = "") -> String {
  let names = likelyNames(for: name, among: known.withoutRepetition).prefix(3).map { "\"\(prefix)\($0)\"" }
  return names.isEmpty ? "" : "; did you mean \(names.joined(separator: " or "))?"
}

/// Returns the Damerau–Levenshtein distance in its restricted form (optimal string alignment), or any number
/// above the limit if the distance is greater.
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
    // A swap joins two successive rows, so later rows are at least as far as the nearer of the last two.
    if least > limit, (last.min() ?? 0) > limit { return limit + 1 }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
