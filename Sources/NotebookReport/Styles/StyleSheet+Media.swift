/// The styles for telephones and paper.
extension StyleSheet {
  static let narrow = StyleSheet(
    """
    @media (max-width: 36rem) {
      html { font-size: 100%; }
      .page { padding: 0 1rem 3rem; }
      .title-block { padding-top: 2rem; }
      .chart.wide { display: none; } .chart.narrow { display: block; }
      .anchor { display: none; }
      .images { grid-template-columns: repeat(auto-fill, minmax(3rem, 1fr)); }
      .images:is(.columns-6, .columns-7) { grid-template-columns: repeat(auto-fill, minmax(4.6rem, 1fr)); }
      th, td { padding: 0.4em 0.5em; } .results .number + :not(.number) { padding-left: 0.9em; }
      .confusion th { max-width: 6.5rem; }
      .confusion:not(.outcomes) { border-spacing: 1px; font-size: 0.7rem; }
      .confusion:not(.outcomes) :is(th, td) { min-width: 0; padding: 0.35em 0.15em; }
      .confusion:not(.outcomes) tbody th { padding-right: 0.4em; } .confusion.heat td { padding: 0.35em 0.5em; }
      .confusion.square td { height: 2.1rem; } .confusion.square small, .row-shares { display: none; }
      .confusion.square { table-layout: fixed; width: 100%; font-size: 0.64rem; }
      .confusion.square :is(th, td) { padding-inline: 0; min-width: 0; white-space: nowrap; }
      .results tbody th { white-space: normal; }
      .results tr > :first-child {
        position: sticky; left: 0; max-width: 42vw; background: var(--paper); white-space: normal; overflow-wrap: break-word; word-break: auto-phrase;
      }
      .results th:has(> .run-mark) { min-width: 7em; }
      .tools { gap: 0 0.9rem; }
      .tools:has(> .numbers):has(.change) { flex-wrap: wrap; }
      .tools:has(> .numbers) > .source:has(.change) { order: 1; flex-basis: 100%; }
    }
    @media (max-width: 23rem) {
      .confusion.square { font-size: 0.54rem; } .results { font-size: 0.8rem; }
      .results :is(th, td) { padding-inline: 0.35em; }
    }
    """)

  static let print =
    .within("@media print", .within(":root, :root[data-theme]", light))
    + StyleSheet(
      """
      @page {
        margin: 14mm 16mm 15mm;
        @top-left { font: 8pt system-ui, sans-serif; color: #5a6067; }
        @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #5a6067; }
      }
      @media print {
        html { font-size: 10pt; line-height: 1.45; } html:lang(ja) { font-size: 9.5pt; line-height: 1.6; }
        .page { display: block; max-width: none; padding: 0; } .page > main { max-width: 190mm; margin: 0 auto; }
        .title-block { padding-top: 0; }
        article > :is(p, ul, ol, dl, blockquote), .description { max-width: 40rem; }
        h2 { margin-top: 1.4em; } .cell { margin: 0.9rem 0; } .chart-box, .images { margin-bottom: 0.4rem; }
        .chart-box > svg, .multiples { max-width: 31rem; }
        .results { font-size: 0.76rem; line-height: 1.35; } .results :is(th, td) { padding: 0.22em 0.6em; }
        .confusion-box { display: block; } .confusion { font-size: 0.82rem; } .confusion :is(th, td) { padding: 0.14em 0.3em; line-height: 1.15; }
        .tools { margin-top: 0.2rem; font-size: 0.72rem; }
        .confusion.square td { min-width: 2.1rem; height: 1.9rem; }
        pre { font-size: 0.72rem; line-height: 1.4; padding: 0.5em 0.8em; }
        .number-grid { --least: 7pt; --most: 7pt; line-height: 11pt; } .number-grid span { padding-block: 1.4pt; }
        .contents, .skip, .anchor, .footnote-backref, .to-cell, .to-figure, .numbers, .hover, .page-tools :is(label, fieldset, a), .long-table > label { display: none !important; }
        :root:not(:has(#show-sources:checked)) .tools, .provenance :is(.scroll, .long-table) ~ :is(.scroll, .long-table) { display: none; }
        details:not(.held, .source)::details-content { content-visibility: visible; display: block; height: auto; }
        details > summary { list-style: none; } details > summary::-webkit-details-marker { display: none; }
        .chart.wide { display: block; } .chart.narrow { display: none; }
        .multiples > .chart { display: block; break-inside: avoid; } .multiples { grid-template-columns: 1fr 1fr; }
        :root, :root[data-theme] { --paper: #fff; }
        .frame, .is-wrong .frame { box-shadow: none; border: 1px solid var(--rule); }
        .is-wrong .frame { border: 2px solid var(--bad); }
        :is(figcaption, .reading, .note, .change-card):not(:first-child) { break-before: avoid; }
        .chart-box > svg, .results, .scroll, .images, .grid-box, .confusion-box, .measures, .images li, .change-card, .claims li, tr, .notice, pre { break-inside: avoid; }
        :is(.results, .scroll):has(tbody tr:nth-child(9)) { break-inside: auto; }
        h1, h2, h3, h4, h5, h6, caption, summary, thead, .output-title { break-after: avoid; }
        figcaption:first-child, tbody tr:nth-child(-n+2):not(:last-child) { break-after: avoid; }
        tbody tr:nth-last-child(-n+2):not(:first-child) { break-before: avoid; }
        p, li { orphans: 3; widows: 3; }
        .images.columns-6 { grid-template-columns: repeat(12, 1fr); } .images.columns-7 { grid-template-columns: repeat(7, 1fr); }
        .images.columns-8 { grid-template-columns: repeat(8, 1fr); } .images.columns-9 { grid-template-columns: repeat(9, 1fr); }
        .images.columns-10 { grid-template-columns: repeat(10, 1fr); }
        .images[class*="columns-"] .frame { max-width: 3.6rem; }
        .picture { break-inside: avoid; } .picture > img { max-height: 200mm; object-fit: contain; object-position: left; }
        .formula { overflow: visible !important; }
        .scroll, pre { overflow: visible; } .scroll { background: none; } pre { white-space: pre-wrap; }
        main a[href^="http"]::after, main a[href^="mailto"]::after {
          content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere;
        }
        * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      }
      """)
}
