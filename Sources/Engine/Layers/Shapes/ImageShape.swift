/// The shape of samples that windows slide over: images, or sequences, which are images of one row.
struct ImageShape: Sendable, Hashable {
  let height: Int
  let width: Int
  let channels: Int
  private let isSequence: Bool

  /// - Parameters:
  ///   - shape: (height, width, channels) or (steps, channels). A shape with one dimension less has one channel.
  ///   - dimensions: 2 for images, 1 for sequences.
  /// - Throws: `needsPositions` for a shape with another number of dimensions.
  init(_ shape: [Int], dimensions: Int, layer: String) throws(ModelProblem) {
    guard shape.count == dimensions || shape.count == dimensions + 1 else {
      throw .needsPositions(layer: layer, dimensions: dimensions, found: shape)
    }
    let channels = shape.count == dimensions ? 1 : shape[dimensions]
    self.init(
      height: dimensions == 1 ? 1 : shape[0], width: shape[dimensions - 1], channels: channels,
      isSequence: dimensions == 1)
  }

  private init(height: Int, width: Int, channels: Int, isSequence: Bool) {
    self.height = height
    self.width = width
    self.channels = channels
    self.isSequence = isSequence
  }

  /// The shape with channels.
  var shape: [Int] { isSequence ? [width, channels] : [height, width, channels] }

  var positions: Int { height * width }

  /// Returns the shape of the outputs of windows: one position for each window.
  ///
  /// - Parameter windows: one for each dimension.
  /// - Throws: `windowTooLarge` if no window fits.
  func sliding(_ windows: [Window], channels: Int, layer: String) throws(ModelProblem) -> ImageShape {
    let vertical = isSequence ? Window.single : windows[0]
    let horizontal = windows[windows.count - 1]
    let output = ImageShape(
      height: vertical.count(over: height), width: horizontal.count(over: width), channels: channels,
      isSequence: isSequence)
    guard output.height > 0, output.width > 0 else {
      throw .windowTooLarge(layer: layer, window: windows.map(\.span), found: shape)
    }
    return output
  }

  /// Returns the windows over the height and over the width.
  func windows(_ windows: [Window]) -> (vertical: Window, horizontal: Window) {
    (isSequence ? .single : windows[0], windows[windows.count - 1])
  }
}
