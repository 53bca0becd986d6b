import Diagnostics

/// A problem with a file of weights.
package enum WeightFileProblem: Problem, Error, Hashable {
  case unknownFormat(String)
  case notFound(String)
  case unreadable(String, reason: String)
  case unwritable(String, reason: String)
  /// A file that the notebook may neither read nor write.
  case outOfReach(String, reason: String)
  /// A file that must not be replaced.
  case foreign(String)
  case writtenTwice(String)
  /// A file that a fit starts from and saves to.
  case ownStart(String)
  /// A file to start from that a fit further down saves.
  case savedBelow(String)
  /// A file to start from that a fit without a name saves.
  case savedWithoutName(String)
  case damaged(String, WeightFileFault)

  package var record: ProblemRecord {
    switch self {
    case .unknownFormat(let name):
      ProblemRecord(
        "TB-W-101", "\"\(name)\" is not the name of a weights file", help: "end it in .safetensors or .npz",
        rule: "A file of weights ends in .safetensors or .npz",
        reason: "The ending selects the format: most libraries read the first, NumPy the second.")
    case .notFound(let name):
      ProblemRecord(
        "TB-W-102", "there is no file \"\(name)\"", help: "paths are relative to the notebook's folder",
        rule: "A file of weights exists",
        reason: "It is read before anything runs, unless a fit above saves it: then the fit that starts from "
          + "it waits.")
    case .unreadable(let name, let reason):
      ProblemRecord(
        "TB-W-103", "\"\(name)\" cannot be read: \(reason)",
        help: "check that its folder exists and that you may use it", rule: "A file of weights can be read",
        reason: "`ls -l` shows its permissions.")
    case .unwritable(let name, let reason):
      ProblemRecord(
        "TB-W-104", "\"\(name)\" cannot be written: \(reason)",
        help: "check that its folder exists and that you may use it",
        rule: "A file of weights can be written",
        reason: "A missing folder is not created, because its path may be mistyped.")
    case .outOfReach(_, let reason):
      ProblemRecord(
        "TB-W-106", reason, help: "use a file beside the notebook, or allow its folder with --allow-path",
        rule: "A notebook reads and writes weights in its own folder",
        reason: "A notebook from someone else must not read or overwrite other files of the person who runs "
          + "it. Links that lead out of the folder are not followed. Allow other folders on the command "
          + "line, with --data-dir or --allow-path.")
    case .foreign(let name):
      ProblemRecord(
        "TB-W-108", "\"\(name)\" is not overwritten: tunebook did not write it",
        help: "choose another name, or replace it with `tunebook run --overwrite`",
        rule: "Weights replace no file that tunebook did not write",
        reason: "The files that it writes have a mark in their metadata. A file of the same name without the "
          + "mark is replaced only with --overwrite.")
    case .writtenTwice(let name):
      ProblemRecord(
        "TB-W-107", "another fit saves its weights in \"\(name)\" too", help: "give each a file of its own",
        rule: "Each fit saves to a file of its own",
        reason: "Otherwise the fit that ends last would decide which weights remain.")
    case .ownStart(let name):
      ProblemRecord(
        "TB-W-109",
        "the fit starts from \"\(name)\" and saves to the same file, so each run would start from different "
          + "weights",
        help: "save to another file", rule: "A fit does not save to the file that it starts from",
        reason: "Each run would continue the last one, so the same notebook would not give the same results "
          + "twice. Links and other spellings of the path count as the same file.")
    case .savedBelow(let name):
      ProblemRecord(
        "TB-W-110",
        "a fit further down saves \"\(name)\", so this fit would start from the weights of an earlier run",
        help: "move that fit above this one, or let it save to another file",
        rule: "A fit starts from weights that are saved above it",
        reason: "Cells use what is computed above them. Weights that a fit further down saves are those of "
          + "an earlier run.")
    case .savedWithoutName(let name):
      ProblemRecord(
        "TB-W-111", "the fit that saves \"\(name)\" has no name, so this fit cannot wait for it",
        help: "give that fit a name: ```{fit} my_fit",
        rule: "A fit that saves weights for another has a name",
        reason: "The other fit waits for it by its name. `weights: my_fit` needs no file.")
    case .damaged(let name, let fault):
      ProblemRecord(
        "TB-W-105", "\"\(name)\" \(fault.message)", help: fault.help,
        rule: "A file of weights is not damaged",
        reason: "Its header is checked against its bytes before any is used: a file from elsewhere may be "
          + "damaged or forged. Weights are 32-bit floats, row by row, uncompressed.")
    }
  }

  package static let references = [
    reference(of: unknownFormat), reference(of: notFound), reference(of: unreadable),
    reference(of: unwritable), reference(of: outOfReach), reference(of: foreign),
    reference(of: writtenTwice), reference(of: ownStart), reference(of: savedBelow),
    reference(of: savedWithoutName), reference(of: damaged("", .cutShort)),
  ]
}

/// A way in which the bytes of a file of weights can be wrong.
package enum WeightFileFault: Error, Hashable, Sendable {
  /// The file is shorter than its header says.
  case cutShort
  case notOfFormat(String)
  case header(String)
  case type(array: String, found: String)
  case size(array: String, shape: [Int], bytes: Int)
  case bounds(array: String)
  case repeated(array: String)
  case columnOrder(array: String)
  case compressed(array: String)
  case checksum(array: String)

  var message: String {
    switch self {
    case .cutShort: "ends too early: it was cut short"
    case .notOfFormat(let format): "is not a \(format) file"
    case .header(let what): "has a header that cannot be read: \(what)"
    case .type(let array, let found): "holds \(found) in \"\(array)\", and weights are 32-bit floats"
    case .size(let array, let shape, let bytes):
      "gives \"\(array)\" the shape (\(shape.map(String.init).joined(separator: ", "))) and \(bytes) bytes, "
        + "which do not fit together"
    case .bounds(let array): "places \"\(array)\" outside itself, or over another array"
    case .repeated(let array): "holds \"\(array)\" twice"
    case .columnOrder(let array): "holds \"\(array)\" column by column"
    case .compressed(let array): "holds \"\(array)\" compressed"
    case .checksum(let array): "is damaged: the checksum of \"\(array)\" does not match"
    }
  }

  var help: String? {
    switch self {
    case .cutShort, .checksum, .bounds, .repeated, .size: "save or copy it again"
    case .notOfFormat, .header: "save it with a library that writes this format"
    case .type: "convert the array to float32 before saving"
    case .columnOrder: "save the array's `numpy.ascontiguousarray`"
    case .compressed: "save it with `numpy.savez`, not `numpy.savez_compressed`"
    }
  }
}
