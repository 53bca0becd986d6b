/// The styles of grids of images and numbers.
extension StyleSheet {
  static let grids = StyleSheet(
    """
    .images {
      list-style: none; padding: 0; margin: 0 0 0.6rem; display: grid; gap: 0.9rem 0.7rem;
      grid-template-columns: repeat(auto-fill, minmax(4rem, 1fr));
    }
    @media (min-width: 48rem) {
      .images[class*="columns-"] .frame { max-width: 5.2rem; }
      .images.columns-6 { grid-template-columns: repeat(6, 1fr); }
      .images.columns-7 { grid-template-columns: repeat(7, 1fr); }
      .images.columns-8 { grid-template-columns: repeat(8, 1fr); }
      .images.columns-9 { grid-template-columns: repeat(9, 1fr); }
      .images.columns-10 { grid-template-columns: repeat(10, 1fr); }
    }
    .images li { margin: 0; text-align: center; min-width: 0; }
    .frame { display: block; border-radius: 4px; overflow: hidden; box-shadow: 0 0 0 1px var(--rule); }
    .images .frame { max-width: 5rem; margin: 0 auto; }
    .grid-box .frame { flex: none; width: 5.25rem; margin: 1px; }
    .frame img { display: block; width: 100%; image-rendering: pixelated; filter: var(--image-filter); }
    .frame.diverging img { filter: var(--hue-filter); }
    .image-caption {
      display: block; font-family: var(--sans); font-size: 0.76rem; line-height: 1.35; margin-top: 0.4em;
      color: var(--muted); overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
    }
    .images:is(.columns-9, .columns-10) .image-caption { font-size: 0.7rem; }
    .is-right .verdict { color: var(--good); font-weight: 700; }
    .is-wrong .verdict, .is-wrong .image-caption { color: var(--bad); }
    .is-wrong .verdict { font-weight: 700; }
    .is-wrong .frame { box-shadow: 0 0 0 2px var(--bad); }
    .grid-box { display: flex; flex-flow: row-reverse wrap; justify-content: flex-end; gap: 0 1.5rem; }
    .grid-box > .output-title { display: flex; flex-direction: column; align-items: center; gap: 0.4rem; }
    .number-grid {
      --advance: 0.602em; --least: 4.5px; --most: 0.5rem; margin: 0 0 0.6rem; padding: 0; background: none; border-radius: 0; overflow: visible;
      width: fit-content; color: var(--dim); letter-spacing: 0;
      white-space: pre; font-size: clamp(var(--least), calc(100cqw / var(--line) / 0.61), var(--most));
      line-height: calc(var(--cell) * var(--advance));
    }
    .grid-box > .scroll { container-type: inline-size; flex: 0 1 34.5rem; margin-bottom: 0; }
    @media (min-width: 48rem) { .number-grid { --least: 7px; } }
    .number-grid span {
      padding-block: calc((var(--cell) * var(--advance) - 1.15em) / 2); color: var(--ink);
      background: color-mix(in srgb, var(--ink) var(--share), var(--paper));
    }
    .number-grid i { font-style: normal; position: relative; left: calc(var(--advance) / -2); }
    .number-grid .g1 { --share: 7%; } .number-grid .g2 { --share: 14%; } .number-grid .g3 { --share: 22%; }
    .number-grid .g4 { --share: 30%; } .number-grid .g5 { --share: var(--shade-5); }
    .number-grid .g6 { --share: 72%; } .number-grid .g7 { --share: 80%; } .number-grid .g8 { --share: 88%; }
    .number-grid .g9 { --share: 96%; }
    .number-grid :is(.g6, .g7, .g8, .g9) { color: var(--paper); }
    """)
}
