/// The bytes of an IDX file.
func idx(_ dimensions: [Int], _ numbers: [UInt8], type: UInt8 = 8) -> [UInt8] {
  [0, 0, type, UInt8(dimensions.count)] + dimensions.flatMap { bigEndian(UInt32($0)) } + numbers
}

func bigEndian(_ word: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
}

/// The bytes as one gzip member that stores them as they are (RFC 1951, 1952).
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var rest = bytes[...]
  repeat {
    let block = rest.prefix(65_535)
    rest = rest.dropFirst(65_535)
    let length = UInt16(block.count)
    member.append(rest.isEmpty ? 1 : 0)
    for word in [length, ~length] { member += [UInt8(word & 255), UInt8(word >> 8)] }
    member += block
  } while !rest.isEmpty
  member += bigEndian(checksum(bytes)).reversed()
  return member + bigEndian(UInt32(truncatingIfNeeded: bytes.count)).reversed()
}

/// CRC-32 as gzip has it.
private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum = ~UInt32(0)
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
  }
  return ~sum
}
