/// The report's own words. The page has them in each of its languages; no other words may be written there.
package enum Label: String, Sendable, Hashable, Codable, CaseIterable {
  // Data
  case part, trainingData, trainingLabels, validationData, validationLabels, testData, testLabels,
    trainingSamples, validationSamples, testSamples, samples, sample, shape, type, flattened, oneHot, column
  case classes, `class`, share, sharesOfClasses, equalShares
  case naiveForecast
  // Models
  case model, layer, activation, outputShape, parameters, total, trainedParameters, fixedParameters
  case derivative
  /// The number of parameters.
  case parameterCount
  /// The activations, each with its greatest slope.
  case greatestSlopes
  // Training
  case run, epoch, training, validation, test, loss, accuracy, learningRate
  // Range tests
  case step, smoothedLoss, rangeTest
  // Layers
  case gradientNorm, gradientNormBeforeTraining, meanOutput, deviation, saturated, layersAfterTraining
  case beforeTraining, afterTraining, theory
  // Reports
  case precision, recall, f1Score, support, macroAverage, weightedAverage
  case truePositives, falseNegatives, falsePositives, trueNegatives, otherClasses
  case becameRight, becameWrong
  case falsePositiveRate, truePositiveRate, meanProbability, positiveShare, threshold, chance, perfect
  case lowerEdge, upperEdge, correlation
  case precisionAndRecall, mostCertainMistakes, mistakesByConfusion
  /// The threshold.
  case atThreshold
  /// The number that summarizes the curve.
  case areaUnderCurve, averagePrecisionOf, calibrationErrorOf
  /// The column whose values run to the right in each panel.
  case sameAxes
  case truth, prediction, actual, predicted, probability, result, right, wrong
  case meanTruth, meanPrediction, error, input, output
  case predictionsByTruth, exactPrediction, largestErrors, inputsAndOutputs
  case quantity, value
  // Notices
  case official, ownCopy, unverified, generated, ownFile
  // Phrases with places for the author's words
  /// The requested data, the data that replaces it, and the reason.
  case fallbackData
  /// The replacement data.
  case notCheckedFallback
  /// The cell without a result.
  case notCheckedFailed
  /// The series that has no value with that index, and the count of its values.
  case notCheckedShort
  /// The cell and the reason.
  case cellFailed
  /// The directive of a cell without a name, its line and the reason.
  case cellInLineFailed
  /// The seconds that the run was allowed; precedes the cells that are missing because it was stopped.
  case timeIsOver
  /// Precedes the cells that were skipped because of a failed one.
  case skippedForIt
  /// The cell.
  case cellNamed
  /// The directive of a cell without a name, and its line.
  case cellInLine
  /// The number of claims, and the line of the cell.
  case claimsFail
  /// The number of claims.
  case claimsOfReplacedData
  /// The claim, the difference, the difference that chance explains, and the number of samples.
  case claimWithinChance
  /// The claim, the number of seeds, and the p-value.
  case claimWithinSeeds
  /// The cell without a result.
  case noValue
  /// The cell whose options are inherited.
  case from
  /// The number of epochs that were trained, and the number requested.
  case endedEarly
  /// {0} is the number of seeds with which it ended early, {1} that of all, {2} their epochs, {3} those requested.
  case seedsEndedEarly
  /// The fits that keep their best epoch, beside others.
  case resultsOfKeptEpochs
  /// {0} is the number of the epoch, {1} the quantity that is best there.
  case bestEpochKept
  /// {0} are the numbers of the epochs of all seeds, {1} the quantity that is best there.
  case bestEpochsKept
  /// {0} is the seed, {1} the number of seeds.
  case answersOfSeed
  /// The number of seeds.
  case countsOfSeeds
  /// The classes.
  case neverPredictedWithSeed
  /// The heading of the numbers of seeds.
  case seedCount
  case difference
  /// Precedes the name of a quantity.
  case differenceIn, differenceFromAboveIn, differencesOfSeeds
  /// The run from which others differ.
  case referenceRun
  /// A difference with its standard deviation.
  case withinSeeds
  /// A seed of the first fit and one of the second, with whose weights the answers were given.
  case changedAnswersOfSeeds, sharedSeeds, percentagePoints, pointsWithinSeeds
  /// {0} is the seed.
  case layersOfSeeds
  /// {0} is the number of the epoch.
  case answersOfEpoch
  /// The rate.
  case suggestedRate
  /// The number of steps, the first and the last rate, the lowest smoothed loss and its rate, and the rate that is
  /// suggested.
  case rangeTestReading
  case rangeTestEndedEarly
  /// The file.
  case weightsSaved
  /// The classes.
  case neverPredicted, absentClasses
  /// The number of the sample, and its label.
  case sampleNumber
  /// The prediction.
  case predictedRight
  /// The prediction and the truth.
  case predictedWrong
  /// The prediction, the truth, and the probability given to the prediction.
  case certainMistake
  /// The answer of the later fit, and that of the earlier one.
  case changedAnswer
  /// The number of samples, the mean and the largest distance of predictions from the truth, and R².
  case predictionsReading
  /// The number of the sample, and its error.
  case reconstruction
  /// The layer.
  case layerWeights
  /// The largest weight on the scale.
  case weightScale
  /// The class.
  case rocCurve, precisionRecallCurve, reliability
  /// The area, the class, its share found and the share of others mistaken for it at a threshold of one half.
  case rocReading
  /// The average precision, and its value by chance.
  case precisionRecallReading
  /// The column.
  case histogram, meanOf
  /// The column, its minimum and maximum, the number of samples, the mean and the median.
  case histogramReading
  /// The classes, each with its mean.
  case meansByClass
  /// The columns of the horizontal and the vertical axis.
  case scatter
  /// The two columns, their correlation and the number of samples.
  case scatterReading
  /// The two columns and the number of samples.
  case scatterConstant
  /// The number of samples for each one that is drawn.
  case everySample
  /// The part whose samples a chart shows.
  case trainingSamplesShown, validationSamplesShown, testSamplesShown
  /// The column.
  case scaledColumn, standardizedColumn
  /// The factor.
  case featuresScaled
  case featuresStandardized
  /// The name of the series.
  case seriesEnd, seriesForecast
  /// The count of values, the name of the series, and its least and its greatest value.
  case seriesReading
  /// The error, the number of bins, the mean probability, the actual share and the class.
  case reliabilityReading
  // Sweeps
  case trial, trials, seeds, epochs, setting, mean, median, minimum, maximum, standardDeviation,
    firstSetting, lastSetting, trialsFromBest, bestTrials, trainedEpochs, trialEnd, stopped,
    trialFailed, failedOrFar, bestTrial, otherTrials, trialsBySettings, byEpoch, bestByCost,
    bestSoFar, randomSearch, importance, rungsOfHalving, promoted, seedsOfBest,
    bestOfEpochs
  /// The number of the trial.
  case trialNumber
  /// The number of the bracket.
  case bracketNumber
  /// The reason.
  case trialFailedFor
  /// The settings of the rows and of the columns.
  case bySettings
  /// The settings.
  case bestBySetting
  /// The number of trials that are left out.
  case moreTrials
  /// The number of settings that are left out.
  case moreSettings
  /// The number of values that are left out.
  case moreValues
  /// The number of trials that are drawn, and of all.
  case drawnTrials
  /// The parameter, its setting in the best trial, and the least and the greatest in the best quarter of the trials.
  case bestSetting
  /// The parameter, its choice in the best trial, and the most frequent ones in the best quarter of the trials.
  case bestChoice
  case heatMapReading
  case planeReading
  /// The number of the best trial.
  case linesReading
  case dashedLines
  /// The number of the best trial, its last value, and the quartiles of the last values of all.
  case curvesReading
  /// The number of the bracket, and the trials and epochs of its first and of its last rung.
  case rungsReading
  /// The best value, and the number of epochs until then and of all trials.
  case progressReading
  /// The value.
  case randomReading
  /// The method, and the number of trials.
  case importanceBy
  /// The number of the best trial, the mean and the standard deviation of its seeds, and their number.
  case seedsReading
  /// The scientific and the nuisance parameters.
  case nuisanceReading
  /// The number of the best trial, the number of trials, and the value.
  case bestOfTrials
  /// The number of trials.
  case allTrialsFailed
  /// The parameter and its setting.
  case atLowerEdge
  case atUpperEdge
  /// The difference, and the standard deviation of seeds.
  case topLikeSeeds
  case stillImproving
  /// The numbers of trials that failed and of all.
  case trialsFailed
  /// The numbers of trials that failed and of all, the number of those beyond a setting, the parameter and the setting.
  case failedAbove
  case failedBelow
  case failedWith
}
