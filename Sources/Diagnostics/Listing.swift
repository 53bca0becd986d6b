/// Returns names as a list within a sentence; of very many, only the first ones.
package func listed(_ names: some Collection<String>) -> String {
  let limit = 20
  return names.prefix(limit).joined(separator: ", ") + (names.count > limit ? " …" : "")
}
