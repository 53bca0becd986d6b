import CKernels
import Foundation

/// An instruction set that the kernels are compiled for. All give the same bits.
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

  /// The instruction sets that this processor has, the best last.
  package static var supported: [InstructionSet] { allCases.filter { $0.kernels != nil } }

  /// The environment variable that selects an instruction set.
  package static let environmentVariable = "TUNEBOOK_ISA"

  /// The instruction set in use, chosen once. If the selected one is not available, it is the best one; the command
  /// line has reported that before.
  package static let standard: InstructionSet = {
    let forced = ProcessInfo.processInfo.environment[environmentVariable]
    return (try? choose(forced: forced)) ?? supported.last ?? .generic
  }()

  /// Returns the selected instruction set, or else the best one.
  ///
  /// - Parameter forced: the value of `TUNEBOOK_ISA`; `nil` or empty if it is not set.
  package static func choose(forced: String?) throws(InstructionSetProblem) -> InstructionSet {
    guard let forced, !forced.isEmpty else { return supported.last ?? .generic }
    guard let known = InstructionSet(rawValue: forced) else { throw .unknown(forced) }
    guard known.kernels != nil else { throw .unsupported(known) }
    return known
  }
}
