/// What the features of samples were scaled by after loading.
package enum FeatureScaling: Sendable, Hashable {
  case none
  case factor(Double)
  /// The mean of the training part became 0, and its standard deviation 1.
  case standard
}
