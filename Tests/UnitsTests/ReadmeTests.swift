import Testing
import Units

@Suite("The examples of the room's README")
struct ReadmeTests {
  @Test("turn ratios into grams and satang")
  func ratios() {
    let fresh = Grams(tonnes: 2)
    let dried = fresh.scaled(by: 1 / 3.3, rounding: .down)
    let water = fresh - dried
    #expect(dried == Grams(606_060))
    #expect(water == Grams(1_393_940))

    let (dropped, hanging) = fresh.split(share: 0.02, rounding: .down)
    let byGrade = fresh.apportioned(by: [0.5, 0.3, 0.15, 0.05])
    let paid = SatangPerKilogram(2_850).value(of: hanging, rounding: .down)
    #expect(dropped == Grams(40_000))
    #expect(byGrade[0] + byGrade[1] + byGrade[2] + byGrade[3] == fresh)
    #expect(paid == Satang(5_586_000))
  }

  @Test("turn dates into minutes and back")
  func dates() throws {
    let calendar = SeasonCalendar(firstDay: try CalendarDate(text: "2569-06-15"))
    let peak = try CalendarDate(text: "2026-08-02")
    let opening = calendar.minute(of: peak, at: Minutes(hours: 7))
    #expect(calendar.date(of: opening).thaiText == "2 ส.ค. 2569")
    #expect(peak.englishTextWithBothYears == "2 Aug 2569 (2026)")
    #expect(peak.adding(months: -7).isoText == "2026-01-02")
  }
}
