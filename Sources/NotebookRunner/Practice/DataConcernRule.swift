import Datasets
import Diagnostics

/// Warns of data that can be learned from but may not be what it seems.
enum DataConcernRule: PracticeRule {
  static func advice(on review: PracticeReview) -> [Diagnostic] {
    review.computed(Load.self).flatMap { cell, _, draft -> [Diagnostic] in
      guard case .data(let data) = cell.signature.kind else { return [] }
      return data.concerns.map {
        Diagnostic(advice: DataConcernProblem(concern: $0), at: draft.place(of: "dataset"))
      }
    }
  }
}

struct DataConcernProblem: PracticeProblem {
  let concern: DataConcern

  var practice: Practice {
    switch concern {
    case .unofficialFile: .unverifiedData
    case .roundedInteger: .roundedNumbers
    case .unnamedColumn, .countingColumn: .indexColumn
    case .answerColumn: .answerColumn
    case .similarClasses: .similarClasses
    case .testIsTraining: .testIsTraining
    }
  }

  static let unverifiedData = ProblemReference(
    "TB-G-115", "Files under published names hold the published data",
    "Fashion-MNIST, KMNIST and others have files of the same names as MNIST. The labels are compared by "
      + "their SHA-256; images may be a copy of one's own.")

  static let roundedNumbers = ProblemReference(
    "TB-G-116", "Integers are kept as they are written",
    "Networks compute in 32 bits, in which 16777217 becomes 16777216. Two identifiers or dates may so become "
      + "one.")

  static let indexColumn = ProblemReference(
    "TB-G-117", "Row numbers are not learned from",
    "Programs often write them in front of a table. In a table that is sorted by class they tell the class, "
      + "and on new samples they tell nothing.")

  static let answerColumn = ProblemReference(
    "TB-G-118", "No column gives the answer away",
    "A second column of the classes or the numbers to predict makes every network look perfect, and is not "
      + "known of new samples.")

  static let similarClasses = ProblemReference(
    "TB-G-119", "A class is spelled in one way",
    "Names that differ in capitals or spaces, or numbers such as 1 and 1.0, make two classes of one.")

  static let testIsTraining = ProblemReference(
    "TB-G-120", "Test samples are others than training samples",
    "What a network says of the samples that it learned from shows nothing of new ones.")

  var message: String {
    switch concern {
    case .unofficialFile(let file, let dataset):
      "\"\(file)\" is not the file of this name in \(dataset): its SHA-256 is another, so this may be other "
        + "data"
    case .roundedInteger(let integer, let place):
      "\(place): \(integer.written) becomes \(integer.kept), since numbers of 32 bits do not hold all "
        + "integers beyond 16777216"
    case .unnamedColumn(let place, let number):
      "\(place): column \(number) has no name, as a column of row numbers, and networks would learn from it"
    case .countingColumn(let file, let column, let first):
      "\"\(file)\": column \"\(column)\" numbers the rows (\(first), \(first + 1), \(first + 2), …), and "
        + "networks would learn from it"
    case .answerColumn(let file, let column, let answer, let isClass):
      "\"\(file)\": column \"\(column)\" gives away \"\(answer)\": "
        + (isClass ? "each class has one value there, and no other has it" : "they are equal in each row")
    case .similarClasses(let one, let other):
      "\"\(one)\" and \"\(other)\" are different classes, and may be two spellings of one"
    case .testIsTraining(let test, let training):
      test == training
        ? "the test samples are the training samples: both are read from \"\(test)\""
        : "the test samples are the training samples: \"\(test)\" and \"\(training)\" have the same content"
    }
  }

  var help: String? {
    let advice =
      switch concern {
      case .unofficialFile:
        "take the published files, or load these with `dataset: {idx: {images: …, labels: …}}`; "
          + "Fashion-MNIST and others use the same file names"
      case .roundedInteger:
        "if these are identifiers or dates, take them out of the file; otherwise write their distance from a "
          + "number in the middle"
      case .unnamedColumn:
        "write the file without row numbers (pandas: `index=False`, R: `row.names = FALSE`), or give the "
          + "column a name"
      case .countingColumn: "take the column out of the file"
      case .answerColumn: "take the column out of the file"
      case .similarClasses: "write each class in one way throughout the data"
      case .testIsTraining: "give the files of other samples as `test_images` and `test_labels`"
      }
    return "\(advice); \(ifMeant)"
  }
}
