import ScenarioFile

/// Fruit of other provinces in the same markets.
package struct Competitors: Part, BitwiseCopyable {
  package static let noun = Words(en: "the competitors section", th: "ส่วนคู่แข่ง")

  package let timesOwn: Double
  package let lagDays: Double
  package let sameWeather: Double
  package let surge: Double
  package let copies: Double

  package init(_ form: Form) {
    timesOwn = form.number(
      "times_own", 2.3, in: 0...100, .derived("eight northern provinces bear three to four times Lamphun's crop"),
      en: "How many times this province's crop they bear.", th: "ผลผลิตของจังหวัดอื่นเป็นกี่เท่าของจังหวัดนี้")
    lagDays = form.number(
      "lag_days", 6, in: -60...60, .unsourced(3...10), en: "How much later they ripen.", th: "สุกช้ากว่ากี่วัน")
    sameWeather = form.share(
      "same_weather_share", 0.9, .unsourced(0.6...1), en: "How much of this year's weather they share.",
      th: "ประสบอากาศเดียวกันเพียงใด")
    surge = form.number(
      "surge", 1, in: 0...20, .choice, en: "How much more than that they bring: 1.2 is a fifth more.",
      th: "มากกว่านั้นกี่เท่า 1.2 คือเพิ่มหนึ่งในห้า")
    copies = form.share(
      "copies_share", 0, .choice,
      en: "How far they follow when this province moves fruit out of season.", th: "ทำนอกฤดูตามจังหวัดนี้เพียงใด")
  }
}
