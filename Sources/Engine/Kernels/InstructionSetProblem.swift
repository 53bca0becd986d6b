/// What can be wrong with an instruction set that is asked for by name.
package enum InstructionSetProblem: Error, Hashable {
  case unknown(String)
  case unsupported(InstructionSet)
}
