import NotebookSyntax
import Synchronization

/// The cells of a page in order, as many of their results as there is room for.
struct CellMarkup {
  let document: Document
  let cells: NumberedCells
  let prose: ProseWriter
  let byteLimit: Int
  /// All of them, or those before the first that has no room for a notice.
  private(set) var list: [Markup] = []
  private(set) var omissions: [RenderedPage.Omission] = []
  /// The number of bytes that are left.
  private(set) var room: Int

  /// Cells that are worked out at once, each of which may take all the room before it is known to have none.
  private static let batch = 8

  /// - Parameters:
  ///   - prose: writes the captions.
  ///   - room: the number of bytes for all of them.
  ///   - byteLimit: the limit of the page, for its notices.
  ///   - progress: told, from any thread, what share of the cells is ready.
  init(
    _ document: Document, _ cells: NumberedCells, _ prose: ProseWriter, room: Int, byteLimit: Int,
    _ progress: @Sendable (Double) -> Void
  ) {
    self.document = document
    self.cells = cells
    self.prose = prose
    self.room = room
    self.byteLimit = byteLimit
    let ready = Atomic(0)
    let all = document.cells
    for start in stride(from: 0, to: all.count, by: Self.batch) {
      let room = self.room
      let made = Array(start..<min(start + Self.batch, all.count)).concurrentMap { index -> Markup? in
        let view = CellView(
          cell: all[index], numbered: cells.cell(at: index), wording: prose.wording, prose: prose)
        let markup = Markup.bounded(to: room) { view.markup }
        progress(Double(ready.add(1, ordering: .relaxed).newValue) / Double(all.count))
        return markup
      }
      for (offset, markup) in made.enumerated() {
        guard add(markup, at: start + offset) else { return }
      }
    }
  }

  /// - Returns: whether there was room, at least for a notice.
  private mutating func add(_ markup: Markup?, at index: Int) -> Bool {
    if let markup, markup.byteCount <= room {
      room -= markup.byteCount
      list.append(markup)
      return true
    }
    let cell = document.cells[index]
    let omission = RenderedPage.Omission.cell(cell.name?.value ?? cell.directive.value)
    var view = CellView(
      cell: cell, numbered: cells.cell(at: index), wording: prose.wording, prose: prose,
      omission: OmissionView(omission: omission, byteLimit: byteLimit, wording: prose.wording))
    let withSource = Markup.bounded(to: room) { view.markup }
    view.showsSource = false
    guard let notice = withSource ?? Markup.bounded(to: room, { view.markup }) else { return false }
    omissions.append(omission)
    room -= notice.byteCount
    list.append(notice)
    return true
  }
}
