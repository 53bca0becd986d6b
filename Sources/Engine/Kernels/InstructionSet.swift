import CKernels
import Foundation

/// The instruction sets that the kernels are compiled for; the bits of every result are the same for all.
package enum InstructionSet: String, Sendable, CaseIterable {
  case generic, neon, avx2, avx512

  var kernels: UnsafePointer<tb_kernels>? {
    switch self {
    case .generic: tb_kernels_for(Int32(TB_GENERIC))
    case .neon: tb_kernels_for(Int32(TB_NEON))
    case .avx2: tb_kernels_for(Int32(TB_AVX2))
    case .avx512: tb_kernels_for(Int32(TB_AVX512))
    }
  }

  /// Those that this processor has, the best last.
  package static var supported: [InstructionSet] { allCases.filter { $0.kernels != nil } }

  /// The variable of the environment that forces one.
  package static let environmentVariable = "TUNEBOOK_ISA"

  /// What the processor and the environment give, chosen once. A forced set that cannot be followed falls back
  /// to the best one; the command line has reported it by then.
  package static let standard: InstructionSet = {
    let forced = ProcessInfo.processInfo.environment[environmentVariable]
    return (try? choose(forced: forced)) ?? supported.last ?? .generic
  }()

  /// The set to use: the one named by the environment's variable, else the best one.
  ///
  /// - Parameter forced: the value of `TUNEBOOK_ISA`, `nil` or empty where it is not set.
  package static func choose(forced: String?) throws(InstructionSetProblem) -> InstructionSet {
    guard let forced, !forced.isEmpty else { return supported.last ?? .generic }
    guard let known = InstructionSet(rawValue: forced) else { throw .unknown(forced) }
    guard known.kernels != nil else { throw .unsupported(known) }
    return known
  }
}
