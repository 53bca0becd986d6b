/// The two sizes in which every chart is drawn, since text in a drawing shrinks along with its page.
enum ChartSize: String, Sendable, CaseIterable {
  /// The size for a column of text, a projector or paper.
  case wide
  /// The size for a phone.
  case narrow

  var width: Double { self == .wide ? 720 : 340 }
  var height: Double { self == .wide ? 256 : 240 }
  var fontSize: Double { self == .wide ? 13 : 12.5 }
  /// The approximate number of ticks on the vertical axis.
  var tickCount: Int { self == .wide ? 5 : 4 }
  /// The maximum number of epochs with labels on the horizontal axis.
  var epochCount: Int { self == .wide ? 12 : 6 }
  /// The maximum length of a name beside a line, in columns of text.
  var labelColumns: Int { self == .wide ? 22 : 11 }
}
