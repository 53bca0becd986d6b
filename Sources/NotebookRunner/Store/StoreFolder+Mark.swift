import Files
import Foundation

extension StoreFolder {
  /// The file that tells backup programs, and this one, that the contents of a folder can be computed again.
  static let tag = "CACHEDIR.TAG"
  private static let tagText = """
    Signature: 8a477f597d28d172789f06886806bc55
    # Results that tunebook stored, to be used again. They can be deleted at any time: `tunebook clean`.

    """
  static let ignored = ".gitignore"
  private static let ignoredText = "*\n"

  /// Marks a new folder.
  ///
  /// - Throws: ``StoreProblem/notAStore(_:)`` if it holds other things and has no mark.
  func mark(_ root: Folder) throws(StoreProblem) {
    if isMarked(root) { return }
    do {
      guard try isUnused(root) else { throw StoreProblem.notAStore(path) }
      root.removeAbandonedDrafts()
      // A process may be killed between these two.
      if !isShared, try root.status(of: Self.ignored) == nil {
        try root.createWhole(Self.ignored, Data(Self.ignoredText.utf8))
      }
      try root.write(Data(Self.tagText.utf8), to: Self.tag)
    } catch let problem as StoreProblem {
      throw problem
    } catch {
      // Another process may have come first.
      if isMarked(root) { return }
      throw .unwritable(path, reason: (error as? FileError)?.reason ?? "\(error)")
    }
  }

  func isMarked(_ root: Folder) -> Bool { holds(Self.tagText, Self.tag, root) }

  /// Returns whether a folder holds nothing but what ``mark(_:)`` leaves if it is killed.
  func isUnused(_ root: Folder) throws(FileError) -> Bool {
    try root.holdsOnlyDrafts(beside: holds(Self.ignoredText, Self.ignored, root) ? [Self.ignored] : [])
  }

  /// Removes the mark of a folder that holds nothing else.
  func removeMark(of root: Folder) {
    root.removeAbandonedDrafts()
    guard isMarked(root), let names = try? root.names(),
      Set(names).isSubset(of: [Self.tag, Self.ignored])
    else { return }
    // The mark is removed last, so that a killed process leaves a folder that is still recognized.
    if holds(Self.ignoredText, Self.ignored, root) { try? root.remove(Self.ignored) }
    try? root.remove(Self.tag)
  }

  private func holds(_ text: String, _ name: String, _ root: Folder) -> Bool {
    guard let file = try? root.file(name), file.size == text.utf8.count else { return false }
    return (try? file.content(limit: text.utf8.count)) == Data(text.utf8)
  }
}
