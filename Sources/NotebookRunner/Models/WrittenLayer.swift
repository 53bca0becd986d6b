import Diagnostics
import Engine
import Options

/// A layer with the text that describes it.
package struct WrittenLayer: Sendable {
  package let layer: any Layer
  /// A layer's name, alone or with its options.
  let written: OptionValue

  var place: SourceRange { written.range }

  /// Returns the place of a layer within this one, or that of the last step of the path that is written.
  func place(of path: [LayerStep]) -> SourceRange {
    var value = written
    for step in path {
      switch step {
      case .option(let name):
        // An option may stand by itself, without its name, if it is the first.
        guard let options = value.entries.first?.value else { return value.range }
        value = options[name] ?? options
      case .element(let index):
        // A single element may stand by itself, without a list.
        guard case .list(let elements) = value.content else { continue }
        guard elements.indices.contains(index) else { return value.range }
        value = elements[index]
      }
    }
    return value.range
  }
}
