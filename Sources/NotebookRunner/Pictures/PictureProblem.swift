import Diagnostics

/// A problem with a picture beside the notebook.
package enum PictureProblem: Problem, Error {
  case unreadable(String, reason: String)
  case notAPicture(String)
  case tooLarge(String)
  case tooManyPixels(String, width: Int, height: Int)
  /// The pictures of the page are too large together.
  case tooMany

  package var record: ProblemRecord {
    switch self {
    case .unreadable(let path, let reason):
      ProblemRecord(
        "TB-P-171", "the picture \(path) cannot be read: \(reason)",
        help: "put the file into the notebook's folder, and write its path from there",
        cause: "picture \(path)",
        rule: "A picture is a file that the notebook may read",
        reason: "Pictures are taken into the page, from the folder of the notebook or a folder within it.",
        wrong: .text("![Two networks](networks.png)"), right: .text("Two networks."))
    case .notAPicture(let path):
      ProblemRecord(
        "TB-P-172", "\(path) is not a PNG, JPEG, GIF or WebP picture", help: "save it as one of these",
        cause: "picture \(path)", rule: "A picture is a PNG, JPEG, GIF or WebP file",
        reason: "The first bytes of the file decide, not its name. An SVG file is a document that a browser "
          + "computes, which a stranger can make take any time, so pages take in pictures of pixels only.",
        wrong: .text("![The flowers](flowers.csv)"), right: .text("The flowers."))
    case .tooLarge(let path):
      ProblemRecord(
        of: Self.isSmall,
        "\(path) is larger than \(ByteCount.text(PictureReader.mostBytes))",
        help: Self.smaller, cause: "picture \(path)")
    case .tooManyPixels(let path, let width, let height):
      ProblemRecord(
        of: Self.isSmall,
        "\(path) has \(width) × \(height) pixels, and a picture has at most "
          + "\(PictureReader.mostPixels / 1_000_000) million",
        help: Self.smaller, cause: "picture \(path)")
    case .tooMany:
      ProblemRecord(
        of: Self.isSmall,
        "up to here the page's pictures have more than \(ByteCount.text(PictureReader.mostBytesInAll)) "
          + "together",
        help: Self.smaller, cause: "pictures together")
    }
  }

  package static let references = [reference(of: unreadable), reference(of: notAPicture), isSmall]

  private static let smaller = "save it with fewer pixels, or link to it: [picture](…)"

  private static let isSmall = ProblemReference(
    "TB-P-173", "A picture has at most 1 MB, and those of a page have 4 MB together",
    "A page is one file, which is to open at once. A picture that is shown twice counts twice, and none has "
      + "more than 16 million pixels.")
}
