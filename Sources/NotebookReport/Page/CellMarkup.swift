import NotebookSyntax
import Synchronization

/// The markup of a page's cells in order, within a size limit.
struct CellMarkup {
  let document: Document
  let cells: NumberedCells
  let prose: ProseWriter
  let byteLimit: Int
  /// The markup of all cells, or of those before the first for which not even a notice fits.
  private(set) var list: [Markup] = []
  private(set) var omissions: [RenderedPage.Omission] = []
  /// The number of bytes left.
  private(set) var room: Int

  /// The number of cells rendered at a time. Each may use all the room before it is known not to fit.
  private static let batch = 8

  /// - Parameters:
  ///   - prose: writes the captions.
  ///   - room: the number of bytes for all of them.
  ///   - byteLimit: the size limit of the page, which the notices mention.
  ///   - progress: called from any thread with the share of cells that are rendered.
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
          cell: all[index], numbered: cells.cell(at: index), wording: prose.wording, prose: prose,
          runs: cells.runs)
        let markup = Markup.bounded(to: room) { view.markup }
        progress(Double(ready.add(1, ordering: .relaxed).newValue) / Double(all.count))
        return markup
      }
      for (offset, markup) in made.enumerated() {
        let index = start + offset
        guard add(markup, of: all[index], cells.cell(at: index)) else { return }
      }
    }
  }

  /// - Returns: false if not even a notice fits.
  private mutating func add(
    _ markup: Markup?, of cell: Cell, _ numbered: NumberedCells.NumberedCell?
  ) -> Bool {
    if let markup, markup.byteCount <= room {
      room -= markup.byteCount
      list.append(markup)
      return true
    }
    let omission = RenderedPage.Omission.cell(cell.name?.value ?? cell.directive.value)
    var view = CellView(
      cell: cell, numbered: numbered, wording: prose.wording, prose: prose, runs: cells.runs,
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
