import Diagnostics
import Options

/// The seeds with which a fit is trained, once each: a number of them, or a list.
enum Seeds: Sendable, Hashable {
  case count(Int)
  case list([Int])

  /// The seeds as they are written in options.
  var written: OptionValue {
    switch self {
    case .count(let count): OptionValue(.integer(count))
    case .list(let seeds): OptionValue(.list(seeds.map { OptionValue(.integer($0)) }))
    }
  }

  static let range = Interval.within(0...4_294_967_295)
  static let most = 100

  /// Returns the seeds in order; a number of them begins with the given one, and 0 follows the last seed there is.
  func numbers(from first: Int) -> [Int] {
    switch self {
    case .count(let count): (0..<count).map { (first + $0) % 4_294_967_296 }
    case .list(let seeds): seeds
    }
  }
}

extension OptionKind where Value == Seeds {
  /// The number of seeds, at least 2, or a list of them.
  static let seeds = OptionKind(
    form: .either(.integer(.within(2...Double(Seeds.most))), .list(.integer(Seeds.range))),
    placeholder: { .count(2) }
  ) { value, name, findings in
    if case .list = value.content {
      return OptionKind<[Int]>.distinctList(of: .integer(Seeds.range), most: Seeds.most)
        .read(value, name, &findings).map { (.list($0.value), $0.canonical) }
    }
    return OptionKind<Int>.integer(.within(2...Double(Seeds.most))).read(value, name, &findings)
      .map { (.count($0.value), $0.canonical) }
  }
}

extension KeyDraft {
  /// Returns the dependencies of the same work with one seed in place of several.
  func with(seed: Int) -> KeyDraft {
    var draft = without("seeds")
    draft["seed"] = String(seed)
    return draft
  }
}
