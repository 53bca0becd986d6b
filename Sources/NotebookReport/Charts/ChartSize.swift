import NotebookResults

/// The size of a drawing. Text in a drawing shrinks along with its page, so a chart that stands alone is drawn
/// in two sizes.
struct ChartSize: Sendable, Equatable {
  enum Form: String, Sendable {
    /// For a column of text, a projector or paper.
    case wide
    /// For a phone, and for charts that stand beside one another.
    case narrow
    /// For one of many panels.
    case small
  }

  let form: Form
  let width: Double
  let height: Double
  let hasOwnWidth: Bool
  let hasOwnHeight: Bool

  /// - Parameters:
  ///   - width: a width in place of the usual one.
  ///   - height: the same for the height.
  init(_ form: Form, width: Double? = nil, height: Int? = nil) {
    self.form = form
    let (usualWidth, usualHeight): (Double, Double) =
      switch form {
      case .wide: (720, 244)
      case .narrow: (340, 228)
      case .small: (180, 150)
      }
    self.width = width ?? usualWidth
    self.height = height.map(Double.init) ?? usualHeight
    hasOwnWidth = width != nil
    hasOwnHeight = height != nil
  }

  static let wide = ChartSize(.wide)
  static let narrow = ChartSize(.narrow)
  static let small = ChartSize(.small)

  /// Returns the two sizes of a chart that stands alone.
  static func all(_ style: ChartStyle) -> [ChartSize] {
    [
      ChartSize(.wide, width: style.width.map(Double.init), height: style.height),
      ChartSize(.narrow, height: style.height),
    ]
  }

  /// Returns the size of one of several charts beside one another: narrow, but for a third of the page narrower still.
  static func beside(_ style: ChartStyle) -> ChartSize {
    ChartSize(.narrow, width: style.columns == 3 ? 224 : nil, height: style.height)
  }

  var isWide: Bool { form == .wide }
  var fontSize: Double { isWide ? 13 : form == .narrow ? 12.5 : 12 }
  /// The approximate number of ticks on the vertical axis.
  var tickCount: Int { max(2, Int(height / 56)) }
  /// The maximum number of epochs with labels on the horizontal axis.
  var epochCount: Int { isWide ? Int(width / 60) : max(3, Int((width + 20) / 60)) }
  /// The maximum length of a name beside a line, in columns of text.
  var labelColumns: Int { isWide ? max(11, Int(width / 32)) : 11 }
}
