/// A random handwriting, which turns the form of a digit into the path of a pen on 28×28 pixels.
struct Handwriting {
  /// A point of the path, in pixels, with the radius of the pen there.
  struct Dot {
    var place: SIMD2<Float>
    var radius: Float
  }

  /// The number of straight pieces between two points of a form.
  private static let pieces = 5

  /// The points of the path. Each is joined to the one before, except at the start of a stroke.
  private(set) var dots: [Dot] = []
  private(set) var beginnings: [Bool] = []
  private var points: [SIMD2<Float>] = []

  init() {
    dots.reserveCapacity(128)
    beginnings.reserveCapacity(128)
    points.reserveCapacity(16)
  }

  /// Writes a digit and stores its path in `dots`.
  mutating func write(_ digit: Int, with random: inout RandomNumbers) {
    dots.removeAll(keepingCapacity: true)
    beginnings.removeAll(keepingCapacity: true)
    let forms = DigitForm.all[digit]
    let form = forms[choose(forms, &random)]
    // Most people write neatly, some do not.
    let care: Float = random.unit() < 0.25 ? 1.7 : 1
    let jitter = care * random.number(in: 2...6.3)
    for stroke in form.strokes { flatten(stroke, jitter: jitter, &random) }
    deform(care: care, &random)
    press(&random)
    fit()
  }

  private mutating func choose(_ forms: [DigitForm], _ random: inout RandomNumbers) -> Int {
    var rest = random.unit() * forms.reduce(0) { $0 + $1.weight }
    for (index, form) in forms.enumerated() {
      rest -= form.weight
      if rest < 0 { return index }
    }
    return 0
  }

  /// Appends a stroke as a Catmull–Rom spline through its points, each moved a little.
  private mutating func flatten(_ stroke: [DigitForm.Point], jitter: Float, _ random: inout RandomNumbers) {
    points.removeAll(keepingCapacity: true)
    // Neighbouring points are moved alike, so that lines stay smooth.
    var error = SIMD2(random.bell(), random.bell())
    for (index, point) in stroke.enumerated() {
      if index > 0, point == stroke[index - 1] {
        points.append(points[index - 1])
      } else {
        error = error * 0.5 + SIMD2(random.bell(), random.bell()) * 0.87
        points.append(point + error * jitter)
      }
    }
    // A stroke starts and ends a little early or late.
    let last = points.count - 1
    points[0] += (points[0] - points[1]) * random.number(in: -0.25...0.35)
    points[last] += (points[last] - points[last - 1]) * random.number(in: -0.25...0.35)
    add(points[0], begins: true)
    for index in 0..<(points.count - 1) {
      let (from, to) = (points[index], points[index + 1])
      if from == to { continue }
      let leaving = (to - points[max(index - 1, 0)]) * 0.5
      let arriving = (points[min(index + 2, points.count - 1)] - from) * 0.5
      for piece in 1...Self.pieces {
        let t = Float(piece) / Float(Self.pieces)
        // Hermite's cubic, by Horner's rule.
        let bend = (to - from) * 3 - leaving * 2 - arriving
        let twist = (from - to) * 2 + leaving + arriving
        add(from + (leaving + (bend + twist * t) * t) * t, begins: false)
      }
    }
  }

  private mutating func add(_ place: SIMD2<Float>, begins: Bool) {
    dots.append(Dot(place: place, radius: 0))
    beginnings.append(begins)
  }

  /// Changes the aspect ratio, slant, rotation and curvature of the whole digit.
  private mutating func deform(care: Float, _ random: inout RandomNumbers) {
    let width = max(0.4, 1 + random.bell() * 0.22)
    let slant = 0.12 + random.bell() * 0.31
    // Sine and cosine follow from the tangent of half the angle by arithmetic alone.
    let half = random.bell() * 0.075
    let cosine = (1 - half * half) / (1 + half * half)
    let sine = 2 * half / (1 + half * half)
    let bend = SIMD2(random.bell(), random.bell()) * (0.0016 * care)
    let taper = random.bell() * 0.003
    let waist = random.bell() * 0.0022
    for index in dots.indices {
      let centred = dots[index].place - SIMD2(35, 50)
      var x = centred.x * width * (1 + taper * centred.y) + bend.x * centred.y * centred.y
      let y = centred.y + bend.y * centred.x * centred.x + waist * (2500 - centred.y * centred.y)
      x -= slant * y
      dots[index].place = SIMD2(cosine * x - sine * y, sine * x + cosine * y)
    }
  }

  /// Sets the radius of the pen along the path: it varies with the pressure, and is smaller at the ends.
  private mutating func press(_ random: inout RandomNumbers) {
    let pen = max(0.6, 1.27 + random.bell() * 0.36)
    var pressure: Float = 0
    for index in dots.indices {
      pressure = pressure * 0.8 + random.bell() * 0.05
      dots[index].radius = pen * max(0.6, 1 + pressure)
    }
    let lift = random.number(in: 0.55...1)
    for index in dots.indices where index + 1 == dots.count || beginnings[index + 1] {
      dots[index].radius *= lift
    }
  }

  /// Scales the path to MNIST's box of 20×20 pixels and moves its centre of mass to the middle of 28×28.
  private mutating func fit() {
    var low = SIMD2<Float>(repeating: .infinity)
    var high = SIMD2<Float>(repeating: -.infinity)
    var widest: Float = 0
    var mass: Float = 0
    var moment = SIMD2<Float>()
    for index in dots.indices {
      let place = dots[index].place
      low = pointwiseMin(low, place)
      high = pointwiseMax(high, place)
      widest = max(widest, dots[index].radius)
      if beginnings[index] { continue }
      let step = place - dots[index - 1].place
      let ink = (step * step).sum().squareRoot() * dots[index].radius
      mass += ink
      moment += (place + dots[index - 1].place) * (0.5 * ink)
    }
    let scale = (20 - 2 * widest) / max(high.x - low.x, high.y - low.y, 1)
    let centre = mass > 0 ? moment / mass : (low + high) / 2
    // The centre moves if a long tail would leave the image.
    let margin = SIMD2(repeating: widest + 1.2)
    let middle = pointwiseMin(
      pointwiseMax(SIMD2(repeating: 14), margin + (centre - low) * scale),
      SIMD2(repeating: 28) - margin - (high - centre) * scale)
    for index in dots.indices { dots[index].place = (dots[index].place - centre) * scale + middle }
  }
}
