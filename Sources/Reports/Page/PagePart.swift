import CReportPage

/// The style and the script that are built into the program.
enum PagePart {
  static let style = text(reportPageStyle)
  static let chartStyle = text(reportPageChartStyle)
  static let script = text(reportPageScript)

  private static func text(_ part: ReportPagePart) -> String {
    var count = 0
    guard let bytes = unsafe reportPagePart(part, &count) else { return "" }
    return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
