import Datasets
import Engine
import Synchronization
import Testing

@Suite struct DigitsTests {
  private static let count = 800
  private static let drawn = DigitDrawing(seed: 0, part: .training).draw(count)

  private func image(_ index: Int) -> ArraySlice<UInt8> {
    Self.drawn.images[(index * 784)..<((index + 1) * 784)]
  }

  @Test("The bits are those that were drawn when the drawing last changed.")
  func bits() {
    // A change of these raises `Digits.version`, for it changes every result on this data.
    #expect(
      sha256(Array(Self.drawn.images.prefix(200 * 784)))
        == "404f44766b68ff3fd9724620d887baa594ce244d851cc342ddf87f8def5d3270")
    #expect(
      sha256(Array(Self.drawn.labels.prefix(200)))
        == "8f1b5dd8e7ceb97a357f9fbb8d183382d48704a793537a6ada9efc2452e9322a")
  }

  @Test("An image depends on the seed and its index alone, not on how many are drawn.")
  func keyed() {
    let few = DigitDrawing(seed: 0, part: .training).draw(7)
    #expect(few.images == Array(Self.drawn.images.prefix(7 * 784)))
    #expect(few.labels == Array(Self.drawn.labels.prefix(7)))
    #expect(DigitDrawing(seed: 1, part: .training).draw(7).images != few.images)
    #expect(DigitDrawing(seed: 0, part: .test).draw(7).images != few.images)
  }

  @Test("Every digit is about as frequent as the others.")
  func frequencies() {
    for digit in UInt8(0)..<10 {
      let share = Double(Self.drawn.labels.count { $0 == digit }) / Double(Self.count)
      #expect(abs(share - 0.1) < 0.03)
    }
  }

  @Test("Ink lies as in MNIST: its share and darkness, its box, and its centre of mass.")
  func likeMNIST() {
    var inked = 0
    var total = 0
    var centred = 0
    for index in 0..<Self.count {
      var (mass, x, y) = (0, 0, 0)
      for (pixel, value) in image(index).enumerated() where value > 0 {
        inked += 1
        mass += Int(value)
        x += Int(value) * (pixel % 28)
        y += Int(value) * (pixel / 28)
      }
      total += mass
      // The centre of mass is that of the path, so that the ink's may lie a little beside it.
      let offset = (Double(x) / Double(mass) - 13.5, Double(y) / Double(mass) - 13.5)
      if max(abs(offset.0), abs(offset.1)) < 0.75 { centred += 1 }
    }
    let pixels = Double(Self.count * 784)
    // MNIST has 19 % of its pixels inked, and a mean of 33.3.
    #expect(abs(Double(inked) / pixels - 0.185) < 0.02)
    #expect(abs(Double(total) / pixels - 32) < 2.5)
    #expect(Double(centred) / Double(Self.count) > 0.97)
  }

  @Test("No two images are the same, and none reaches the border.")
  func variety() {
    var seen = Set<[UInt8]>()
    var touching = 0
    for index in 0..<Self.count {
      let pixels = Array(image(index))
      seen.insert(pixels)
      let border = (0..<28).contains { line in
        pixels[line] > 0 || pixels[756 + line] > 0 || pixels[28 * line] > 0 || pixels[28 * line + 27] > 0
      }
      if border { touching += 1 }
    }
    #expect(seen.count == Self.count)
    #expect(touching == 0)
  }

  @Test("The labels belong to the images: most lie nearest to the mean of their own digit.")
  func labels() {
    var sums = [[Int]](repeating: [Int](repeating: 0, count: 784), count: 10)
    var counts = [Int](repeating: 0, count: 10)
    let known = Self.count - 100
    for index in 0..<known {
      let label = Int(Self.drawn.labels[index])
      counts[label] += 1
      for (pixel, value) in image(index).enumerated() where value > 0 { sums[label][pixel] += Int(value) }
    }
    let means = zip(sums, counts).map { sum, count in sum.map { $0 / count } }
    let right = (known..<Self.count).count { index in
      let distances = means.map { mean in
        zip(image(index), mean).reduce(0) { $0 + (Int($1.0) - $1.1) * (Int($1.0) - $1.1) }
      }
      return distances.indices.min { distances[$0] < distances[$1] } == Int(Self.drawn.labels[index])
    }
    #expect(right >= 65)
  }

  @Test("The description is known without drawing.")
  func description() throws {
    let folder = try TestFolder()
    let description = try describe("digits", in: folder.locations)
    #expect(description.sampleShape == [28, 28])
    #expect(description.classNames == (0...9).map(String.init))
    #expect(description.trainingCount == 60_000)
    #expect(description.testCount == 10_000)
    #expect(try dataset("digits", ["seed": -1]).diagnostics.map(\.code) == ["TB-O-104"])
  }
}
