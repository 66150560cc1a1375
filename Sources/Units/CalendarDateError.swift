/// Why a text or three numbers are no date; whoever shows it puts it into words.
public enum CalendarDateError: Error, Hashable, Sendable {
  /// The text is not four digits, two digits and two digits with hyphens between, as in `2569-06-15`.
  case notADate(String)
  /// The year, as written, is neither a year C.E. nor a year B.E. that can be meant.
  case yearOutOfRange(Int)
  /// There are twelve months.
  case noSuchMonth(Int)
  /// The month ends before that day; the year is as written.
  case noSuchDay(day: Int, month: Int, year: Int, lastDay: Int)
}
