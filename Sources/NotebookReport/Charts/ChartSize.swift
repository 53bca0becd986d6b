/// The two sizes every chart is drawn in, for text cannot keep its size in a drawing that shrinks with its page.
enum ChartSize: String, Sendable, CaseIterable {
  /// For a column of text, a projector, paper.
  case wide
  /// For a telephone.
  case narrow

  var width: Double { self == .wide ? 720 : 340 }
  var height: Double { self == .wide ? 340 : 270 }
  var fontSize: Double { self == .wide ? 13 : 12.5 }
  /// About how many ticks the vertical axis has.
  var tickCount: Int { self == .wide ? 5 : 4 }
  /// How many epochs the horizontal axis can name.
  var epochCount: Int { self == .wide ? 12 : 6 }
  /// The longest name beside a line, in columns of text.
  var labelColumns: Int { self == .wide ? 22 : 11 }
}
