import Diagnostics
import Foundation
import Testing

@Suite struct SystemReasonTests {
  @Test("A failure is told in the system's words, however Foundation wraps it.")
  func wrapped() {
    let full = NSError(domain: NSPOSIXErrorDomain, code: Int(ENOSPC))
    let wrapped = NSError(
      domain: NSCocoaErrorDomain, code: CocoaError.Code.fileWriteUnknown.rawValue,
      userInfo: [NSUnderlyingErrorKey: full])
    for error in [full, wrapped, CocoaError(.fileWriteOutOfSpace) as NSError] {
      #expect(systemReason(of: error) == "no space left on device")
    }
  }

  @Test("A failed operation of Foundation gives no path and no code.")
  func foundation() {
    let reason = { (work: () throws -> Void) in
      do {
        try work()
        return ""
      } catch {
        return systemReason(of: error)
      }
    }
    #expect(
      reason { try Data().write(to: URL(fileURLWithPath: "/nowhere/a")) } == "no such file or directory")
    #expect(
      reason { _ = try Data(contentsOf: URL(fileURLWithPath: "/nowhere/a")) } == "no such file or directory")
  }
}
