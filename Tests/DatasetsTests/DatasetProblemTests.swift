import Datasets
import Testing

/// The wording of every problem, for it is what an author sees.
@Suite struct DatasetProblemTests {
  private static let place = CSVPlace("t.csv", line: 3, column: 5)
  private static let failure = DownloadFailure(url: "https://example.org/f.gz", .status(404))

  static let wordings: [(DatasetProblem, String, String)] = [
    (.fileNotFound("f", known: ["other.csv"]), "TB-D-101", #"there is no file "f""#),
    (
      .fileNotFound("data/leafs.csv", known: ["leaves.csv", "notes.txt"]), "TB-D-101",
      #"there is no file "data/leafs.csv"; did you mean "data/leaves.csv"?"#
    ),
    (
      .fileNotFound("measurements/of/flowers/leaves.csv", known: ["notes.txt"]), "TB-D-101",
      #"there is no file "measurements/of/flowers/leaves.csv""#
    ),
    (.folderInsteadOfFile("f"), "TB-D-102", #""f" is a folder, not a file"#),
    (
      .unreadable("f", reason: "Permission denied"), "TB-D-103", #""f" cannot be read: Permission denied"#
    ),
    (.notAFile("f"), "TB-D-109", #""f" is not a regular file"#),
    (
      .nothingInIDX("f", dimensions: [0, 28]), "TB-D-119",
      #""f" holds nothing: its header gives the shape (0, 28)"#
    ),
    (.emptyClassName, "TB-D-120", "the name of a class is empty"),
    (.emptyFile("f"), "TB-D-104", #""f" is empty"#),
    (.truncatedGzip("f"), "TB-D-105", #""f" ends in the middle of its gzip data"#),
    (.damagedGzip("f"), "TB-D-106", #""f" has damaged gzip data"#),
    (
      .incompleteFolder("d", missing: ["a", "b"]), "TB-D-107",
      #""d" holds only a part of MNIST; missing: a, b"#
    ),
    (.dataFolderNotFound("d"), "TB-D-108", #"the data folder "d" does not exist"#),
    (
      .wrongMagic("f", found: 0x802, expected: "samples"), "TB-D-111",
      #""f" does not hold samples: its first four bytes are 0x00000802"#
    ),
    (
      .truncatedIDX("f", expected: 28, found: 26), "TB-D-112",
      #""f" is cut short: its header promises 28 bytes, it has 26"#
    ),
    (
      .trailingBytes("f", expected: 28, found: 29), "TB-D-113",
      #""f" goes on after its end: its header promises 28 bytes, it has 29"#
    ),
    (
      .oversizedIDX("f", dimensions: [9, 28]), "TB-D-114",
      #"the header of "f" gives the shape (9, 28), which does not fit in memory"#
    ),
    (
      .countsDiffer(images: "i", 3, labels: "l", 2), "TB-D-115",
      #""i" holds 3 samples, but "l" holds 2 labels"#
    ),
    (
      .labelOutOfRange("l", index: 2, label: 10, classes: 10), "TB-D-116",
      #"label 3 of "l" is 10; with 10 classes it must be 0 to 9"#
    ),
    (
      .shapesDiffer(training: "a", [2, 2], test: "b", [4, 1]), "TB-D-117",
      #"samples of "a" have the shape (2, 2), but those of "b" have (4, 1)"#
    ),
    (
      .halfATestPart(given: "test_images", missing: "test_labels"), "TB-D-118",
      #""test_images" is given without "test_labels""#
    ),
    (.notUTF8(place), "TB-D-121", "t.csv:3:5: the file is not UTF-8"),
    (
      .nulByte(place), "TB-D-134", "t.csv:3:5: there is a NUL byte here, so the file is not UTF-8 text"
    ),
    (.gzippedCSV("f"), "TB-D-135", #""f" is gzipped, and a CSV file must not be"#),
    (
      .numberTooLarge(place, text: "1e300", column: "x"), "TB-D-136",
      #"t.csv:3:5: "1e300" in column "x" is too large: numbers go up to 3.4e38"#
    ),
    (
      .raggedRow(place, expected: 3, found: 1), "TB-D-122",
      "t.csv:3:5: the row has 1 field, the rows before it have 3"
    ),
    (
      .notANumber(place, text: "one", column: "x"), "TB-D-123",
      #"t.csv:3:5: "one" in column "x" is not a number"#
    ),
    (
      .notANumber(place, text: "", column: "x"), "TB-D-123",
      #"t.csv:3:5: column "x" is empty where a number is expected"#
    ),
    (
      .notANumber(place, text: "107,3", column: "x"), "TB-D-123",
      #"t.csv:3:5: "107,3" in column "x" is not a number"#
    ),
    (.emptyLabel(place, column: "k"), "TB-D-124", #"t.csv:3:5: the label in column "k" is empty"#),
    (.tooManyFields(place, limit: 9), "TB-D-137", "t.csv:3:5: the row has more than 9 fields"),
    (.fieldTooLong(place, limit: 9), "TB-D-138", "t.csv:3:5: the field has more than 9 bytes"),
    (
      .tooManyClasses(place, column: "k", limit: 9), "TB-D-139",
      #"t.csv:3:5: column "k" holds more than 9 different classes"#
    ),
    (
      .trailingBytes("f", expected: 28, found: nil), "TB-D-113",
      #""f" goes on after its end: its header promises 28 bytes, and much more follows"#
    ),
    (
      .fileTooLarge("f", bytes: 65_000_000, limit: 64_000_000), "TB-D-161",
      #""f" has 65 MB; at most 64 MB are read"#
    ),
    (
      .needsMemory("f", needed: 15_730_000_000, budget: 12_000_000_000), "TB-D-162",
      #"reading "f" would take 15.7 GB of memory; the budget is 12 GB"#
    ),
    (.unclosedQuote(place), "TB-D-125", "t.csv:3:5: the quote that opens here is never closed"),
    (.strayQuote(place), "TB-D-126", "t.csv:3:5: there is a quote in the middle of a field"),
    (
      .missingColumn(place, name: "knid", known: ["x", "kind"]), "TB-D-127",
      #"t.csv:3:5: there is no column "knid"; did you mean "kind"?"#
    ),
    (.repeatedColumn(place, name: "k"), "TB-D-128", #"t.csv:3:5: there are two columns "k""#),
    (
      .columnOutOfRange(place, written: "7", count: 3), "TB-D-129",
      #"t.csv:3:5: "7" names no column; without a header it must be a number from 1 to 3"#
    ),
    (
      .noFeatures(place, column: "k"), "TB-D-130",
      #"t.csv:3:5: apart from "k" there is no column to learn from"#
    ),
    (.noRows("t.csv", hasHeader: true), "TB-D-131", #""t.csv" has a header and no rows"#),
    (.noRows("t.csv", hasHeader: false), "TB-D-131", #""t.csv" has no rows"#),
    (.labelOrTarget(both: true), "TB-D-132", #"csv takes "label" or "target", not both"#),
    (.labelOrTarget(both: false), "TB-D-132", #"csv needs the option "label" or "target""#),
    (
      .wrongDelimiter("ab"), "TB-D-133",
      #""delimiter" must be one character other than a quote, not "ab""#
    ),
    (
      .offline(dataset: "MNIST"), "TB-D-141", "MNIST is not on this machine and could not be downloaded"
    ),
    (
      .downloadFailed(dataset: "MNIST", [failure]), "TB-D-142",
      "MNIST is not on this machine and could not be downloaded"
    ),
    (.cannotWrite("f", reason: "full"), "TB-D-143", #""f" cannot be written: full"#),
    (.cancelled(dataset: "MNIST"), "TB-D-144", "loading MNIST was interrupted"),
    (.nothingLeft(part: "test", of: 2), "TB-D-151", "of 2 samples, the test part would get none"),
    (
      .hasTestPart, "TB-D-152",
      #"the data set already has a test part, so "test_split" would make a second one"#
    ),
    (
      .validationTakesAll(100, of: 100), "TB-D-153",
      "a validation part of 100 samples leaves none of 100 to learn from"
    ),
  ]

  @Test("Every problem has its code and its words.", arguments: wordings)
  func wording(problem: DatasetProblem, code: String, message: String) {
    #expect(problem.code == code)
    #expect(problem.message == message)
  }

  @Test("A missing column's help names the columns there are, but not hundreds.")
  func columnsHelp() {
    let few = DatasetProblem.missingColumn(Self.place, name: "z", known: ["x", "y"])
    #expect(few.help == "columns: x, y")
    let many = DatasetProblem.missingColumn(Self.place, name: "z", known: (1...785).map { "p\($0)" })
    #expect(many.help?.hasSuffix("p11, p12 and 773 more") == true)
  }

  @Test("A failed download says in its help what each mirror did.")
  func downloadHelp() {
    let reasons: [(DownloadFailure.Reason, String)] = [
      (.status(404), "the server answered 404"), (.noAnswer(seconds: 4), "no answer within 4 s"),
      (.stalled(seconds: 0.5), "nothing arrived for 0.5 s"), (.wrongDigest, "the file has the wrong SHA-256"),
      (.interrupted(received: 3, total: 9), "the transfer stopped after 3 of 9 bytes"),
      (.interrupted(received: 3, total: nil), "the transfer stopped after 3 bytes"),
      (.failed("no route"), "no route"),
    ]
    for (reason, words) in reasons {
      let problem = DatasetProblem.downloadFailed(dataset: "MNIST", [DownloadFailure(url: "u", reason)])
      #expect(
        problem.help
          == "u: \(words); put the four files in a folder and give it as --data-dir, or set `fallback: digits`"
      )
    }
  }
}
