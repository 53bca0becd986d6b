/// A reason to doubt that a data set is what it seems, although a network can learn from it.
package enum DataConcern: Sendable, Hashable, Codable {
  /// A file that has a published name and other content.
  case unofficialFile(String, dataset: String)
  /// The first integer, as written, that was rounded to another number.
  case roundedInteger(RoundedInteger, place: String)
  /// A column without a name, numbered from 1.
  case unnamedColumn(CSVPlace, number: Int)
  /// A column that counts the rows.
  case countingColumn(file: String, column: String, first: Int)
  /// A column that has the values of the answer, or one value for each class.
  case answerColumn(file: String, column: String, answer: String, isClass: Bool)
  /// Two classes whose names differ in capitals, in spaces or in the spelling of a number.
  case similarClasses(String, String)
  /// A file of test samples with the same content as that of the training samples.
  case testIsTraining(String, training: String)
}
