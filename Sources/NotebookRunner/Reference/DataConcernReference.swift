import Diagnostics

extension Practice {
  /// Warnings of data that may not be what it seems.
  static let dataReference: [ProblemReference] = [
    ProblemReference(
      "TB-G-115", "Files under published names hold the published data",
      "Fashion-MNIST, KMNIST and others have files of the same names as MNIST. The labels are compared by their SHA-256; "
        + "images may be a copy of one's own."),
    ProblemReference(
      "TB-G-116", "Integers are kept as they are written",
      "Networks compute in 32 bits, in which 16777217 becomes 16777216. Two identifiers or dates may so become one."
    ),
    ProblemReference(
      "TB-G-117", "Row numbers are not learned from",
      "Programs often write them in front of a table. In a table that is sorted by class they tell the class, and on "
        + "new samples they tell nothing."),
    ProblemReference(
      "TB-G-118", "No column gives the answer away",
      "A second column of the classes or the numbers to predict makes every network look perfect, and is not known of "
        + "new samples."),
    ProblemReference(
      "TB-G-119", "A class is spelled in one way",
      "Names that differ in capitals or spaces, or numbers such as 1 and 1.0, make two classes of one."),
    ProblemReference(
      "TB-G-120", "Test samples are others than training samples",
      "What a network says of the samples that it learned from shows nothing of new ones."),
  ]
}
