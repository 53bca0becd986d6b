/// The styles of the index, whose cards fill the width of the page.
extension StyleSheet {
  static let cards = StyleSheet(
    """
    .page.index { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem 5rem; }
    .page.index > main { max-width: none; } .page.index > main > :not(.cards) { max-width: 43.5rem; }
    .page.index article + .cards { margin: 2.5rem 0; }
    .cards {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 1.5rem;
      list-style: none; margin: 0; padding: 0;
    }
    .card {
      position: relative; display: flex; flex-direction: column; margin: 0; border: 1px solid var(--rule);
      border-radius: 10px; overflow: hidden; break-inside: avoid;
    }
    .card:hover { border-color: var(--link); }
    .card:lang(ja) { font-family: "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic", Meiryo, sans-serif; }
    .thumbnail { padding: 1rem 1.2rem 0.9rem; background: var(--surface); border-bottom: 1px solid var(--rule); }
    .card-text { padding: 1rem 1.2rem 1.1rem; display: flex; flex-direction: column; gap: 0.7rem; flex: 1; }
    .card-text > * { margin: 0; }
    .card h2 { font-size: 1.12rem; line-height: 1.35; overflow-wrap: anywhere; }
    .card h2 a { color: var(--ink); text-decoration: none; }
    .card h2 a::after { content: ""; position: absolute; inset: 0; border-radius: 10px; }
    .card:hover h2 a { color: var(--link); text-decoration: underline; }
    .headline { font-family: var(--sans); font-size: 0.86rem; color: var(--muted); line-height: 1.2; }
    .headline b { font-size: 1.6rem; color: var(--ink); letter-spacing: -0.01em; margin-right: 0.15em; }
    .about { font-size: 0.92rem; line-height: 1.55; overflow-wrap: anywhere; }
    .card .notice { font-size: 0.8rem; }
    .card .languages { position: relative; margin-top: auto; width: fit-content; }
    @media (max-width: 36rem) { .page.index { padding: 0 1rem 3rem; } }
    """)
}
