import Diagnostics

extension DatasetProblem {
  package var record: ProblemRecord {
    switch self {
    case .dataFolderNotFound(let folder):
      ProblemRecord(
        "TB-D-108", "the data folder \"\(folder)\" does not exist",
        help: "check the path given to "
          + "--data-dir",
        rule: "The data folder exists",
        reason: "It is given by --data-dir or TUNEBOOK_DATA. With a mistyped path, nothing is downloaded "
          + "instead.")
    case .fileNotFound(let file, let known):
      ProblemRecord(
        "TB-D-101",
        "there is no file \"\(file)\"" + didYouMean(fileName(file), known, prefix: folder(of: file)),
        help: "paths are relative to the notebook's folder", rule: "A data file exists",
        reason: "Paths are relative to the notebook's folder, so that it can be moved together with its "
          + "data.")
    case .outOfReach(_, let reason):
      ProblemRecord(
        "TB-D-110", reason, help: "put it beside the notebook, or allow its folder with --allow-path",
        rule: "A notebook reads files of its own folder",
        reason: "A notebook from someone else must not show other files of the person who runs it. Allow "
          + "more folders on the command line, with --data-dir or --allow-path. Links that lead to other "
          + "places are not followed.")
    case .folderInsteadOfFile(let file):
      ProblemRecord(
        "TB-D-102", "\"\(file)\" is a folder, not a file", help: "name the file inside it",
        rule: "A data file is not a folder", reason: "Each option names a single file.")
    case .notAFile(let file):
      ProblemRecord(
        "TB-D-109", "\"\(file)\" is not a regular file", help: "save the data in a file",
        rule: "A data file is a regular file",
        reason: "Pipes and devices can be read only once, and may have no end.")
    case .unreadable(let file, let reason):
      ProblemRecord(
        "TB-D-103", "\"\(file)\" cannot be read: \(reason)", help: "check the file's permissions",
        rule: "A data file can be read", reason: "`ls -l` shows its permissions.")
    case .emptyFile(let file):
      ProblemRecord(
        "TB-D-104", "\"\(file)\" is empty", help: "fetch or make the file again",
        rule: "A data file is not empty",
        reason: "An empty file is usually left by an interrupted download or export.")
    case .fileTooLarge(let file, let bytes, let limit):
      ProblemRecord(
        "TB-D-161", "\"\(file)\" has \(ByteCount.text(bytes)); at most \(ByteCount.text(limit)) are read",
        help: "use a smaller file", rule: "A data file is not larger than allowed",
        reason: "The limit is far above the size of any usual file; with --untrusted it is 64 MB. The file "
          + "is not read.")
    case .needsMemory(let file, let needed, let budget):
      ProblemRecord(
        "TB-D-162",
        "reading \"\(file)\" would take \(ByteCount.text(needed)) of memory; the budget is "
          + "\(ByteCount.text(budget))",
        help: "use a smaller file, or allow more memory with --max-memory",
        rule: "A data file fits in memory",
        reason: "The memory is computed from the file's size and header before anything is read or unpacked. "
          + "The budget is three quarters of what is free on the machine; --max-memory sets another.")
    case .truncatedGzip(let file):
      ProblemRecord(
        "TB-D-105", "\"\(file)\" ends in the middle of its gzip data", help: "fetch or make the file again",
        rule: "Gzipped data is complete",
        reason: "The file ends too early, as an interrupted copy does.")
    case .damagedGzip(let file):
      ProblemRecord(
        "TB-D-106", "\"\(file)\" has damaged gzip data", help: "fetch or make the file again",
        rule: "Gzipped data agrees with its checksum", reason: "Bytes were changed after it was written.")
    case .incompleteFolder(let folder, let missing):
      ProblemRecord(
        "TB-D-107", "\"\(folder)\" holds only a part of MNIST; missing: \(missing.joined(separator: ", "))",
        help: "add the missing files, with or without .gz, or remove the others",
        rule: "A folder with MNIST has all four files",
        reason: "They are the images and the labels, for training and for tests. Missing files are not taken "
          + "from another place.")
    case .wrongMagic(let file, let found, let expected):
      ProblemRecord(
        "TB-D-111", "\"\(file)\" does not hold \(expected): its first four bytes are \(hexadecimal(found))",
        help: "check that images and labels are not swapped, and that the file is IDX or gzipped IDX",
        rule: "An IDX file begins with the number of its kind",
        reason: "Images have 0x00000803, labels 0x00000801: that tells the two apart.")
    case .truncatedIDX(let file, let expected, let found):
      ProblemRecord(
        "TB-D-112", "\"\(file)\" is cut short: its header promises \(expected) bytes, it has \(found)",
        help: "fetch or make the file again", rule: "An IDX file is as long as its header says",
        reason: "One that is shorter was cut off.")
    case .trailingBytes(let file, let expected, let found):
      ProblemRecord(
        "TB-D-113",
        "\"\(file)\" goes on after its end: its header promises \(expected) bytes, "
          + (found.map { "it has \($0)" } ?? "and much more follows"),
        help: "fetch or make the file again", rule: "An IDX file ends where its header says",
        reason: "A longer one is in another format, or is two files in one.")
    case .nothingInIDX(let file, let dimensions):
      ProblemRecord(
        "TB-D-119",
        "\"\(file)\" holds nothing: its header gives the shape \(shapeText(dimensions, most: 12))",
        help: "fetch or make the file again", rule: "An IDX file holds samples",
        reason: "A dimension of 0 leaves nothing to learn from.")
    case .oversizedIDX(let file, let dimensions):
      ProblemRecord(
        "TB-D-114",
        "the header of \"\(file)\" gives the shape \(shapeText(dimensions, most: 12)), which does not fit in "
          + "memory",
        help: "fetch or make the file again",
        rule: "The header of an IDX file gives a size that fits in memory",
        reason: "A damaged header may ask for any amount of memory, so it is checked before memory is "
          + "reserved.")
    case .countsDiffer(let images, let imageCount, let labels, let labelCount):
      ProblemRecord(
        "TB-D-115",
        "\"\(images)\" holds \(imageCount) samples, but \"\(labels)\" holds \(labelCount) labels",
        help: "take both files from the same data set", rule: "There is a label for each image",
        reason: "Labels belong to images by their order.")
    case .labelOutOfRange(let file, let index, let label, let classes):
      ProblemRecord(
        "TB-D-116",
        "label \(index + 1) of \"\(file)\" is \(label); with \(classes) classes it must be 0 to "
          + "\(classes - 1)",
        help: "check that the labels belong to this data set, or name every class in class_names",
        rule: "Labels are numbers of classes",
        reason: "They are counted from 0. The number of classes is that of `class_names`, or else of the "
          + "training labels.")
    case .shapesDiffer(let training, let trainingShape, let test, let testShape):
      ProblemRecord(
        "TB-D-117",
        "samples of \"\(training)\" have the shape \(shapeText(trainingShape, most: 12)), but those of "
          + "\"\(test)\" have \(shapeText(testShape, most: 12))",
        help: "take both files from the same data set",
        rule: "Test samples have the shape of training samples",
        reason: "A model takes samples of one shape.")
    case .halfATestPart(let given, let missing):
      ProblemRecord(
        "TB-D-118", "\"\(given)\" is given without \"\(missing)\"", help: "give \(missing) too",
        rule: "Test images come with test labels",
        reason: "One without the other can neither be evaluated nor validated on.")
    case .emptyClassName:
      ProblemRecord(
        "TB-D-120", "the name of a class is empty",
        help: "give each class a name, or leave out `class_names` to number them",
        rule: "Each class has a name",
        reason: "Tables and charts show classes by their names. Without `class_names`, the numbers of the "
          + "labels are used.")
    case .notUTF8(let place):
      ProblemRecord(
        "TB-D-121", "\(place): the file is not UTF-8", help: "save the file as UTF-8",
        rule: "A CSV file is UTF-8",
        reason: "Spreadsheets often export in an older encoding; `iconv -f LATIN1 -t UTF-8` converts it.")
    case .nulByte(let place):
      ProblemRecord(
        "TB-D-134", "\(place): there is a NUL byte here, so the file is not UTF-8 text",
        help: "save the file as UTF-8", rule: "A CSV file is text",
        reason: "A zero byte is found in UTF-16 and in spreadsheets' own formats; export the table as CSV in "
          + "UTF-8.")
    case .gzippedCSV(let file):
      ProblemRecord(
        "TB-D-135", "\"\(file)\" is gzipped, and a CSV file must not be", help: "unpack it with gunzip",
        rule: "A CSV file is not gzipped", reason: "Only IDX files may be gzipped, as those of MNIST are.")
    case .raggedRow(let place, let expected, let found):
      ProblemRecord(
        "TB-D-122", "\(place): the row has \(fields(found)), the rows before it have \(expected)",
        help: "give each row as many fields as the first, or set the delimiter option",
        rule: "Each row has as many fields as the first",
        reason: "Usually a field contains the delimiter and is not quoted, or the file has another "
          + "delimiter.")
    case .notANumber(let place, let text, let column):
      ProblemRecord(
        "TB-D-123",
        text.isEmpty
          ? "\(place): column \"\(shortened(column))\" is empty where a number is expected"
          : "\(place): \"\(shortened(text))\" in column \"\(shortened(column))\" is not a number",
        help: adviceForText(text),
        rule: "All columns except that of the classes hold numbers",
        reason: "Networks compute with numbers. Convert text to numbers before the notebook reads the file.")
    case .tooManyFields(let place, let limit):
      ProblemRecord(
        "TB-D-137", "\(place): the row has more than \(limit) fields",
        help: "check that the `delimiter` option is right, or leave out columns",
        rule: "A row of a CSV file has at most 65,536 fields",
        reason: "A longer row usually means a wrong `delimiter`, or a file that is not a table.")
    case .fieldTooLong(let place, let limit):
      ProblemRecord(
        "TB-D-138", "\(place): the field has more than \(limit) bytes",
        help: "check that the `delimiter` option is right, or shorten the field",
        rule: "A field of a CSV file has at most 4,096 bytes",
        reason: "Fields hold numbers and the names of classes and columns. A longer one usually means a "
          + "wrong `delimiter`, or a missing quote.")
    case .tooManyClasses(let place, let column, let limit):
      ProblemRecord(
        "TB-D-139", "\(place): column \"\(shortened(column))\" holds more than \(limit) different classes",
        help: "check that `label` names the column with the classes; `target` is for numbers to predict",
        rule: "A column of classes has at most 65,536 different ones",
        reason: "Each class takes an output of the network. A column that differs in nearly every row holds "
          + "a number to predict, which `target` names, or an identifier, which teaches nothing.")
    case .numberTooLarge(let place, let text, let column):
      ProblemRecord(
        "TB-D-136",
        "\(place): \"\(shortened(text))\" in column \"\(shortened(column))\" is too large: numbers go up to "
          + "3.4e38",
        help: "write the column in larger units", rule: "Numbers fit into 32 bits",
        reason: "Networks compute in them; a number beyond 3.4e38 would be infinite and spoil every sum it "
          + "enters.")
    case .emptyLabel(let place, let column):
      ProblemRecord(
        "TB-D-124", "\(place): the label in column \"\(shortened(column))\" is empty",
        help: "fill it in, or remove the row", rule: "Each row has a class",
        reason: "A network cannot learn from a sample without one. The class is not guessed, and the row is "
          + "not skipped.")
    case .unclosedQuote(let place):
      ProblemRecord(
        "TB-D-125", "\(place): the quote that opens here is never closed",
        help: "put the whole field in quotes, and write each quote within it twice",
        rule: "A quoted field ends with a quote",
        reason: "Without it, the rest of the file would be one field.")
    case .strayQuote(let place):
      ProblemRecord(
        "TB-D-126", "\(place): there is a quote in the middle of a field",
        help: "put the whole field in quotes, and write each quote within it twice",
        rule: "Quotes enclose a whole field",
        reason: "Within a quoted field a quote is written twice: \"5\"\" disk\".")
    case .missingColumn(let place, let name, let known):
      ProblemRecord(
        "TB-D-127", "\(place): there is no column \"\(name)\"" + didYouMean(name, known),
        help: "columns: \(listing(known))" + csvHint(known),
        correction: Correction(name, among: known),
        rule: "A column named in a cell is in the first row",
        reason: "Names are compared exactly, spaces and capitals included.")
    case .repeatedColumn(let place, let name):
      ProblemRecord(
        "TB-D-128", "\(place): there are two columns \"\(name)\"",
        help: "give each column a name of its own", rule: "Columns have different names",
        reason: "`label` and plots find a column by its name.")
    case .columnOutOfRange(let place, let written, let count):
      ProblemRecord(
        "TB-D-129",
        "\(place): \"\(written)\" names no column; without a header it must be a number from 1 to \(count)",
        help: "with a header, set header: true and use the column's name",
        rule: "Without a header, columns are numbered", reason: "The first is 1, as spreadsheets count.")
    case .weightIsAnswer(let place, let column):
      ProblemRecord(
        "TB-D-190", "\(place): column \"\(shortened(column))\" cannot hold both the answers and the weights",
        help: "name another column with `sample_weight`, or leave it out",
        rule: "Weights of samples have a column of their own",
        reason: "A weight says how much a sample counts, not what is to be learned from it.")
    case .negativeWeight(let place, let text, let column):
      ProblemRecord(
        "TB-D-191",
        "\(place): \"\(shortened(text))\" in column \"\(shortened(column))\" is negative, and a weight "
          + "cannot be",
        help: "check that `sample_weight` names the right column",
        rule: "Weights of samples are not negative",
        reason: "With a negative weight, training would make the answer for the sample as wrong as possible.")
    case .noFeatures(let place, let column):
      ProblemRecord(
        "TB-D-130", "\(place): apart from \"\(shortened(column))\" there is no column to learn from",
        help: "check that the `delimiter` option is the one that the file uses",
        rule: "There is a column to learn from",
        reason: "A single column usually means that the file has another delimiter; set it with `delimiter`.")
    case .noRows(let file, let hasHeader):
      ProblemRecord(
        "TB-D-131", hasHeader ? "\"\(file)\" has a header and no rows" : "\"\(file)\" has no rows",
        rule: "A CSV file has rows", reason: "A header alone has no samples.")
    case .labelOrTarget(let both):
      ProblemRecord(
        "TB-D-132",
        both ? "csv takes \"label\" or \"target\", not both" : "csv needs the option \"label\" or \"target\"",
        help: "label names the column with the classes, target one with numbers to predict",
        rule: "A table has classes or numbers to predict",
        reason: "`label: species` reads a column as classes, `target: price` one as numbers; a network "
          + "learns one of the two.")
    case .wrongDelimiter(let text):
      ProblemRecord(
        "TB-D-133", "\"delimiter\" must be one character other than a quote, not \"\(text)\"",
        help: "write it as in `delimiter: \";\"`", rule: "A delimiter is one character",
        reason: "A quote has another meaning; a tab is written \"\\t\".")
    case .tooFewValues(let file, let count, let needed):
      ProblemRecord(
        "TB-D-145",
        "\"\(file)\" has \(count) values; two windows and the values they forecast take \(needed)",
        help: "lower window or horizon, or use a longer series", rule: "A series is longer than its windows",
        reason: "Each sample takes `window` values and the one to forecast, `horizon` rows later.")
    case .offline(let dataset):
      ProblemRecord(
        "TB-D-141", "\(dataset) is not on this machine and could not be downloaded",
        help: "TUNEBOOK_OFFLINE forbids downloading it; \(withoutDownload)",
        rule: "Where nothing may be downloaded, the data set is on this machine",
        reason: "TUNEBOOK_OFFLINE is set. With `fallback: digits` the notebook runs on drawn digits, and its "
          + "page says so.")
    case .downloadFailed(let dataset, let failures):
      ProblemRecord(
        "TB-D-142", "\(dataset) is not on this machine and could not be downloaded",
        help: failures.map { "\($0); " }.joined() + withoutDownload, rule: "A data set can be downloaded",
        reason: "Each mirror was tried in turn; the message gives the reasons. Files with another digest are "
          + "not used.")
    case .cannotWrite(let file, let reason):
      ProblemRecord(
        "TB-D-143", "\"\(file)\" cannot be written: \(reason)",
        help: "check that the disk has room and the folder is yours, or set XDG_CACHE_HOME",
        rule: "A download can be kept", reason: "It goes to the user's cache folder, once for all notebooks.")
    case .cancelled(let dataset):
      ProblemRecord(
        "TB-D-144", "loading \(dataset) was interrupted", rule: "Loading was not interrupted",
        reason: "Incomplete data is not used. The next run loads it again.")
    case .nothingLeft(let part, let count):
      ProblemRecord(
        "TB-D-151", "of \(count) samples, the \(part) part would get none",
        help: "choose a share or a limit that leaves samples in both parts",
        rule: "A split leaves samples in both parts",
        reason: "A small share of few samples is less than one sample.")
    case .hasTestPart:
      ProblemRecord(
        "TB-D-152", "the data set already has a test part, so \"test_split\" would make a second one",
        help: "leave test_split out", rule: "Test samples are set apart once",
        reason: "MNIST and drawn digits come with test samples, the same for everyone; IDX files may too.")
    case .validationTakesAll(let validation, let count):
      ProblemRecord(
        "TB-D-153",
        "a validation part of \(counted(validation, "sample")) leaves none of \(count) to learn from",
        help: "give `validation` a smaller number, or a share such as 0.1",
        rule: "A validation part leaves samples to learn from",
        reason: "It is taken from the training samples, before `limit` counts those that remain.")
    }
  }

  package static let references = [
    reference(of: dataFolderNotFound), reference(of: fileNotFound), reference(of: outOfReach),
    reference(of: folderInsteadOfFile), reference(of: notAFile), reference(of: unreadable),
    reference(of: emptyFile), reference(of: fileTooLarge), reference(of: needsMemory),
    reference(of: truncatedGzip), reference(of: damagedGzip), reference(of: incompleteFolder),
    reference(of: wrongMagic), reference(of: truncatedIDX), reference(of: trailingBytes),
    reference(of: nothingInIDX), reference(of: oversizedIDX), reference(of: countsDiffer),
    reference(of: labelOutOfRange), reference(of: shapesDiffer), reference(of: halfATestPart),
    reference(of: emptyClassName), reference(of: notUTF8), reference(of: nulByte),
    reference(of: gzippedCSV), reference(of: raggedRow), reference(of: notANumber),
    reference(of: tooManyFields), reference(of: fieldTooLong), reference(of: tooManyClasses),
    reference(of: numberTooLarge), reference(of: emptyLabel), reference(of: unclosedQuote),
    reference(of: strayQuote), reference(of: missingColumn), reference(of: repeatedColumn),
    reference(of: columnOutOfRange), reference(of: weightIsAnswer), reference(of: negativeWeight),
    reference(of: noFeatures), reference(of: noRows), reference(of: labelOrTarget),
    reference(of: wrongDelimiter), reference(of: tooFewValues), reference(of: offline),
    reference(of: downloadFailed), reference(of: cannotWrite), reference(of: cancelled),
    reference(of: nothingLeft), reference(of: hasTestPart),
    reference(of: validationTakesAll),
  ]
}

private let withoutDownload =
  "put the four files in a folder and give it as --data-dir, or set `fallback: digits`"

/// Returns names for a line of help; only the first ones if there are many.
private func listing(_ names: [String]) -> String {
  let shown = names.prefix(12).map(shortened).joined(separator: ", ")
  return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
}

/// Returns advice for a file whose column names show a wrong delimiter or a missing header.
private func csvHint(_ names: [String]) -> String {
  if names.count == 1, let delimiter = [";", "\t", "|"].first(where: names[0].contains) {
    let written = delimiter == "\t" ? "\\t" : delimiter
    return "; if the file has another delimiter, set `delimiter: \"\(written)\"`"
  }
  if names.contains(where: { Double($0) != nil }) {
    return "; if the first row holds no names, set `header: false` and give columns by number"
  }
  return ""
}

private func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}

private func fileName(_ path: String) -> String { String(path.dropFirst(folder(of: path).count)) }

/// The beginning of a text, where it is too long for a message.
func shortened(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }

private func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }

private func hexadecimal(_ word: UInt32) -> String {
  let digits = String(word, radix: 16)
  return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
}

/// Returns advice on text where a number is expected.
private func adviceForText(_ text: String) -> String {
  let missing = ["", "?", "-", ".", "na", "n/a", "#n/a", "nan", "null", "none", "missing"]
  if missing.contains(text.lowercased()) {
    return "a value is missing: fill it in, or delete such rows, before the notebook reads the file"
  }
  if text.contains(","), text.allSatisfy({ $0.isNumber || ".,+- ".contains($0) }) {
    return "write numbers with a decimal point, and without separators between thousands: 2692 or 107.3"
  }
  return
    "leave the column out of the file, or write numbers for its words; only classes may be words, in the "
    + "column that `label` names"
}
