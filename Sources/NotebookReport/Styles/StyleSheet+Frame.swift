/// The styles of the frame: column, title, contents, notices and provenance.
extension StyleSheet {
  static let frame = StyleSheet(
    """
    .page { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem 3rem; }
    .skip { position: absolute; left: -100vw; background: var(--paper); padding: 0.5em 1em; z-index: 1; }
    .skip:focus { left: 0; }
    .title-block { padding: 3.5rem 0 1.1rem; border-bottom: 1px solid var(--rule); margin-bottom: 1.7rem; }
    .title-block h1 { margin: 0; font-size: clamp(1.75rem, 5.2vw, 2.6rem); letter-spacing: -0.02em; }
    :lang(ja) .title-block h1 { letter-spacing: 0; font-size: clamp(1.6rem, 4.6vw, 2.2rem); }
    .description { margin: 0.9em 0 0; font-size: 0.97rem; text-wrap: pretty; }
    .subtitle { font-size: 1.17rem; color: var(--muted); margin: 0.6em 0 0; line-height: 1.5; text-wrap: balance; }
    .page-tools {
      display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; align-items: baseline; margin: 1.2rem 0 0;
      font-family: var(--sans); font-size: 0.8rem; line-height: 1.5; color: var(--muted);
    }
    .page-tools a { color: inherit; } .page-tools input { vertical-align: -0.12em; margin: 0 0.1em 0 0; }
    .page-tools fieldset { display: flex; flex-wrap: wrap; gap: 0 0.9rem; border: 0; padding: 0; margin: 0; min-width: 0; }
    .page-tools legend { float: left; padding: 0; }
    .anchor { margin-left: 0.35em; color: var(--muted); text-decoration: none; opacity: 0; font-weight: 400; }
    :is(h1, h2, h3, h4, h5, h6):hover .anchor, .anchor:focus { opacity: 1; }
    .contents { font-family: var(--sans); font-size: 0.84rem; line-height: 1.4; }
    .contents ol { list-style: none; margin: 0; padding: 0; scroll-target-group: auto; }
    .contents li { margin: 0; } .contents .lower { padding-left: 1em; }
    .contents a { display: block; padding: 0.32em 0; color: var(--muted); text-decoration: none; }
    .contents a:hover { color: var(--link); text-decoration: underline; }
    .contents a:target-current { color: var(--ink); font-weight: 600; }
    .contents-title { font-weight: 650; margin: 0 0 0.5em; color: var(--ink); }
    .contents.beside { display: none; }
    .contents.folded { margin: 0 0 2rem; }
    .contents.folded details { border: 1px solid var(--rule); border-radius: 8px; padding: 0.6em 1em; }
    .contents.folded summary { font-weight: 600; }
    .contents.folded ol { margin-top: 0.5em; }
    @media (min-width: 72rem) {
      .page {
        --left: max(1.25rem, calc((100% - 68.25rem) / 2));
        max-width: none; padding-left: calc(var(--left) + 18rem); padding-right: 8rem;
      }
      .page > main { max-width: 43.5rem; }
      .contents.beside {
        display: block; position: fixed; top: 0; left: var(--left); width: 14rem; max-height: 100vh;
        overflow-y: auto; padding: 4.1rem 0 2rem;
      }
      .contents.folded { display: none; }
    }
    @media (min-width: 80rem) {
      .page { --left: max(1.25rem, calc((100% - 73rem) / 2)); padding-left: calc(var(--left) + 15rem); }
      .contents.beside { width: 12.5rem; }
    }
    summary { cursor: pointer; }
    .notices { margin: 0 0 2rem; }
    .notice {
      font-family: var(--sans); font-size: 0.9rem; line-height: 1.5; border-left: 4px solid var(--muted);
      background: var(--surface); border-radius: 4px; padding: 0.7em 1em; margin: 0 0 0.8em;
    }
    .notice p { margin: 0; } .notice .help { margin-top: 0.4em; color: var(--muted); }
    .notice code { background: none; padding: 0; font-weight: 600; }
    .notice .sign { font-weight: 700; margin-right: 0.3em; }
    .notice .to-cell { white-space: nowrap; }
    .notice.information { border-color: var(--link); background: var(--info-surface); }
    .notice.information .sign { color: var(--link); }
    .notice.warning { border-color: var(--warn); background: var(--warn-surface); }
    .notice.warning .sign { color: var(--warn); }
    .notice.failure { border-color: var(--bad); background: var(--bad-surface); }
    .notice.failure .sign, .notice.failure strong { color: var(--bad); }
    .provenance { margin-top: 2.6rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 0.84rem; }
    .provenance summary { font-family: var(--sans); font-weight: 600; }
    .provenance p { margin: 0.8em 0; }
    .provenance table { font-size: 0.8rem; } .provenance caption { text-align: left; }
    .provenance code { overflow-wrap: anywhere; background: none; padding: 0; }
    .provenance td:last-child { min-width: 12rem; } .provenance td:nth-child(-n+2) code { overflow-wrap: normal; }
    """)
}
