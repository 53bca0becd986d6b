/// The colours as variables, so that pages and charts adapt to light, dark and print.
///
/// A page may have three inputs that choose a theme; without them, its `data-theme` does.
///
/// Series follow M. Okabe and K. Ito, "Color Universal Design", 2008; in each theme they are made darker or
/// lighter until lines and their labels have a contrast of 4.5 with the paper (WCAG 2.2, 1.4.3).
extension StyleSheet {
  static let themes =
    .within(":root", light)
    + .within(
      "@media (prefers-color-scheme: dark)",
      .within(":root:where(:has(#theme-auto:checked), [data-theme=\"auto\"]:not(:has(#theme-auto)))", dark))
    + .within(":root:where(:has(#theme-dark:checked), [data-theme=\"dark\"]:not(:has(#theme-dark)))", dark)

  static let light = StyleSheet(
    """
    color-scheme: light;
    --paper: #fdfdfc; --surface: #f3f4f3; --ink: #1d2023; --muted: #5a6067; --dim: #6f757b; --rule: #dcdfe1; --grid: #e6e8ea;
    --link: #0b5cab; --mark: #0b5cab;
    --good: #00704f; --bad: #b3261e; --warn: #8a5a00;
    --good-surface: #e9f5f0; --bad-surface: #fcefed; --warn-surface: #fdf5e3; --info-surface: #eef4fa;
    --series-0: #0072b2; --series-1: #bc4b00; --series-2: #007a57; --series-3: #a4487c; --series-4: #856000;
    --series-5: #1d2023;
    --right: #4a9fd6; --wrong: #ee8a4a; --shade-5: 46%; --worst: #d9b96a; --best: #0b3f80;
    --ground: transparent; --image-filter: none; --hue-filter: none; --shadow: #0003;
    """)

  static let dark = StyleSheet(
    """
    color-scheme: dark;
    --paper: #15181b; --surface: #1f2327; --ink: #e5e7e9; --muted: #a3abb2; --dim: #82898f; --rule: #353b41; --grid: #2a2f34;
    --link: #84bdf4; --mark: #84bdf4;
    --good: #4fcfa3; --bad: #ff9d92; --warn: #e9b949;
    --good-surface: #162a24; --bad-surface: #321c1a; --warn-surface: #2d2514; --info-surface: #18242f;
    --series-0: #56b4e9; --series-1: #f28c4b; --series-2: #2fc79a; --series-3: #e09cc2; --series-4: #e6a700;
    --series-5: #f2f4f5;
    --right: #1b639e; --wrong: #a34a12; --shade-5: 38%; --worst: #6e5a26; --best: #9ad4ff;
    --ground: #fdfdfc; --image-filter: invert(1); --hue-filter: invert(1) hue-rotate(180deg); --shadow: #000c;
    """)
}
