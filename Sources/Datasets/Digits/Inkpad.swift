/// An image of 28×28 pixels on which a pen draws.
struct Inkpad {
  static let side = 28

  /// The covered share of each pixel, 0 to 1, in row order.
  private var coverage = [Float](repeating: 0, count: side * side)

  mutating func clear() {
    for index in coverage.indices { coverage[index] = 0 }
  }

  /// Draws a straight line between two dots, with an edge softened over `softness` pixels.
  mutating func draw(from: Handwriting.Dot, to: Handwriting.Dot, softness: Float) {
    let reach = max(from.radius, to.radius) + softness * 0.5
    let low = pointwiseMin(from.place, to.place) - SIMD2(repeating: reach)
    let high = pointwiseMax(from.place, to.place) + SIMD2(repeating: reach)
    let last = Float(Self.side)
    let columns = Int(max(low.x, 0))..<max(Int(max(low.x, 0)), Int(min(high.x + 1, last)))
    let rows = Int(max(low.y, 0))..<max(Int(max(low.y, 0)), Int(min(high.y + 1, last)))
    let step = to.place - from.place
    let square = (step * step).sum()
    let inverse = square > 0 ? 1 / square : 0
    let sharpness = 1 / softness
    let limit = reach * reach
    coverage.withUnsafeMutableBufferPointer { coverage in
      for row in rows {
        let y = Float(row) + 0.5 - from.place.y
        for column in columns {
          let x = Float(column) + 0.5 - from.place.x
          let along = min(max((x * step.x + y * step.y) * inverse, 0), 1)
          let dx = x - along * step.x
          let dy = y - along * step.y
          let square = dx * dx + dy * dy
          // Most pixels around a slanting piece are out of the pen's reach.
          if square >= limit { continue }
          let distance = square.squareRoot()
          let radius = from.radius + along * (to.radius - from.radius)
          let ink = min((radius - distance) * sharpness + 0.5, 1)
          let index = row * Self.side + column
          if ink > coverage[index] { coverage[index] = ink }
        }
      }
    }
  }

  /// Copies the ink as bytes, 0 to 255.
  func copy(to pixels: UnsafeMutableBufferPointer<UInt8>) {
    for index in coverage.indices { pixels[index] = UInt8(coverage[index] * 255 + 0.5) }
  }
}
