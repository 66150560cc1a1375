import Foundation

/// A file that gets its name when it is whole and on the disk.
///
/// Whatever happens, what stands under the name is what was there before, or all of this. One that is not finished is taken away.
package final class WholeFile {
  private let path: String
  /// What complaints name.
  private let whole: String
  private let temporary: String
  private var descriptor: Int32
  private var pending: [UInt8] = []

  private static let most = 1 << 18

  package init(_ path: String, of whole: String? = nil) throws(FileFault) {
    self.path = path
    self.whole = whole ?? path
    // Processes on several machines may write the same name at once.
    temporary = path + "." + String(UInt64.random(in: 0...UInt64.max), radix: 36) + ".tmp"
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw FileWriting.fault(whole ?? path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    unsafe unlink(temporary)
  }

  package func add(_ bytes: some Sequence<UInt8>) throws(FileFault) {
    pending.append(contentsOf: bytes)
    if pending.count >= WholeFile.most { try flush() }
  }

  package func add(_ text: String) throws(FileFault) { try add(text.utf8) }

  private func flush() throws(FileFault) {
    var rest = pending[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileWriting.fault(whole) }
      rest = rest.dropFirst(count)
    }
    pending.removeAll(keepingCapacity: true)
  }

  package func finish() throws(FileFault) {
    try flush()
    let isSafe = fsync(descriptor) == 0
    let fault = isSafe ? nil : FileWriting.fault(whole)
    let isClosed = close(descriptor) == 0
    descriptor = -1
    if let fault { throw fault }
    guard isClosed, unsafe rename(temporary, path) == 0 else { throw FileWriting.fault(whole) }
    WholeFile.syncFolder(of: path)
  }

  /// Makes a new name last; where folders cannot be synchronised they need not be.
  static func syncFolder(of path: String) {
    let descriptor = unsafe open(FileReading.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }
}
