import Diagnostics
import NotebookSyntax
import Options

/// A listing whose fence names a directive as a cell's does, but without the braces.
struct ForgottenBraces {
  /// The text after the fence.
  let info: String
  let directive: Placed<String>

  static func all(in document: Document) -> [ForgottenBraces] {
    document.listings.compactMap { listing in
      let word = String(listing.value.prefix { $0 != " " })
      guard Directives.catalogue[word] != nil else { return nil }
      let place = SourceRange(listing.range.start, listing.range.start + word.utf8.count)
      return ForgottenBraces(info: listing.value, directive: Placed(word, at: place))
    }
  }

  var diagnostic: Diagnostic {
    Diagnostic(PlanProblem.forgottenBraces(directive.value), at: directive.range)
  }
}
