import Foundation

/// A file that somebody named and that cannot be read or written: the machine is to be mended, not the request.
package struct FileFault: Error, Sendable {
  package enum Reason: Sendable, Hashable {
    case notFound
    /// With the names that there are.
    case notInLibrary([String])
    case noPermission
    case isFolder
    /// A pipe or a device, which might never end.
    case isNoPlainFile
    /// The folder that the file should go into is not there.
    case noFolder(String)
    case mayNotBeWritten
    case noSpace
    /// It is one of the program's own, and not as the program writes it.
    case damaged
    case other(String)
  }

  package let reason: Reason
  package let path: String

  /// What may have been meant.
  package var help: Words? {
    if case .noFolder(let folder) = reason { return Words("mkdir \(folder)") }
    guard case .notInLibrary(let names) = reason else { return nil }
    let known = names.map { "lib:" + $0 }
    return Suggestion.question(path, in: known) ?? Words(en: "there are ", th: "มี ")
      + Words(known.joined(separator: ", "))
  }

  package init(_ reason: Reason, _ path: String) {
    self.reason = reason
    self.path = path
  }

  package var words: Words {
    switch reason {
    case .notFound: Words(en: "there is no file \(path)", th: "ไม่มีไฟล์ \(path)")
    case .notInLibrary: Words(en: "there is no \(path)", th: "ไม่มี \(path)")
    case .noPermission: Words(en: "\(path) may not be read", th: "ไม่มีสิทธิ์อ่าน \(path)")
    case .noFolder(let folder):
      Words(
        en: "cannot write \(path): the folder `\(folder)` does not exist",
        th: "เขียน \(path) ไม่ได้ เพราะไม่มีโฟลเดอร์ `\(folder)`")
    case .mayNotBeWritten: Words(en: "\(path) may not be written", th: "ไม่มีสิทธิ์เขียน \(path)")
    case .noSpace: Words(en: "cannot write \(path): no space is left", th: "เขียน \(path) ไม่ได้ เพราะพื้นที่เต็ม")
    case .damaged:
      Words(en: "\(path) is not as longan has written it", th: "\(path) ไม่ตรงกับที่ longan เขียนไว้")
    case .isNoPlainFile: Words(en: "\(path) is no plain file", th: "\(path) ไม่ใช่ไฟล์ธรรมดา")
    case .isFolder: Words(en: "\(path) is a folder", th: "\(path) เป็นโฟลเดอร์")
    case .other(let text): Words(en: "\(path): \(text)", th: "\(path): \(text)")
    }
  }
}

package enum FileReading {
  /// What a file holds, or standard input for `-`; one byte more than a scenario may have is enough to see that it is too
  /// large.
  ///
  /// Who names a file on the command line may name a pipe; a file that another names is a plain one, which is there at once.
  package static func bytes(
    of path: String, mayBePipe: Bool = true, limit: Int = JSON5Limits.standard.bytes + 1
  ) throws(FileFault) -> [UInt8] {
    let isInput = path == "-"
    let descriptor =
      unsafe isInput
      ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | (mayBePipe ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { throw fault(path) }
    defer { if !isInput { close(descriptor) } }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw fault(path) }
    let kind = status.st_mode & S_IFMT
    if !mayBePipe, kind != S_IFREG { throw FileFault(kind == S_IFDIR ? .isFolder : .isNoPlainFile, path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(kind == S_IFREG ? max(0, min(Int(status.st_size), limit)) : 0)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw fault(path)
      }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// The last bytes of a file, and how many it has; nothing where it cannot be read.
  package static func tail(of path: String, _ count: Int) -> (bytes: [UInt8], size: Int)? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: min(count, size))
    let read = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, $0.count, off_t(size - $0.count))
    }
    return read == bytes.count ? (bytes, size) : nil
  }

  /// Whether the user may look at what stands under a path.
  package static func mayBeRead(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  /// When a file was last changed, in seconds.
  package static func changed(_ path: String) -> Double? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      return Double(status.st_mtimespec.tv_sec) + Double(status.st_mtimespec.tv_nsec) / 1e9
    #else
      return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    #endif
  }

  /// The names in a folder, in order; none where it cannot be read.
  package static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static func fault(_ path: String) -> FileFault {
    switch errno {
    case ENOENT, ENOTDIR: FileFault(.notFound, path)
    case EACCES, EPERM: FileFault(.noPermission, path)
    case EISDIR: FileFault(.isFolder, path)
    default: FileFault(.other(unsafe String(cString: strerror(errno))), path)
    }
  }

  /// The path without links, or nothing when nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The folder that a path names something in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
