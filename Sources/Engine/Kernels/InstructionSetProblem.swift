/// A problem with an instruction set that is selected by name.
package enum InstructionSetProblem: Error, Hashable {
  case unknown(String)
  case unsupported(InstructionSet)
}
