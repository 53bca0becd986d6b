import Foundation
import Testing
import Tuning

@Suite struct SearchDomainTests {
  private static let domains: [SearchDomain] = [
    .categorical(count: 5, isOrdered: false), .categorical(count: 3, isOrdered: true),
    .intUniform(min: -3, max: 12), .uniform(min: -2, max: 7), .qUniform(min: 0, max: 1, q: 0.05),
    .logUniformValues(min: 1e-5, max: 10), .qLogUniformValues(min: 1, max: 1000, q: 1),
    .complementLogUniformValues(min: 0, max: 0.999), .normal(mu: 3, sigma: 2), .logNormal(mu: -1, sigma: 0.5),
  ]

  @Test("A value leads back to itself by its share of the distribution.", arguments: domains)
  func roundTrip(_ domain: SearchDomain) {
    for step in 0..<200 {
      let coordinate = domain.coordinate(at: (Double(step) + 0.5) / 200)
      let again = domain.coordinate(at: domain.unit(of: coordinate))
      #expect(abs(again.place - coordinate.place) <= 2e-3 * abs(coordinate.place), "\(coordinate) \(again)")
    }
  }

  @Test("Values ascend with the share and stay within the range.", arguments: domains)
  func ascends(_ domain: SearchDomain) {
    let places = (0...100).map { domain.coordinate(at: Double($0) / 100).place }
    #expect(places == places.sorted() && Set(places).count > 1)
    if let range = domain.range {
      #expect(places.allSatisfy(range.contains))
      #expect(places.first == range.lowerBound && places.last == range.upperBound)
    }
  }

  @Test("The values at shares are the quantiles of the distributions, to four digits.")
  func quantiles() {
    #expect(SearchDomain.uniform(min: 0, max: 3).coordinate(at: 1.0 / 7) == .number(0.4286))
    #expect(SearchDomain.logUniformValues(min: 0.001, max: 1).coordinate(at: 0.5) == .number(0.03162))
    #expect(SearchDomain.complementLogUniformValues(min: 0, max: 0.99).coordinate(at: 0.5) == .number(0.9))
    #expect(
      SearchDomain.complementLogUniformValues(min: 0, max: 0.99999).coordinate(at: 0.9) == .number(0.99996838)
    )
    // 3 + 2 · Φ⁻¹(0.9), and e^(−1 + Φ⁻¹(0.9) / 2).
    #expect(SearchDomain.normal(mu: 3, sigma: 2).coordinate(at: 0.9) == .number(5.563))
    #expect(SearchDomain.logNormal(mu: -1, sigma: 0.5).coordinate(at: 0.9) == .number(0.6982))
    #expect(SearchDomain.intUniform(min: 1, max: 3).coordinate(at: 0.34) == .integer(2))
    #expect(SearchDomain.categorical(count: 4, isOrdered: false).coordinate(at: 0.75) == .choice(3))
  }

  @Test("Multiples of a step are written as people write them, and an end may be one.")
  func multiples() {
    let tenths = SearchDomain.qUniform(min: 0.1, max: 0.3, q: 0.1)
    #expect(tenths.count == 3)
    #expect((0..<3).map { tenths.coordinate(index: $0) } == [.number(0.1), .number(0.2), .number(0.3)])
    #expect(SearchDomain.qUniform(min: 0, max: 10, q: 4).coordinate(at: 0.99) == .number(8))
    #expect(SearchDomain.qLogUniformValues(min: 10, max: 1000, q: 5).coordinate(at: 0.5) == .number(100))
  }

  @Test("A range of one number has that number.")
  func single() {
    #expect(SearchDomain.uniform(min: 0.12345, max: 0.12345).coordinate(at: 0.3) == .number(0.12345))
    #expect(SearchDomain.intUniform(min: 7, max: 7).coordinate(at: 0.9) == .integer(7))
    #expect(SearchDomain.constant.coordinate(at: 0.9) == .choice(0))
  }

  @Test(
    "Domains that cannot be searched say why.",
    arguments: [
      (.categorical(count: 0, isOrdered: false), .numberOfChoices),
      (.intUniform(min: 3, max: 2), .reversed), (.intUniform(min: .min, max: .max), .outOfReach),
      (.uniform(min: 1, max: 0), .reversed), (.uniform(min: .nan, max: 0), .outOfReach),
      (.uniform(min: 0, max: .infinity), .outOfReach), (.logUniformValues(min: 0, max: 1), .notPositive),
      (.complementLogUniformValues(min: 0, max: 1), .notBelowOne),
      (.qUniform(min: 0, max: 1, q: 0), .notPositiveStep),
      (.qUniform(min: 0.1, max: 0.2, q: 3), .numberOfMultiples),
      (.qUniform(min: 0, max: 1, q: 1e-90), .numberOfMultiples), (.normal(mu: 0, sigma: 0), .notPositiveStep),
      (.logNormal(mu: 0, sigma: 100), .outOfReach),
    ] as [(SearchDomain, SearchDomainProblem)])
  func problems(_ domain: SearchDomain, _ problem: SearchDomainProblem) {
    #expect(throws: problem) { try SearchDimension("x", domain) }
  }

  @Test("A step that is whole gives whole numbers, as far as an integer reaches on both sides.")
  func whole() {
    let steps: [SearchDomain] = [
      .qUniform(min: -8, max: 8, q: 2), .qUniform(min: 0, max: 1, q: 0.5),
      .qUniform(min: 0, max: 1e100, q: 1e94), .qUniform(min: -1e100, max: 0, q: 1e94),
    ]
    #expect(steps.map(\.isWhole) == [true, false, false, false])
  }

  @Test("The widest domains neither trap nor leave the numbers.")
  func extremes() throws {
    let domains: [SearchDomain] = [
      .uniform(min: -1e100, max: 1e100), .logUniformValues(min: 1e-100, max: 1e100),
      .intUniform(min: -(1 << 53), max: 1 << 53), .normal(mu: -1e100, sigma: 1e100),
      .logNormal(mu: 0, sigma: 35), .complementLogUniformValues(min: -1e100, max: 1 - 0x1p-53),
      .qUniform(min: 0, max: 1e100, q: 1e94), .categorical(count: 1_000_000, isOrdered: true),
    ]
    for domain in domains {
      #expect(domain.problem == nil)
      for unit in [-1, 0, 0x1p-53, 0.5, 1 - 0x1p-53, 1, 2, .nan, .infinity] {
        let coordinate = domain.coordinate(at: unit)
        #expect(
          coordinate.place.isFinite && (0...1).contains(domain.unit(of: coordinate)), "\(domain) \(unit)")
      }
      for place in [-.infinity, -1e300, 0, 1e300, .infinity, .nan] as [Double] {
        #expect((0...1).contains(domain.unit(of: .number(place))), "\(domain) \(place)")
      }
    }
  }

  @Test("A space has at most 100 dimensions.")
  func dimensions() throws {
    let dimension = try SearchDimension("x", .constant)
    #expect(SearchSpace([SearchDimension](repeating: dimension, count: 100)) != nil)
    #expect(SearchSpace([SearchDimension](repeating: dimension, count: 101)) == nil)
  }
}
