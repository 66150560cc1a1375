/// The short names of the months, January first.
///
/// They are ours because locale data differs from machine to machine.
public enum MonthNames {
  /// As Thai offices abbreviate them.
  public static let thai = [
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
  ]
  /// Three letters each.
  public static let english = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
