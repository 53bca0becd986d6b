import Engine
import Foundation
import Testing
import Tuning

/// The expected numbers are those of SciPy.
@Suite struct StatisticsTests {
  @Test("Exponentials and logarithms are within four units in the last place of the system's.")
  func elementary() {
    for step in -600...600 {
      let x = Double(step) * 1.1 + 0.37
      let e = Foundation.exp(x)
      #expect(abs(Mathematics.exponential(x) - e) <= 4 * e.ulp)
      let log = Foundation.log(e)
      #expect(abs(Mathematics.naturalLog(e).high - log) <= 4 * log.ulp)
    }
    #expect(Mathematics.exponential(0) == 1 && Mathematics.exponential(-1e9) == 0)
    #expect(Mathematics.exponential(1e9) == .greatestFiniteMagnitude)
  }

  @Test(
    "The normal distribution is SciPy's.",
    arguments: [
      (-8, 6.22096057427174e-16), (-5, 2.866515718791933e-07), (-3, 0.0013498980316300933),
      (-2, 0.022750131948179195), (-1.99, 0.02329546775021182), (-1, 0.15865525393145707),
      (-0.1, 0.460172162722971), (0, 0.5), (0.5, 0.6914624612740131), (1.7, 0.955434537241457),
      (2.5, 0.9937903346742238), (6, 0.9999999990134123),
    ] as [(Double, Double)])
  func normal(_ x: Double, _ expected: Double) {
    #expect(abs(NormalDistribution.cumulative(x) - expected) <= 1e-13 * expected)
    if abs(x) < 6 { #expect(abs(Mathematics.normalQuantile(expected) - x) <= 1e-12) }
  }

  @Test(
    "The quantiles of Student's t-distribution are SciPy's.",
    arguments: [
      (1, 0.6, 0.32491969623290634), (1, 0.975, 12.706204736174694), (1, 0.0001, -3183.0987571181513),
      (2, 0.95, 2.9199855803537242), (2, 0.995, 9.924843200918287), (3, 0.6, 0.2766706623326898),
      (3, 0.975, 3.1824463052837078), (4, 0.975, 2.7764451051977934), (9, 0.95, 1.833112932656237),
      (9, 0.0001, -6.010132129081441), (30, 0.995, 2.7499956535672254), (99, 0.975, 1.9842169515864174),
      (1000, 0.6, 0.25341451583949876), (1000, 0.0001, -3.7328516045753686),
    ])
  func quantiles(_ degreesOfFreedom: Int, _ p: Double, _ expected: Double) {
    let quantile = StudentT(degreesOfFreedom: degreesOfFreedom).quantile(p)
    #expect(abs(quantile - expected) <= 1e-10 * abs(expected))
  }

  @Test(
    "The tails of Student's t-distribution are SciPy's.",
    arguments: [
      (1, 0.001, 0.9993633804398159), (1, 100, 0.00636598552981651), (2, 2.5, 0.12961172022151082),
      (5, 0.3, 0.7762490422632745), (5, 12, 7.089492517161522e-05), (29, 1, 0.32558198801619365),
      (29, 12, 9.060708333137183e-13), (29, 100, 2.2600674363790657e-38), (500, 2.5, 0.012738575500883852),
      (500, 12, 2.4864512784618514e-29),
    ])
  func tails(_ degreesOfFreedom: Int, _ t: Double, _ expected: Double) {
    let p = StudentT(degreesOfFreedom: degreesOfFreedom).twoSidedP(t)
    #expect(abs(p - expected) <= 1e-10 * expected)
  }

  @Test("A paired test is SciPy's ttest_rel.")
  func paired() throws {
    let test = try #require(
      PairedTest([0.678, 0.652, 0.701, 0.689, 0.66], [0.666, 0.641, 0.65, 0.693, 0.62]))
    #expect(test.degreesOfFreedom == 4)
    #expect(abs(test.difference - 0.022) < 1e-15)
    #expect(abs(test.standardError - 0.010153817016275202) < 1e-15)
    #expect(abs(test.t - 2.166672884171239) < 1e-10)
    #expect(abs(test.p - 0.0961676175052751) < 1e-10)
    #expect(abs(test.oneSidedP - 0.04808380875263755) < 1e-10)
    #expect(!test.isBeyondChance() && !test.isGreaterBeyondChance() && test.isBeyondChance(level: 0.1))
    let margin = try #require(test.differences.marginOfError())
    #expect(abs(margin - (0.050191515553911346 - 0.022)) < 1e-10)
  }

  @Test("Only the greater of two runs is greater beyond chance.")
  func greater() throws {
    let (high, low) = ([0.91, 0.93, 0.92, 0.92, 0.94], [0.81, 0.82, 0.82, 0.83, 0.83])
    let test = try #require(PairedTest(high, low))
    let reverse = try #require(PairedTest(low, high))
    #expect(test.isGreaterBeyondChance() && !reverse.isGreaterBeyondChance() && reverse.isBeyondChance())
    #expect(reverse.t == -test.t && reverse.p == test.p && reverse.oneSidedP > 0.99)
  }

  @Test("Differences that are all the same are beyond chance, unless they are 0.")
  func equalDifferences() throws {
    let same = try #require(PairedTest([1, 2, 3], [1, 2, 3]))
    #expect(same.t == 0 && same.p == 1 && same.oneSidedP == 0.5 && !same.isBeyondChance())
    let shifted = try #require(PairedTest([1, 2, 3], [2, 3, 4]))
    #expect(shifted.t == -.infinity && shifted.p == 0 && shifted.isBeyondChance())
    #expect(!shifted.isGreaterBeyondChance() && shifted.oneSidedP == 1)
  }

  @Test("Pairs that cannot be compared give no test.")
  func refusals() {
    #expect(PairedTest([1], [2]) == nil && PairedTest([1, 2], [1]) == nil && PairedTest([], []) == nil)
    #expect(PairedTest([1, .nan], [1, 2]) == nil && PairedTest([1e308, 1], [-1e308, 1]) == nil)
  }

  @Test("A spread has the mean and the standard deviation with n − 1.")
  func spread() throws {
    let spread = try #require(Spread([2, 4, 4, 4, 5, 5, 7, 9]))
    #expect(spread.mean == 5 && spread.min == 2 && spread.max == 9 && spread.count == 8)
    #expect(spread.standardDeviation == (32.0 / 7).squareRoot())
    #expect(Spread([0.1, 0.1, 0.1])?.mean == 0.1 && Spread([0.1, 0.1, 0.1])?.standardDeviation == 0)
    #expect(Spread([3])?.standardDeviation == nil && Spread([3])?.marginOfError() == nil)
    #expect(Spread([]) == nil && Spread([1, .infinity]) == nil)
  }
}
