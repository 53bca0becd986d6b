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
      + "their SHA-256; the images may be a copy of your own.")

  static let roundedNumbers = ProblemReference(
    "TB-G-116", "Integers keep their values",
    "Networks compute in 32 bits, in which 16777217 becomes 16777216. Two identifiers or dates may become "
      + "the same number.")

  static let indexColumn = ProblemReference(
    "TB-G-117", "Row numbers are not learned from",
    "Programs often write them as the first column. In a table that is sorted by class they give away the "
      + "class, and for new samples they say nothing.")

  static let answerColumn = ProblemReference(
    "TB-G-118", "No column gives the answer away",
    "A second column of the classes or the numbers to predict makes every network look perfect, and is not "
      + "known for new samples.")

  static let similarClasses = ProblemReference(
    "TB-G-119", "A class has one spelling",
    "Names that differ in capitals or spaces, or numbers such as 1 and 1.0, split one class into two.")

  static let testIsTraining = ProblemReference(
    "TB-G-120", "Test samples differ from training samples",
    "Results on the samples that a network learned from say nothing about new ones.")

  var message: String {
    switch concern {
    case .unofficialFile(let file, let dataset):
      "\"\(file)\" is not the file of this name in \(dataset): its SHA-256 differs, so this may be other data"
    case .roundedInteger(let integer, let place):
      "\(place): \(integer.written) becomes \(integer.kept), since 32-bit numbers do not hold all integers "
        + "beyond 16777216"
    case .unnamedColumn(let place, let number):
      "\(place): column \(number) has no name, like a column of row numbers, and networks would learn from it"
    case .countingColumn(let file, let column, let first):
      "\"\(file)\": column \"\(column)\" numbers the rows (\(first), \(first + 1), \(first + 2), …), and "
        + "networks would learn from it"
    case .answerColumn(let file, let column, let answer, let isClass):
      "\"\(file)\": column \"\(column)\" gives away \"\(answer)\": "
        + (isClass
          ? "each class has one value there, which no other class has"
          : "they are equal in each row")
    case .similarClasses(let one, let other):
      "\"\(one)\" and \"\(other)\" are different classes, but may be two spellings of one"
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
        "use the published files, or load these with `dataset: {idx: {images: …, labels: …}}`; Fashion-MNIST "
          + "and others use the same file names"
      case .roundedInteger:
        "if these are identifiers or dates, remove them from the file; otherwise subtract a number in the "
          + "middle of their range"
      case .unnamedColumn:
        "write the file without row numbers (pandas: `index=False`, R: `row.names = FALSE`), or give the "
          + "column a name"
      case .countingColumn: "remove the column from the file"
      case .answerColumn: "remove the column from the file"
      case .similarClasses: "spell each class in one way throughout the data"
      case .testIsTraining: "give the files of other samples as `test_images` and `test_labels`"
      }
    return "\(advice); \(ifMeant)"
  }
}
