import Diagnostics
import Options

extension DatasetProblem {
  package var code: String {
    switch self {
    case .fileNotFound: "TB-D-101"
    case .folderInsteadOfFile: "TB-D-102"
    case .unreadable: "TB-D-103"
    case .emptyFile: "TB-D-104"
    case .truncatedGzip: "TB-D-105"
    case .damagedGzip: "TB-D-106"
    case .incompleteFolder: "TB-D-107"
    case .dataFolderNotFound: "TB-D-108"
    case .notAFile: "TB-D-109"
    case .outOfReach: "TB-D-110"
    case .wrongMagic: "TB-D-111"
    case .truncatedIDX: "TB-D-112"
    case .trailingBytes: "TB-D-113"
    case .oversizedIDX: "TB-D-114"
    case .countsDiffer: "TB-D-115"
    case .labelOutOfRange: "TB-D-116"
    case .shapesDiffer: "TB-D-117"
    case .halfATestPart: "TB-D-118"
    case .nothingInIDX: "TB-D-119"
    case .emptyClassName: "TB-D-120"
    case .notUTF8: "TB-D-121"
    case .raggedRow: "TB-D-122"
    case .notANumber: "TB-D-123"
    case .emptyLabel: "TB-D-124"
    case .unclosedQuote: "TB-D-125"
    case .strayQuote: "TB-D-126"
    case .missingColumn: "TB-D-127"
    case .repeatedColumn: "TB-D-128"
    case .columnOutOfRange: "TB-D-129"
    case .noFeatures: "TB-D-130"
    case .noRows: "TB-D-131"
    case .labelOrTarget: "TB-D-132"
    case .wrongDelimiter: "TB-D-133"
    case .nulByte: "TB-D-134"
    case .gzippedCSV: "TB-D-135"
    case .numberTooLarge: "TB-D-136"
    case .tooManyFields: "TB-D-137"
    case .fieldTooLong: "TB-D-138"
    case .tooManyClasses: "TB-D-139"
    case .offline: "TB-D-141"
    case .downloadFailed: "TB-D-142"
    case .cannotWrite: "TB-D-143"
    case .cancelled: "TB-D-144"
    case .nothingLeft: "TB-D-151"
    case .hasTestPart: "TB-D-152"
    case .fileTooLarge: "TB-D-161"
    case .needsMemory: "TB-D-162"
    }
  }

  package var message: String {
    switch self {
    case .outOfReach(_, let reason): reason
    case .fileNotFound(let file, let known):
      "there is no file \"\(file)\"" + didYouMean(fileName(file), known, prefix: folder(of: file))
    case .folderInsteadOfFile(let file): "\"\(file)\" is a folder, not a file"
    case .notAFile(let file): "\"\(file)\" is not a regular file"
    case .unreadable(let file, let reason): "\"\(file)\" cannot be read: \(reason)"
    case .emptyFile(let file): "\"\(file)\" is empty"
    case .fileTooLarge(let file, let bytes, let limit):
      "\"\(file)\" has \(ByteCount.text(bytes)); at most \(ByteCount.text(limit)) are read"
    case .needsMemory(let file, let needed, let budget):
      "reading \"\(file)\" would take \(ByteCount.text(needed)) of memory; the budget is \(ByteCount.text(budget))"
    case .truncatedGzip(let file): "\"\(file)\" ends in the middle of its gzip data"
    case .damagedGzip(let file): "\"\(file)\" has damaged gzip data"
    case .incompleteFolder(let folder, let missing):
      "\"\(folder)\" holds only a part of MNIST; missing: \(missing.joined(separator: ", "))"
    case .dataFolderNotFound(let folder): "the data folder \"\(folder)\" does not exist"

    case .wrongMagic(let file, let found, let expected):
      "\"\(file)\" does not hold \(expected): its first four bytes are \(hexadecimal(found))"
    case .truncatedIDX(let file, let expected, let found):
      "\"\(file)\" is cut short: its header promises \(expected) bytes, it has \(found)"
    case .trailingBytes(let file, let expected, let found):
      "\"\(file)\" goes on after its end: its header promises \(expected) bytes, "
        + (found.map { "it has \($0)" } ?? "and much more follows")
    case .nothingInIDX(let file, let dimensions):
      "\"\(file)\" holds nothing: its header says \(shape(dimensions))"
    case .oversizedIDX(let file, let dimensions):
      "the header of \"\(file)\" says \(shape(dimensions)), which no memory holds"
    case .countsDiffer(let images, let imageCount, let labels, let labelCount):
      "\"\(images)\" holds \(imageCount) samples, but \"\(labels)\" holds \(labelCount) labels"
    case .labelOutOfRange(let file, let index, let label, let classes):
      "label \(index + 1) of \"\(file)\" is \(label); with \(classes) classes it must be 0 to \(classes - 1)"
    case .shapesDiffer(let training, let trainingShape, let test, let testShape):
      "samples of \"\(training)\" are \(shape(trainingShape)), but those of \"\(test)\" are \(shape(testShape))"
    case .halfATestPart(let given, let missing): "\"\(given)\" is given without \"\(missing)\""
    case .emptyClassName: "the name of a class is empty"

    case .notUTF8(let place): "\(place): the file is not UTF-8"
    case .nulByte(let place): "\(place): there is a NUL byte here, so the file is not UTF-8 text"
    case .gzippedCSV(let file): "\"\(file)\" is gzipped, and a CSV file must not be"
    case .raggedRow(let place, let expected, let found):
      "\(place): the row has \(fields(found)), the rows before it have \(expected)"
    case .notANumber(let place, let text, let column):
      text.isEmpty
        ? "\(place): column \"\(shortened(column))\" is empty where a number must be"
        : "\(place): \"\(shortened(text))\" in column \"\(shortened(column))\" is not a number"
    case .numberTooLarge(let place, let text, let column):
      "\(place): \"\(shortened(text))\" in column \"\(shortened(column))\" is too large: numbers go up to 3.4e38"
    case .tooManyFields(let place, let limit): "\(place): the row has more than \(limit) fields"
    case .fieldTooLong(let place, let limit): "\(place): the field has more than \(limit) bytes"
    case .tooManyClasses(let place, let column, let limit):
      "\(place): column \"\(shortened(column))\" holds more than \(limit) different classes"
    case .emptyLabel(let place, let column): "\(place): the label in column \"\(shortened(column))\" is empty"
    case .unclosedQuote(let place): "\(place): the quote that opens here is never closed"
    case .strayQuote(let place): "\(place): there is a quote in the middle of a field"
    case .missingColumn(let place, let name, let known):
      "\(place): there is no column \"\(name)\"" + didYouMean(name, known)
    case .repeatedColumn(let place, let name): "\(place): there are two columns \"\(name)\""
    case .columnOutOfRange(let place, let written, let count):
      "\(place): \"\(written)\" names no column; without a header it must be a number from 1 to \(count)"
    case .noFeatures(let place, let column):
      "\(place): beside \"\(shortened(column))\" there is no column to learn from"
    case .noRows(let file, let hasHeader):
      hasHeader ? "\"\(file)\" has a header and no rows" : "\"\(file)\" has no rows"
    case .labelOrTarget(let both):
      both ? "csv takes \"label\" or \"target\", not both" : "csv needs the option \"label\" or \"target\""
    case .wrongDelimiter(let text): "\"delimiter\" must be one character other than a quote, not \"\(text)\""

    // The page may quote this, so the wording does not depend on the network.
    case .offline(let dataset), .downloadFailed(let dataset, _):
      "\(dataset) is not on this machine and could not be downloaded"
    case .cannotWrite(let file, let reason): "\"\(file)\" cannot be written: \(reason)"
    case .cancelled(let dataset): "loading \(dataset) was interrupted"

    case .nothingLeft(let part, let count): "of \(count) samples the \(part) part would get none"
    case .hasTestPart: "the data set has a test part already, so that \"test_split\" would make a second one"
    }
  }

  package var correction: Correction? {
    if case .missingColumn(_, let name, let known) = self { Correction(name, among: known) } else { nil }
  }

  package var help: String? {
    switch self {
    case .outOfReach: "put it beside the notebook, or allow its folder with --allow-path"
    case .fileNotFound: "paths are relative to the notebook's folder"
    case .folderInsteadOfFile: "name the file inside it"
    case .unreadable: "check the file's permissions"
    case .notAFile: "save the data in a file"
    case .emptyFile, .nothingInIDX, .truncatedGzip, .damagedGzip, .truncatedIDX, .trailingBytes,
      .oversizedIDX:
      "fetch or make the file again"
    case .incompleteFolder: "add the missing files, with or without .gz, or take the others away"
    case .dataFolderNotFound: "check what --data-dir says"
    case .wrongMagic: "see that images and labels are not exchanged, and that the file is IDX or gzipped IDX"
    case .countsDiffer, .shapesDiffer: "take both files from the same data set"
    case .labelOutOfRange: "see that the labels belong to this data set, or name every class in class_names"
    case .halfATestPart(_, let missing): "give \(missing) too"
    case .emptyClassName: "give each class a name, or leave out `class_names` to number them"

    case .notUTF8, .nulByte: "save the file as UTF-8"
    case .gzippedCSV: "unpack it with gunzip"
    case .raggedRow: "give each row as many fields as the first, or set the delimiter option"
    case .notANumber:
      "only the column that `label` names may hold text; take other such columns out of the file"
    case .numberTooLarge: "write the column in larger units"
    case .tooManyFields: "see that the `delimiter` option is right, or leave out columns"
    case .fieldTooLong: "see that the `delimiter` option is right, or shorten the field"
    case .tooManyClasses:
      "see that `label` names the column with the classes; `target` is for numbers to predict"
    case .fileTooLarge: "use a smaller file"
    case .needsMemory: "use a smaller file, or allow more memory with --max-memory"
    case .emptyLabel: "fill it in, or take the row out"
    case .unclosedQuote, .strayQuote: "put the whole field in quotes, and write each quote within it twice"
    case .missingColumn(_, _, let known): "columns: \(listing(known))" + csvHint(known)
    case .repeatedColumn: "give each column a name of its own"
    case .columnOutOfRange: "with a header, set header: true and use the column's name"
    case .noFeatures: "see that the delimiter option is the one the file uses"
    case .noRows: nil
    case .labelOrTarget: "label names the column with the classes, target one with numbers to predict"
    case .wrongDelimiter: "write it as in `delimiter: \";\"`"

    case .offline: "TUNEBOOK_OFFLINE forbids to download it; \(withoutDownload)"
    case .downloadFailed(_, let failures): failures.map { "\($0); " }.joined() + withoutDownload
    case .cannotWrite: "see that the disk has room and the folder is yours, or set XDG_CACHE_HOME"
    case .cancelled: nil
    case .nothingLeft: "choose a share or a limit that leaves samples in both parts"
    case .hasTestPart: "leave test_split out"
    }
  }
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
    return "; where the first row holds no names, set `header: false` and give columns by number"
  }
  return ""
}

private func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}

private func fileName(_ path: String) -> String { String(path.dropFirst(folder(of: path).count)) }

/// Returns a text, cut off if it is too long for a message.
func shortened(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }

/// Returns dimensions for a message; only the first ones if there are many.
private func shape(_ dimensions: [Int]) -> String {
  dimensions.prefix(12).map(String.init).joined(separator: "×") + (dimensions.count > 12 ? "×…" : "")
}

private func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }

private func hexadecimal(_ word: UInt32) -> String {
  let digits = String(word, radix: 16)
  return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
}
