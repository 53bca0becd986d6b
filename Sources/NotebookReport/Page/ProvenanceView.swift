import Foundation
import NotebookResults

/// The provenance of a page as text, and as inert JSON with which the page can be verified.
struct ProvenanceView {
  let provenance: Provenance
  let wording: any Wording

  private var context: ViewContext { ViewContext(wording: wording, id: "provenance", alternativeText: nil) }

  var markup: Markup {
    .element("footer", .class("provenance")) {
      Markup.element("details") {
        Markup.element("summary") { wording.provenance }
        Markup.element("p") { wording.provenanceNote }
        TableView(table: facts, context: context).markup
        if !provenance.data.isEmpty { TableView(table: data, context: context).markup }
        if !provenance.cells.isEmpty { TableView(table: cells, context: context).markup }
      }
      if let json = Self.json(provenance) { Markup.inertJSON(json, id: "tunebook-provenance") }
    }
  }

  private var facts: Table {
    let facts: [(Words, Table.Cell)] =
      [
        (.verbatim(wording.notebook), .code(provenance.notebook)),
        (.verbatim(wording.notebookDigest), .code(provenance.notebookDigest)),
        (
          .verbatim(wording.engine),
          .words(
            .verbatim(
              wording.engineVersion(provenance.engineVersion, numerics: provenance.numericsVersion)))
        ),
        (.verbatim(wording.seed), .code(String(provenance.seed))),
      ] + provenance.parameters.map { (.verbatim($0.name), .code($0.value)) }
    return Table(
      columns: [Table.Column(.verbatim(""), .text), Table.Column(.verbatim(""), .text)],
      rows: facts.map { [.words($0), $1] })
  }

  private var data: Table {
    let rows = provenance.data.flatMap { source in
      let start: [Table.Cell] = [.code(source.cell), .code(source.dataset), .words(.label(source.origin))]
      let files = source.digests.sorted { $0.key < $1.key }
      return files.isEmpty
        ? [start + [.empty, .empty]] : files.map { start + [.code($0.key), .code($0.value)] }
    }
    return Table(
      title: .verbatim(wording.data),
      columns: [wording.cell, wording.data, wording.origin, wording.file, wording.digest].map {
        Table.Column(.verbatim($0), .text)
      }, rows: rows)
  }

  private var cells: Table {
    Table(
      title: .verbatim(wording.cellDigests),
      columns: [wording.cell, wording.digest].map { Table.Column(.verbatim($0), .text) },
      rows: provenance.cells.map { cell in
        let name: Table.Cell =
          cell.line.map { .words(.phrase(.cellInLine, [cell.cell, String($0)])) } ?? .code(cell.cell)
        return [name, .code(cell.digest)]
      })
  }

  /// Returns the provenance as JSON. Its keys are sorted, so equal provenance gives equal bytes.
  private static func json(_ provenance: Provenance) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(provenance)).map { String(decoding: $0, as: UTF8.self) }
  }
}
