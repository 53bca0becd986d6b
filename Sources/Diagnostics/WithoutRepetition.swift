extension Sequence where Element: Hashable {
  /// Each element once, in the order in which they first stand.
  package var withoutRepetition: [Element] {
    var known: Set<Element> = []
    return filter { known.insert($0).inserted }
  }
}
