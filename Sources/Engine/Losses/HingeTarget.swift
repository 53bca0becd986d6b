/// The targets of hinge losses.
enum HingeTarget {
  /// Returns a target as 1 or −1, where 0 stands for −1.
  static func sign(_ t: Float) -> Float { t == 0 ? -1 : t }

  /// Returns the distance of an output from the right side, `max(1 − t y, 0)`. NaN stays NaN.
  static func gap(_ y: Float, _ t: Float) -> Float {
    let gap = 1 - sign(t) * y
    return gap < 0 ? 0 : gap
  }
}
