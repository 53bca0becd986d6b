import Foundation

/// The memory that this process may still take: the least that the machine, its cgroup or its limit leaves.
package struct FreeMemory {
  /// The root of the file system that the system's figures are read from.
  private let root: String

  package init(root: String = "") { self.root = root }

  /// The bytes that this process may still take, as a floating-point number.
  package static var ofProcess: Double {
    let free = FreeMemory()
    let known = [free.ofMachine, free.ofCgroup, addressSpace].compactMap(\.self)
    return max(0, known.min() ?? Double(ProcessInfo.processInfo.physicalMemory))
  }

  /// The bytes that the machine could give without swapping.
  package var ofMachine: Double? { value(of: "MemAvailable:", in: "/proc/meminfo").map { $0 * 1024 } }

  /// The least memory left in the process's cgroup and the groups around it, in version 2 or 1 of cgroups.
  package var ofCgroup: Double? {
    let lines = text("/proc/self/cgroup").split(separator: "\n")
    var free: [Double] = []
    for line in lines {
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 3 else { continue }
      if fields[0] == "0", fields[1].isEmpty {
        free += groups(fields[2]).compactMap { group in
          left(
            limit: "/sys/fs/cgroup\(group)/memory.max", usage: "/sys/fs/cgroup\(group)/memory.current",
            statistics: "/sys/fs/cgroup\(group)/memory.stat", reclaimable: "inactive_file")
        }
      } else if fields[1].split(separator: ",").contains("memory") {
        free += groups(fields[2]).compactMap { group in
          let folder = "/sys/fs/cgroup/memory\(group)"
          return left(
            limit: folder + "/memory.limit_in_bytes", usage: folder + "/memory.usage_in_bytes",
            statistics: folder + "/memory.stat", reclaimable: "total_inactive_file")
        }
      }
    }
    return free.min()
  }

  /// Returns the path of a group and those of the groups around it. The root's path is empty.
  private func groups(_ path: String) -> [String] {
    let names = path.split(separator: "/")
    return (0...names.count).map { names.prefix($0).map { "/" + $0 }.joined() }
  }

  /// - Parameter reclaimable: the statistic of the file cache that counts as used but is reclaimed first.
  private func left(limit: String, usage: String, statistics: String, reclaimable: String) -> Double? {
    guard let limit = number(limit), let usage = number(usage), limit < 1e18 else { return nil }
    return max(0, limit - usage + (value(of: reclaimable, in: statistics) ?? 0))
  }

  /// The address space that `ulimit -v` allows, less what the process has already mapped.
  private static var addressSpace: Double? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < 1 << 62 else {
      return nil
    }
    let pages = FreeMemory().text("/proc/self/statm").split(separator: " ").first.flatMap { Double($0) }
    return max(0, Double(limit.rlim_cur) - (pages ?? 0) * Double(sysconf(Int32(_SC_PAGESIZE))))
  }

  private func text(_ path: String) -> String {
    (try? String(contentsOfFile: root + path, encoding: .utf8)) ?? ""
  }

  /// Returns the number in a file; `nil` if there is no such file, or it says `max`.
  private func number(_ path: String) -> Double? {
    Double(text(path).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Returns the first number after a word at the beginning of a line.
  private func value(of name: String, in path: String) -> Double? {
    for line in text(path).split(separator: "\n") {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      if words.count >= 2, words[0] == name { return Double(words[1]) }
    }
    return nil
  }
}
