/// The report's own words. The page holds them in every language it speaks; nothing else may be written there.
package enum Label: String, Sendable, Hashable, Codable, CaseIterable {
  // Data
  case part, trainingData, trainingLabels, testData, testLabels, samples, sample, shape, type, flattened,
    oneHot, column
  case classes, `class`, share
  // Models
  case model, layer, activation, outputShape, parameters, total
  // Training
  case run, epoch, training, validation, loss, accuracy
  // Layers
  case gradientNorm, meanOutput, deviation, saturated, layersAfterTraining
  case inkIsPositive
  case beforeTraining, afterTraining, theory
  // Reports
  case precision, recall, f1Score, support, macroAverage, weightedAverage
  case truePositives, falseNegatives, falsePositives, trueNegatives, otherClasses
  case becameRight, becameWrong
  case falsePositiveRate, truePositiveRate, meanProbability, positiveShare, threshold, chance, perfect
  case lowerEdge, upperEdge, correlation
  case precisionAndRecall, samplesByClass, mostCertainMistakes
  case truth, prediction, predicted, probability, result, right, wrong
  case quantity, value
  // Notices
  case official, ownCopy, unverified, generated, ownFile
  // Phrases, with the author's words in their places
  /// The data asked for, the data that stands in, why.
  case fallbackData
  /// The data that stands in.
  case notCheckedFallback
  /// The cell without a result.
  case notCheckedFailed
  /// The series that has no value of that number, how many it has.
  case notCheckedShort
  /// The cell, why.
  case cellFailed
  /// The directive of a cell without a name, its line, why.
  case cellInLineFailed
  /// Before the cells that are missing because the run was ended: the seconds that it was allowed.
  case timeIsOver
  /// Before the cells that were skipped for a failed one.
  case skippedForIt
  /// The cell.
  case cellNamed
  /// The directive of a cell without a name, its line.
  case cellInLine
  /// How many, the line of the cell.
  case claimsFail
  /// The claim, the difference, what chance brings, of how many samples.
  case claimWithinChance
  /// The cell without a result.
  case noValue
  /// The cell whose options are inherited.
  case from
  /// The epochs that were trained, those that were asked for.
  case endedEarly
  /// The file.
  case weightsSaved
  /// The classes.
  case neverPredicted, absentClasses
  /// The number of the sample, its label.
  case sampleNumber
  /// The prediction.
  case predictedRight
  /// The prediction, the truth.
  case predictedWrong
  /// The prediction, the truth, the probability given to the prediction.
  case certainMistake
  /// The answer of the later fit, that of the earlier one.
  case changedAnswer
  /// The layer.
  case layerWeights
  /// The class.
  case rocCurve, precisionRecallCurve, reliability
  /// The area, the class, its share found and the share of others taken for it at a threshold of one half.
  case rocReading
  /// The average precision, what chance gives.
  case precisionRecallReading
  /// The column.
  case histogram, meanOf
  /// The column, its least value and its greatest, the number of samples, the mean, the median.
  case histogramReading
  /// The classes, each with its mean.
  case meansByClass
  /// The column to the right, the column upwards.
  case scatter
  /// The two columns, their correlation, the number of samples.
  case scatterReading
  /// The two columns, the number of samples.
  case scatterConstant
  /// Of how many samples one is drawn.
  case everySample
  /// The error, the number of bins, the mean probability, the share that are, the class.
  case reliabilityReading
}
