/// The styles of the margin that wide pages have beside their column, with captions and folded parts of cells.
///
/// A part that is opened stands below its figure. Browsers that cannot place it there keep the row below the figure.
/// Claims that hold, and sources without a result, stand beside the end of the paragraph before them.
extension StyleSheet {
  static let margin = StyleSheet(
    """
    @media (min-width: 80rem) {
      :is(figure.result, article > .picture) { display: grid; grid-template-columns: 100% 12.5rem; column-gap: 2rem; }
      figure.result:has(> .outputs > .scroll > .wide) { display: block; width: calc(100% + 14.5rem); }
      :is(figure.result, article > .picture) > figcaption { font-size: 0.8rem; line-height: 1.45; margin: 0 0 0.3rem; }
      figcaption b { display: block; }
      @supports selector(::details-content) {
        .cell:has(> figure.result):not(:has(> .result > .outputs > .scroll > .wide)) {
          display: grid; grid-template-columns: 100% 12.5rem; grid-template-rows: repeat(3, auto) 1fr; column-gap: 2rem;
          > .result, > .tools, > .tools > details { display: contents; }
          .outputs { grid-area: 1 / 1 / 5 / 2; min-width: 0; > :last-child { margin-bottom: 0; } }
          figcaption { grid-area: 1 / 2; }
          > .tools > .to-figure, > .tools > details > summary {
            grid-column: 2; justify-self: start; font: 0.8rem/1.5 var(--sans); color: var(--muted);
          }
          > .tools > .numbers > summary { grid-row: 2; } > .tools > .source > summary { grid-row: 3; }
          > .tools > .to-figure { grid-row: 1; justify-self: end; padding: 0; }
          > .tools > .numbers::details-content { grid-area: 5 / 1; min-width: 0; }
          > .tools > .source::details-content { grid-area: 6 / 1; min-width: 0; }
          > .tools > .source:not([open]) .settings { display: none; }
        }
        article > :is(p, ul, ol):not(:has(.footnote-ref)) + .cell:is(:has(> .result .held:only-child), :not(:has(> .result))) {
          display: grid; grid-template: 1.7rem 1.4rem / 100% 12.5rem; column-gap: 2rem; margin: -3.1rem 0 0;
          > .result, > .result > div, > .result .held, > .tools, > .tools > details { display: contents; }
          summary { grid-column: 2; justify-self: start; align-self: center; font-size: 0.8rem; }
          .source > summary { grid-row: 2; font-family: var(--sans); line-height: 1.5; color: var(--muted); }
          .source:not([open]) .settings { display: none; }
          .held::details-content { grid-area: 3 / 1; min-width: 0; }
          .source::details-content { grid-area: 4 / 1; min-width: 0; }
          &:has(+ :is(h2, h3, h4)) { margin-bottom: -1.05rem; }
          &:has(details[open]), :root:has(#show-sources:checked) & { margin-bottom: 1.5rem; }
        }
      }
    }
    """)
}
