/// The sizes of charts, since text in a drawing shrinks along with its page. Every chart is drawn wide and narrow,
/// unless it is one of several.
enum ChartSize: String, Sendable {
  /// The size for a column of text, a projector or paper.
  case wide
  /// The size for a phone.
  case narrow
  /// The size of one of many panels.
  case small

  /// The sizes in which a chart is drawn that stands alone.
  static let ofPage = [ChartSize.wide, .narrow]

  var width: Double {
    switch self {
    case .wide: 720
    case .narrow: 340
    case .small: 180
    }
  }

  var height: Double {
    switch self {
    case .wide: 256
    case .narrow: 240
    case .small: 150
    }
  }

  var fontSize: Double { self == .wide ? 13 : self == .narrow ? 12.5 : 12 }
  /// The approximate number of ticks on the vertical axis.
  var tickCount: Int { self == .wide ? 5 : self == .narrow ? 4 : 3 }
  /// The maximum number of epochs with labels on the horizontal axis.
  var epochCount: Int { self == .wide ? 12 : 6 }
  /// The maximum length of a name beside a line, in columns of text.
  var labelColumns: Int { self == .wide ? 22 : 11 }
}
