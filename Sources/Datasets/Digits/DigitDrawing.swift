import Dispatch

/// The drawing of digits. Each has its own random numbers, so an image does not depend on their count or on threads.
package struct DigitDrawing: Sendable {
  /// The part of the data set. Training and test images have different random numbers.
  package enum Part: Sendable {
    case training, test
  }

  private static let chunk = 500
  /// The number of random words that is enough for most images.
  private static let words = 512

  private let seed: UInt64
  private let part: DatasetStream

  package init(seed: UInt64, part: Part) {
    self.seed = seed
    self.part = part == .training ? .digitTraining : .digitTest
  }

  /// - Parameters:
  ///   - count: the number of images to draw.
  ///   - progress: called from any thread with the number of images that were added.
  /// - Returns: `count` images of 28×28 bytes in row order, 255 for ink, and the digit that each shows.
  package func draw(
    _ count: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> (images: [UInt8], labels: [UInt8]) {
    let pixels = Inkpad.side * Inkpad.side
    var images = [UInt8](repeating: 0, count: count * pixels)
    var labels = [UInt8](repeating: 0, count: count)
    images.withUnsafeMutableBufferPointer { images in
      labels.withUnsafeMutableBufferPointer { labels in
        // Safe to share, because each chunk writes only its own part.
        nonisolated(unsafe) let (images, labels) = (images, labels)
        DispatchQueue.concurrentPerform(iterations: (count + Self.chunk - 1) / Self.chunk) { chunk in
          var writer = Handwriting()
          var pad = Inkpad()
          let range = (chunk * Self.chunk)..<min((chunk + 1) * Self.chunk, count)
          for index in range {
            labels[index] = draw(index, with: &writer, on: &pad)
            pad.copy(
              to: UnsafeMutableBufferPointer(rebasing: images[(index * pixels)..<((index + 1) * pixels)]))
          }
          progress(range.count)
        }
      }
    }
    return (images, labels)
  }

  private func draw(_ index: Int, with writer: inout Handwriting, on pad: inout Inkpad) -> UInt8 {
    var random = RandomNumbers(part.stream(seed: seed, index: index), estimate: Self.words)
    let digit = random.integer(below: 10)
    writer.write(digit, with: &random)
    let softness = random.number(in: 0.7...1.4)
    pad.clear()
    for dot in writer.dots.indices where !writer.beginnings[dot] {
      pad.draw(from: writer.dots[dot - 1], to: writer.dots[dot], softness: softness)
    }
    return UInt8(digit)
  }
}
