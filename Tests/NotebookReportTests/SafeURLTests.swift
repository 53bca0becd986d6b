import NotebookReport
import Testing

@Suite struct SafeURLTests {
  @Test(
    "Links lead to the web, to mail, to neighbours and to places on the page.",
    arguments: [
      ("https://example.com/a?b=c&d=e#f", "https://example.com/a?b=c&amp;d=e#f"),
      ("HTTP://example.com", "HTTP://example.com"),
      ("mailto:someone@example.com", "mailto:someone@example.com"),
      ("tel:+49123", "tel:+49123"), ("doi:10.1000/182", "doi:10.1000/182"),
      ("ftp://f.example/y", "ftp://f.example/y"),
      ("other.md", "other.md"), ("../up/and down.md", "../up/and%20down.md"), ("#place", "#place"),
      ("?query=a:b", "?query=a:b"), ("folder/file:name", "folder/file:name"),
      ("//example.com", "//example.com"),
      ("ページ.md", "%E3%83%9A%E3%83%BC%E3%82%B8.md"), ("\"><script>", "%22%3E%3Cscript%3E"),
    ])
  func kept(target: String, escaped: String) {
    #expect(SafeURL(target).escaped == escaped)
  }

  @Test(
    "A target that could run something, or only looks like a scheme, is refused.",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
      "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "vbscript:x", "data:text/html,<script>",
      "file:///etc/passwd",
      "blob:x", "data:image/svg+xml;base64,AAAA", "javascript&colon;alert(1):x",
    ])
  func refused(target: String) {
    #expect(SafeURL(target).escaped.isEmpty)
    #expect(SafeURL(image: target).escaped.isEmpty)
  }

  @Test("Pictures may stand within the notebook as data, if they are pictures.")
  func pictures() {
    #expect(SafeURL(image: "data:image/png;base64,AAAA").escaped == "data:image/png;base64,AAAA")
    #expect(SafeURL("data:image/png;base64,AAAA").escaped.isEmpty)
  }
}
