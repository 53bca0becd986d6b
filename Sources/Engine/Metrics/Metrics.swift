import Options

/// The catalogue of metrics.
package enum Metrics {
  package static let catalogue = Catalogue<any Metric>(
    "metric",
    [
      member(Accuracy.self),
      member(TopKCategoricalAccuracy.self),
      member(Precision.self),
      member(Recall.self),
      member(F1Score.self),
      member(FBetaScore.self),
      member(BalancedAccuracy.self),
      member(ROCAUC.self),
      member(AveragePrecision.self),
      member(CohenKappa.self),
      member(MatthewsCorrelation.self),
      member(LogLoss.self),
      member(CalibrationError.self),
      member(MeanAbsoluteErrorMetric.self),
      member(MeanSquaredErrorMetric.self),
      member(RootMeanSquaredError.self),
      member(MeanAbsolutePercentageErrorMetric.self),
      member(R2Score.self),
    ])

  private static func member<Kind: Metric>(_ kind: Kind.Type) -> Catalogue<any Metric>.Member {
    Catalogue.Member(kind) { Kind(&$0) }
  }
}
