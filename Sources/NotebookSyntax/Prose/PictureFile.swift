import Diagnostics
import Foundation

/// A picture in prose or in a caption that is a file beside the notebook: `![A leaf](leaf.png)`.
package struct PictureFile: Sendable, Hashable {
  /// The address as written in the notebook.
  package let address: String
  package let range: SourceRange

  package init(address: String, range: SourceRange) {
    self.address = address
    self.range = range
  }

  /// The path of the file, from the notebook's folder.
  package var path: String { address.removingPercentEncoding ?? address }

  /// Returns true for an address without a scheme and a host.
  static func isOne(_ address: String) -> Bool {
    !address.isEmpty && LinkScheme.scheme(of: address) == nil && !address.hasPrefix("//")
  }
}
