import Foundation
import Synchronization

/// The name of a file that is being written. It identifies the writing process, so that the files of a killed process
/// can be recognized without a clock.
package enum Draft {
  private static let prefix = ".tunebook-draft"
  private static let count = Mutex(0)

  /// An identifier of this machine, which distinguishes its processes from those of others that share a folder.
  private static let machine = tag(
    [read("/etc/machine-id"), read("/proc/sys/kernel/hostname"), link("/proc/self/ns/pid")])
  private static let boot = tag([read("/proc/sys/kernel/random/boot_id")])

  /// Returns a name that no other draft has.
  package static func name() -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    return [prefix, machine, boot, "\(getpid())", "\(number)"].joined(separator: "-")
  }

  /// Returns whether a name is that of a draft of a process of this machine that has ended.
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

  /// Returns the 64-bit FNV-1a hash, which is enough to distinguish machines.
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
