extension Sequence where Element: Hashable {
  /// The elements without duplicates, in the order in which they first appear.
  package var withoutRepetition: [Element] {
    var known: Set<Element> = []
    return filter { known.insert($0).inserted }
  }
}
