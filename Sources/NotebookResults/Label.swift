/// The report's own words. The page holds them in every language it speaks; nothing else may be written there.
package enum Label: String, Sendable, Hashable, Codable, CaseIterable {
  // Data
  case part, images, labels, trainingLabels, testLabels, shape, type, trainingData, testData, classes,
    `class`, count, share, sample,
    oneHot
  case flattened, pixelValues, classCounts, samples, features
  // Models
  case layer, outputShape, parameters, total, activation, model
  // Training
  case epoch, loss, accuracy, validationLoss, validationAccuracy, training, validation, seconds, run,
    optimizer
  case learningRate, epochs, batchSize
  // Reports
  case precision, recall, f1Score, support, macroAverage, weightedAverage, truth, prediction, predicted,
    probability
  case right, wrong, quantity, value, setting, changed, summary, mistakes, result
  // Notices
  case official, ownCopy, generated, ownFile
  // Phrases, with the author's words in their places
  /// The data asked for, the data that stands in, why.
  case fallbackData
  /// The data that stands in.
  case notCheckedFallback
  /// The cell without a result.
  case notCheckedFailed
  /// The cell, why.
  case cellFailed
  /// How many, the line of the cell.
  case claimsFail
  /// The cell without a result.
  case noValue
  /// The cell whose options are inherited.
  case from
  /// The number of the sample, its label.
  case sampleNumber
  /// The prediction.
  case predictedRight
  /// The prediction, the truth.
  case predictedWrong
}
