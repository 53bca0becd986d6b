import Engine

/// The classes of samples in the order of the file. Each name is kept once.
struct LabelList {
  /// The index of each sample's name, in order of first appearance.
  private var labels: [Int32] = []
  private var places: [String: Int32] = [:]

  var count: Int { labels.count }

  /// - Returns: `false` if there would be more than `limit` classes.
  mutating func append(_ name: String, limit: Int) -> Bool {
    if let place = places[name] {
      labels.append(place)
      return true
    }
    guard places.count < limit else { return false }
    let place = Int32(places.count)
    places[name] = place
    labels.append(place)
    return true
  }

  /// The labels and their names, sorted by number if all names are numbers, else by text.
  var targets: Targets {
    let distinct = Array(places.keys)
    let numbers = distinct.map { decimalNumber(Array($0.utf8)[...]) }
    let names: [String] =
      if numbers.contains(nil) {
        distinct.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      } else {
        zip(distinct, numbers).sorted { ($0.1 ?? 0, $0.0) < ($1.1 ?? 0, $1.0) }.map(\.0)
      }
    var indices = [Int32](repeating: 0, count: names.count)
    for (index, name) in names.enumerated() {
      if let place = places[name] { indices[Int(place)] = Int32(index) }
    }
    return .classes(labels.map { indices[Int($0)] }, names: names)
  }
}
