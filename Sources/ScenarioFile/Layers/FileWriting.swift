import Foundation

/// Writes files whole or not at all.
package enum FileWriting {
  /// Writes a file beside its name, and gives it the name when it is whole.
  ///
  /// Complaints name the file, or what it is a part of.
  package static func write(_ bytes: [UInt8], to path: String, of whole: String? = nil) throws(FileFault) {
    let temporary = path + ".\(getpid()).part"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fault(whole ?? path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let fault = fault(whole ?? path)
        close(descriptor)
        unsafe unlink(temporary)
        throw fault
      }
      rest = rest.dropFirst(count)
    }
    let isSafe = fsync(descriptor) == 0
    guard close(descriptor) == 0, isSafe, unsafe rename(temporary, path) == 0 else {
      let fault = fault(whole ?? path)
      unsafe unlink(temporary)
      throw fault
    }
  }

  /// Whether something stands under a path.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether a file can be written, for whoever works long before there is something to write.
  package static func probe(_ path: String) throws(FileFault) {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw FileFault(.isFolder, path) }
    let temporary = path + ".\(getpid()).part"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fault(path) }
    close(descriptor)
    unsafe unlink(temporary)
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
