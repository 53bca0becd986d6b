import Foundation
import Synchronization

/// The name of a file that is still being written. It tells who writes it, so that what a killed process left can
/// be known without a look at the clock.
package enum Draft {
  private static let prefix = ".tunebook-draft"
  private static let count = Mutex(0)

  /// What tells this machine's processes from those of others that share a folder.
  private static let machine = tag(
    [read("/etc/machine-id"), read("/proc/sys/kernel/hostname"), link("/proc/self/ns/pid")])
  private static let boot = tag([read("/proc/sys/kernel/random/boot_id")])

  /// A name that no other draft has.
  package static func name() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return [prefix, machine, boot, "\(getpid())", "\(number)"].joined(separator: "-")
  }

  /// Returns true for the name of a draft that an ended process of this machine left.
  static func isAbandoned(_ name: String) -> Bool {
    guard let (writerMachine, writerBoot, process) = parse(name), writerMachine == machine else {
      return false
    }
    return writerBoot != boot || (process != getpid() && kill(process, 0) != 0 && errno == ESRCH)
  }

  static func isDraft(_ name: String) -> Bool { parse(name) != nil }

  private static func parse(_ name: String) -> (machine: Substring, boot: Substring, process: pid_t)? {
    guard name.hasPrefix(prefix + "-") else { return nil }
    let parts = name.dropFirst(prefix.count + 1).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, let process = pid_t(parts[2]), process > 0, UInt(parts[3]) != nil else {
      return nil
    }
    return (parts[0], parts[1], process)
  }

  /// FNV-1a in 64 bits: it only has to tell machines apart.
  private static func tag(_ parts: [String]) -> String {
    let hash = parts.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }

  private static func read(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  private static func link(_ path: String) -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? ""
  }
}
