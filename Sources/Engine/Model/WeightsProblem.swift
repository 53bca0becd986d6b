/// A way in which arrays of weights can fail to be those of a model.
package enum WeightsProblem: Error, Hashable {
  case missing(String, known: [String])
  case shape(String, expected: [Int], found: [Int])
  case notOfTheModel(String)
}
