/// Names in a sentence, one behind the other; of very many the first ones.
package func listed(_ names: some Collection<String>) -> String {
  let limit = 20
  return names.prefix(limit).joined(separator: ", ") + (names.count > limit ? " …" : "")
}
