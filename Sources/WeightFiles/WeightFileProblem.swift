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

  package var code: String {
    switch self {
    case .unknownFormat: "TB-W-101"
    case .notFound: "TB-W-102"
    case .unreadable: "TB-W-103"
    case .unwritable: "TB-W-104"
    case .damaged: "TB-W-105"
    case .outOfReach: "TB-W-106"
    case .writtenTwice: "TB-W-107"
    case .foreign: "TB-W-108"
    case .ownStart: "TB-W-109"
    case .savedBelow: "TB-W-110"
    case .savedWithoutName: "TB-W-111"
    }
  }

  package var message: String {
    switch self {
    case .unknownFormat(let name): "\"\(name)\" names no kind of weights file"
    case .notFound(let name): "there is no file \"\(name)\""
    case .unreadable(let name, let reason): "\"\(name)\" cannot be read: \(reason)"
    case .unwritable(let name, let reason): "\"\(name)\" cannot be written: \(reason)"
    case .outOfReach(_, let reason): reason
    case .foreign(let name): "\"\(name)\" is not overwritten: tunebook did not write it"
    case .writtenTwice(let name): "another fit saves its weights in \"\(name)\" too"
    case .ownStart(let name):
      "the fit starts from \"\(name)\" and saves to the same file, so each run would start from other weights"
    case .savedBelow(let name):
      "a fit further down saves \"\(name)\", so this fit would start from the weights of an earlier run"
    case .savedWithoutName(let name):
      "the fit that saves \"\(name)\" has no name, so this fit cannot wait for it"
    case .damaged(let name, let fault): "\"\(name)\" \(fault.message)"
    }
  }

  package var help: String? {
    switch self {
    case .unknownFormat: "end it in .safetensors or .npz"
    case .notFound: "paths are relative to the notebook's folder"
    case .unreadable, .unwritable: "see whether its folder is there and yours to use"
    case .outOfReach: "use a file beside the notebook, or allow its folder with --allow-path"
    case .foreign: "choose another name, or replace it with `tunebook run --overwrite`"
    case .writtenTwice: "give each a file of its own"
    case .ownStart: "save to another file"
    case .savedBelow: "move that fit above this one, or let it save to another file"
    case .savedWithoutName: "give that fit a name: ```{fit} my_fit"
    case .damaged(_, let fault): fault.help
    }
  }
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
    case .notOfFormat(let format): "is no \(format) file"
    case .header(let what): "has a header that cannot be read: \(what)"
    case .type(let array, let found): "holds \(found) in \"\(array)\", and weights are 32-bit floats"
    case .size(let array, let shape, let bytes):
      "gives \"\(array)\" the shape (\(shape.map(String.init).joined(separator: ", "))) and \(bytes) bytes, "
        + "which do not fit together"
    case .bounds(let array): "places \"\(array)\" outside itself, or over another array"
    case .repeated(let array): "holds \"\(array)\" twice"
    case .columnOrder(let array): "holds \"\(array)\" column by column"
    case .compressed(let array): "holds \"\(array)\" compressed"
    case .checksum(let array): "is damaged: the checksum of \"\(array)\" is another"
    }
  }

  var help: String? {
    switch self {
    case .cutShort, .checksum, .bounds, .repeated, .size: "save or copy it again"
    case .notOfFormat, .header: "save it with a library that writes this format"
    case .type: "convert the array to float32 before saving"
    case .columnOrder: "save `numpy.ascontiguousarray` of it"
    case .compressed: "save it with `numpy.savez`, not `numpy.savez_compressed`"
    }
  }
}
