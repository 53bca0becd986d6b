import Options

/// The size of a part of the samples.
package enum PartSize: Sendable, Hashable {
  case count(Int)
  /// A share between 0 and 1.
  case share(Double)

  /// Returns the number of samples of the part.
  ///
  /// - Parameter count: the number of samples it is taken from.
  func count(of count: Int) -> Int {
    switch self {
    case .count(let size): size
    case .share(let share): Int((Double(count) * share).rounded())
    }
  }
}

extension OptionKind where Value == PartSize {
  /// A whole number of samples, or a share of them between 0 and 1.
  package static let partSize: OptionKind = {
    let count = OptionKind<Int>.integer(.atLeast(1))
    let share = OptionKind<Double>.number(.between(0, 1))
    return OptionKind(
      form: .either(count.form, share.form), placeholder: { .share(share.placeholder()) }
    ) { value, name, findings in
      if case .integer = value.content {
        return count.read(value, name, &findings).map { (.count($0.value), $0.canonical) }
      }
      return share.read(value, name, &findings).map { (.share($0.value), $0.canonical) }
    }
  }()
}
