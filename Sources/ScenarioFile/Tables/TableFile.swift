/// Finds the table that a setting names: beside the file that names it, and in the scenario's folder or below.
enum TableFile {
  /// Of the scenario's files the last is the one that was named.
  static func read(
    _ name: String, namedAt range: SourceRange, _ texts: [SourceText]
  ) throws(SettingFault) -> SourceText {
    let isOwn = texts.contains { $0 === range.text }
    // A flag, and a built-in scenario that a flag changes, speak of the folder in which the program is called.
    let scenario = texts.last.map { $0.name.hasPrefix("lib:") ? "." : FileReading.folder(of: $0.name) } ?? "."
    let folder = range.text.isArgument ? scenario : FileReading.folder(of: range.text.name)
    guard !range.text.name.hasPrefix("lib:"), !name.hasPrefix("/"),
      let root = FileReading.realPath(isOwn || range.text.isArgument ? scenario : folder)
    else { throw outside(name, range) }
    let path = folder == "." ? name : folder + "/" + name
    guard let real = FileReading.realPath(path) else {
      throw SettingFault(
        Diagnostic(.tableNotFound, Words(en: "there is no file \(path.brief)", th: "ไม่มีไฟล์ \(path.brief)"), at: range))
    }
    guard real.hasPrefix(root == "/" ? "/" : root + "/") else { throw outside(name, range) }
    do throws(FileFault) {
      let bytes = try FileReading.bytes(of: path, mayBePipe: false)
      guard bytes.count <= JSON5Limits.standard.bytes else {
        throw FileFault(.other("more than \(JSON5Limits.standard.bytes >> 20) MB"), path)
      }
      return SourceText(name: path, bytes: bytes)
    } catch {
      throw SettingFault(Diagnostic(.tableNotFound, error.words, at: range))
    }
  }

  private static func outside(_ name: String, _ range: SourceRange) -> SettingFault {
    SettingFault(
      Diagnostic(
        .tableOutside,
        Words(en: "\(name.brief) is outside the scenario's folder", th: "\(name.brief) อยู่นอกโฟลเดอร์ของไฟล์สถานการณ์"),
        at: range
      ).helping(Words(en: "copy it into the folder", th: "คัดลอกไฟล์มาไว้ในโฟลเดอร์เดียวกัน")))
  }
}
