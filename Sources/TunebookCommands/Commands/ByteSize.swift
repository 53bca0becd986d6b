import ArgumentParser
import Foundation

/// A number of bytes on the command line, such as `500MB` or `4GiB`.
struct ByteSize: Sendable {
  let bytes: Int

  private static let units: [(name: String, bytes: Double)] = [
    ("KIB", 1024), ("MIB", 1_048_576), ("GIB", 1_073_741_824), ("TIB", 1_099_511_627_776), ("KB", 1e3),
    ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("K", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12), ("B", 1),
  ]

  init(_ argument: String) throws {
    let text = argument.uppercased()
    let unit = Self.units.first { text.hasSuffix($0.name) }
    let number = text.dropLast(unit?.name.count ?? 0).trimmingCharacters(in: .whitespaces)
    guard let value = Double(number), value > 0, case let bytes = value * (unit?.bytes ?? 1), bytes >= 1,
      bytes < 1e18
    else { throw ValidationError("A size is written as in 500MB or 4GB, not \(argument).") }
    self.bytes = Int(bytes)
  }
}
