import Tuning

/// Creates a search space of sound domains.
func space(_ domains: SearchDomain...) throws -> SearchSpace {
  let dimensions = try domains.enumerated().map { try SearchDimension("x\($0.offset)", $0.element) }
  guard let space = SearchSpace(dimensions) else { throw TooManyDimensions() }
  return space
}

struct TooManyDimensions: Error {}
