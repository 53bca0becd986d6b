import Datasets
import Diagnostics
import Files
import Foundation
import NotebookResults
import NotebookSyntax

/// Reads the pictures that a page shows from files that the notebook may read.
struct PictureReader {
  /// The most bytes of one picture, and of all that a page shows, counted at each place.
  static let mostBytes = 1_000_000
  static let mostBytesInAll = 4_000_000
  /// The most pixels of a picture, since a small file can be an immense picture to a browser.
  static let mostPixels = 16_000_000

  /// The pictures by their addresses in the notebook.
  private(set) var pictures: [String: Picture] = [:]
  private var problems: [String: PictureProblem] = [:]
  private var byteCount = 0
  private let locations: DatasetLocations

  init(_ locations: DatasetLocations) { self.locations = locations }

  /// Reads a picture, once for each address, and returns what is wrong with it.
  mutating func read(_ file: PictureFile) -> Diagnostic? {
    guard byteCount <= Self.mostBytesInAll else { return nil }
    do throws(PictureProblem) {
      if let problem = problems[file.address] { throw problem }
      let picture: Picture
      if let known = pictures[file.address] {
        picture = known
      } else {
        picture = try self.picture(at: file.path)
        pictures[file.address] = picture
      }
      byteCount += picture.bytes.count
      if byteCount > Self.mostBytesInAll { throw .tooMany }
      return nil
    } catch {
      problems[file.address] = error
      return Diagnostic(error, at: file.range)
    }
  }

  private func picture(at path: String) throws(PictureProblem) -> Picture {
    let bytes: [UInt8]
    do throws(FileError) {
      locations.reads([try locations.reach.url(path)])
      bytes = Array(try locations.reach.file(path).content(limit: Self.mostBytes))
    } catch {
      switch error {
      case .tooLarge: throw .tooLarge(path)
      case .notAFile, .notAFolder: throw .unreadable(path, reason: "it is not a regular file")
      case .system, .link, .foreign, .outside: throw .unreadable(path, reason: error.reason)
      }
    }
    guard let header = PictureHeader(bytes) else { throw .notAPicture(path) }
    guard header.width <= Self.mostPixels / header.height else {
      throw .tooManyPixels(path, width: header.width, height: header.height)
    }
    return Picture(format: header.format, width: header.width, height: header.height, bytes: bytes)
  }
}
