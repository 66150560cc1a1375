import Foundation

/// Writes files whole or not at all.
package enum FileWriting {
  /// Writes a file that gets its name when it is whole.
  ///
  /// Complaints name the file, or what it is a part of.
  package static func write(_ bytes: [UInt8], to path: String, of whole: String? = nil) throws(FileFault) {
    let file = try WholeFile(path, of: whole)
    try file.add(bytes)
    try file.finish()
  }

  /// Makes a folder, where it is not there yet.
  package static func makeFolder(_ path: String) throws(FileFault) {
    if unsafe mkdir(path, 0o755) == 0 {
      WholeFile.syncFolder(of: path)
    } else if errno != EEXIST || !isFolder(path) {
      throw errno == EEXIST ? FileFault(.other("is no folder"), path) : fault(path)
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Takes a file away, where it is there.
  package static func remove(_ path: String) { unsafe unlink(path) }

  /// Bytes that may still be written where a path stands; nothing where nobody can tell.
  package static func freeBytes(at path: String) -> Int? {
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else { return nil }
    return Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
  }

  /// Whether something stands under a path.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether a file can be written, for whoever works long before there is something to write.
  package static func probe(_ path: String) throws(FileFault) {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw FileFault(.isFolder, path) }
    // One that is not finished is taken away.
    _ = try WholeFile(path)
  }

  /// What the system has just complained of.
  package static func fault(_ path: String) -> FileFault {
    switch errno {
    case ENOENT, ENOTDIR: FileFault(.noFolder(FileReading.folder(of: path)), path)
    case EACCES, EPERM, EROFS: FileFault(.mayNotBeWritten, path)
    case ENOSPC, EDQUOT: FileFault(.noSpace, path)
    case EISDIR: FileFault(.isFolder, path)
    default: FileFault(.other(unsafe String(cString: strerror(errno))), path)
    }
  }
}
