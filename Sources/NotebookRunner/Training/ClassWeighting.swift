import Diagnostics
import Engine
import Options

/// The weights of classes as an author writes them.
enum ClassWeighting: Sendable {
  /// A class, by its name or number, and its weight.
  struct Entry: Sendable {
    let name: String
    let place: SourceRange
    let weight: Double
  }

  fileprivate enum Rule: String, CaseIterable {
    case balanced
  }

  case balanced
  case given([Entry])

  /// Returns the weights for the classes of the data, which are 1 for those that are left out.
  func weights(of classes: [String]) throws(PlacedAimProblem) -> ClassWeights {
    guard case .given(let entries) = self else { return .balanced }
    var weights = [Float?](repeating: nil, count: classes.count)
    for entry in entries {
      guard let index = classes.firstIndex(of: entry.name) ?? Self.number(entry.name, below: classes.count)
      else { throw PlacedAimProblem(.noClassToWeigh(entry.name, known: classes), at: entry.place) }
      guard weights[index] == nil else {
        throw PlacedAimProblem(.weighedTwice(classes[index]), at: entry.place)
      }
      weights[index] = Float(entry.weight)
    }
    return .given(weights.map { $0 ?? 1 })
  }

  private static func number(_ text: String, below count: Int) -> Int? {
    Int(text).flatMap { (0..<count).contains($0) ? $0 : nil }
  }
}

/// A problem with the weights of classes, and its place.
struct PlacedAimProblem: Error {
  let problem: FitAimProblem
  let place: SourceRange

  init(_ problem: FitAimProblem, at place: SourceRange) {
    self.problem = problem
    self.place = place
  }
}

extension OptionKind where Value == ClassWeighting {
  /// `balanced`, or a mapping of classes to numbers.
  static let classWeighting: OptionKind = {
    let rule = OptionKind<ClassWeighting.Rule>.choice(of: ClassWeighting.Rule.self)
    let number = OptionKind<Double>.number(.nonnegativeFloat)
    let form = OptionForm.either(rule.form, .mapping(number.form))
    return OptionKind(form: form, placeholder: { .balanced }) { value, name, findings in
      switch value.content {
      case .text: return rule.read(value, name, &findings).map { (.balanced, $0.canonical) }
      case .mapping(let entries):
        let readings = entries.compactMap { entry in
          number.read(entry.value, entry.key, &findings).map { (entry, $0) }
        }
        guard readings.count == entries.count else { return nil }
        let canonical = readings.map { OptionValue.Entry($0.key, at: $0.keyRange, $1.canonical) }.sorted {
          $0.key < $1.key
        }
        return (
          .given(
            readings.map { .init(name: $0.key, place: $0.keyRange, weight: $1.value) }),
          OptionValue(.mapping(canonical))
        )
      default:
        findings.add(OptionProblem.wrongType(name, expected: form, found: value), at: value.range)
        return nil
      }
    }
  }()
}
