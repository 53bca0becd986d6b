import Foundation
import Testing

@Suite struct FormulaViewTests {
  static let formulas = [
    #"L(\theta) = -\frac{1}{N} \sum_{i=1}^N \log p_\theta(y_i \mid x_i)"#,
    #"\theta_{t+1} = \theta_t - \eta \nabla_\theta L, \quad a = -b, \; (-1)"#,
    #"\hat y = \operatorname{softmax}\left(\frac{\mathbf{W}x + b}{\sqrt{d}}\right)"#,
    #"\operatorname*{arg\,max}_k z_k + \max_{i} x_i + \lim_{n \to \infty} a_n"#,
    #"\mathbb{R}^{n \times m}, \mathcal{N}(0, \sigma^2), \mathrm{ReLU}(x), \boldsymbol{\theta}, \mathrm{x}"#,
    #"f'(x) + x'^2 + \int_0^\infty e^{-x^2}\,dx + \int\limits_A + \prod_{j \ne i} 0.5"#,
    #"\bar x, \vec v, \tilde z, \dot x, \overline{ab}, \widehat{ab}, \underbrace{a+b}_{c}"#,
    #"\sigma(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}"#,
    #"\begin{pmatrix} a & b \\ c & d \\ \end{pmatrix} \begin{bmatrix} 1 \end{bmatrix} \begin{matrix} x \end{matrix}"#,
    #"\begin{aligned} a &= b \\ &= c \end{aligned}"#,
    #"\left.\frac{df}{dx}\right|_{x=0}, \left\{ x \middle| y \right\}, \lVert x \rVert_2, \big( \Gamma \big), |x|"#,
    #"\dfrac12 + \tfrac12 + \binom{n}{k} + \sqrt[3]{x} + x^10 + \overset{!}{=} 5\%, \infty, \partial, \forall"#,
  ]

  @Test("Formulas are MathML that is well-formed, in lines and on their own.")
  func mathML() throws {
    let markdown =
      Self.formulas.map { "$\($0)$" }.joined(separator: "\n\n") + "\n\n$$\n\(Self.formulas[0])\n$$\n"
    let html = Prose.html(markdown)
    #expect(MarkupScan(html).faults == [])
    #expect(!html.contains("<code>"))
    try Golden.expect(html, is: "formulas.html")
  }

  @Test("A formula outside the subset is shown as written.")
  func asWritten() {
    #expect(
      Prose.html("A $\\foo<b>$ and $$\\foo$$.").contains(
        "<code>$\\foo&lt;b&gt;$</code> and <code>$$\\foo$$</code>"))
  }

  @Test("In ids, contents and alternative texts a formula is its source.")
  func plain() {
    let html = Prose.html("## The loss $L$\n\n![of $x^2$](data:image/png;base64,AA)")
    #expect(html.contains("<h2 id=\"the-loss-l\">"))
    #expect(html.contains("alt=\"of x^2\""))
  }

  @Test("What stands between wide spaces can stand below one another.")
  func columns() {
    let html = Prose.html("$$\na = 1 \\qquad b = 2\n$$\n")
    #expect(html.contains("<span class=\"formula columns\""))
    #expect(html.ranges(of: "<math display=\"block\">").count == 2 && !html.contains("mspace"))
    #expect(MarkupScan(html).faults == [])
  }
}
