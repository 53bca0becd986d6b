/// Content of a data set that can be learned from, and that may not be what it seems.
package enum DataConcern: Sendable, Hashable, Codable {
  /// A file under a published name, with other content.
  case unofficialFile(String, dataset: String)
  /// The first integer, as it is written, that became another number.
  case roundedInteger(RoundedInteger, place: String)
  /// A column of the table, numbered from 1, that has no name.
  case unnamedColumn(CSVPlace, number: Int)
  /// A column that counts the rows.
  case countingColumn(file: String, column: String, first: Int)
  /// A column that has the values of the answer, or one value for each class.
  case answerColumn(file: String, column: String, answer: String, isClass: Bool)
  /// Two classes whose names differ in capitals, in spaces or in the spelling of a number.
  case similarClasses(String, String)
  /// A file of test samples with the content of that of the training samples.
  case testIsTraining(String, training: String)
}
