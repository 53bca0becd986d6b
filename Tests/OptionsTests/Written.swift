import Diagnostics
import Options

/// A mapping of options as an author would have written it, each key and value with a range of its own: the
/// key at 10, 30, 50 … and its value ten further on.
func written(_ entries: KeyValuePairs<String, OptionValue>) -> OptionValue {
  let placed = entries.enumerated().map { index, entry in
    let start = 10 + 20 * index
    return OptionValue.Entry(
      entry.key, at: SourceRange(start, start + 5),
      OptionValue(entry.value.content, at: SourceRange(start + 10, start + 15)))
  }
  return OptionValue(.mapping(placed), at: SourceRange(1, 9))
}

func mapping(_ entries: KeyValuePairs<String, OptionValue>) -> OptionValue {
  OptionValue(.mapping(entries.map { OptionValue.Entry($0.key, $0.value) }))
}

enum Mode: String, CaseIterable, Sendable { case min, max, auto }

func list(_ elements: OptionValue...) -> OptionValue { OptionValue(.list(elements)) }
