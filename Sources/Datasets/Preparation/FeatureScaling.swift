/// A scaling of the features of samples after loading.
package enum FeatureScaling: Sendable, Hashable {
  case none
  case factor(Double)
  /// The mean of the training part became 0, and its standard deviation 1.
  case standard
}
