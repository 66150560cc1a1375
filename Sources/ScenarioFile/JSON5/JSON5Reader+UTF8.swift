extension [UInt8] {
  /// The first byte that is not part of UTF-8 (RFC 3629).
  func firstInvalidUTF8() -> Int? {
    var index = 0
    while index < count {
      let first = self[index]
      if first < 0x80 {
        index += 1
        continue
      }
      // What may follow depends on the first byte: no overlong forms, no surrogates, nothing beyond U+10FFFF.
      let (length, second): (Int, ClosedRange<UInt8>)
      switch first {
      case 0xc2...0xdf: (length, second) = (2, 0x80...0xbf)
      case 0xe0: (length, second) = (3, 0xa0...0xbf)
      case 0xed: (length, second) = (3, 0x80...0x9f)
      case 0xe1...0xef: (length, second) = (3, 0x80...0xbf)
      case 0xf0: (length, second) = (4, 0x90...0xbf)
      case 0xf1...0xf3: (length, second) = (4, 0x80...0xbf)
      case 0xf4: (length, second) = (4, 0x80...0x8f)
      default: return index
      }
      guard index + length <= count, second ~= self[index + 1] else { return index }
      for ahead in 2..<Swift.max(2, length) where self[index + ahead] & 0xc0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}
