/// The styles of links to other pages, which are not printed.
extension StyleSheet {
  static let navigation = StyleSheet(
    """
    .ways, .languages { font-family: var(--sans); font-size: 0.86rem; }
    .ways { display: flex; flex-wrap: wrap; gap: 0.2em 1.2em; padding-top: 1.4rem; }
    .ways > a { padding: 0.25em 0; }
    .ways > .languages { margin-left: auto; }
    .ways + .title-block { padding-top: 1.2rem; }
    .languages ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2em 1.2em; }
    .languages li { margin: 0; } .languages a { display: inline-block; padding: 0.25em 0; }
    .neighbours {
      display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: 4rem; font-family: var(--sans);
    }
    .neighbours a {
      display: block; padding: 0.8em 1em; border: 1px solid var(--rule); border-radius: 8px; line-height: 1.4;
      text-decoration: none;
    }
    .neighbours a:hover { border-color: var(--link); } .neighbours a:hover .neighbour { text-decoration: underline; }
    .neighbours .next { grid-column: 2; text-align: right; }
    .direction { display: block; font-size: 0.8rem; color: var(--muted); }
    .neighbour { font-size: 0.95rem; font-weight: 600; overflow-wrap: anywhere; }
    @media (max-width: 36rem) {
      .neighbours { grid-template-columns: 1fr; } .neighbours .next { grid-column: 1; }
      .ways { padding-top: 0.8rem; }
    }
    @media print { .ways, .languages, .neighbours { display: none; } }
    """)
}
