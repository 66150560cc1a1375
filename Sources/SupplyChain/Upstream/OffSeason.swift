import ScenarioFile

/// Flowers induced out of season: how much, for which months, and what may fail.
package struct OffSeason: BitwiseCopyable, Sendable {
  package let share: Double
  package let usualShare: Double
  package let months: Months
  package let rainyMonths: Months
  package let leadMonths: Int
  package let successDry: Double
  package let successRain: Double
  package let streakLoss: Double
  package let longestStreak: Int
  package let marginalLoss: Double
  package let failedBears: Double
  package let restLoss: Double
  package let yield: Double
  package let tendedShare: Double

  /// Its settings stand in the supply section itself.
  init(_ form: Form) {
    share = form.share(
      "offseason_share", 0.32, .derived("107,926 of 335,948 t in 2564"),
      en: "The part of the year's potential tonnage whose flowers are induced out of season. The province wants half.",
      th: "สัดส่วนผลผลิตทั้งปีที่ชักนำให้ออกนอกฤดู จังหวัดตั้งเป้าครึ่งหนึ่ง")
    usualShare = form.share(
      "usual_offseason_share", 0.32, .derived("107,926 of 335,948 t in 2564"),
      en: "The off-season share that goes with `in_season_t`: more than it moves fruit out of the season.",
      th: "สัดส่วนนอกฤดูที่คู่กับ `in_season_t` ถ้าทำมากกว่านี้ ผลในฤดูจะลดลง")
    let parts = form.group(
      "offseason", Words(en: "the off-season crop", th: "ผลผลิตนอกฤดู"), en: "Flowers induced out of season.",
      th: "การชักนำออกดอกนอกฤดู"
    ) { form in OffSeason.parts(form) }
    months = parts.months
    rainyMonths = parts.rainy
    leadMonths = parts.lead
    longestStreak = parts.longest
    (successDry, successRain, streakLoss, marginalLoss) = parts.success
    (failedBears, restLoss, yield, tendedShare) = parts.bears
  }

  private typealias Parts = (
    months: Months, rainy: Months, lead: Int, longest: Int, success: (Double, Double, Double, Double),
    bears: (Double, Double, Double, Double)
  )

  private static func parts(_ form: Form) -> Parts {
    let months = form.months(
      "month_weight", [3, 2, 1.2, 0.8, 0.6, 0, 0, 0, 0, 1, 2.2, 3], in: 0...100, .unsourced(0...4),
      en: "How much of the off-season fruit is meant for this month, beside the others.",
      th: "น้ำหนักของผลนอกฤดูในเดือนนี้เทียบกับเดือนอื่น")
    let rainy = form.months(
      "rain_share", [0, 0, 0.1, 0.3, 0.8, 0.9, 0.9, 1, 1, 0.7, 0.2, 0], in: 0...1, .unsourced(0...1),
      en: "How rainy the month is in which chlorate is given: 0 dry, 1 wet.",
      th: "ความชุ่มฝนของเดือนที่ราดสาร 0 แห้ง 1 ฝนชุก")
    let lead = form.count(
      "lead_months", 7, in: 3...11, .unsourced(6...8), en: "Months from chlorate to harvest.",
      th: "จำนวนเดือนจากราดสารถึงเก็บเกี่ยว")
    let success = (
      form.share(
        "success_dry_share", 0.85, .unsourced(0.7...0.95), en: "Plots that flower when induced in a dry month.",
        th: "สัดส่วนแปลงที่ออกดอกเมื่อราดในเดือนแห้ง"),
      form.share(
        "success_rain_share", 0.65, .unsourced(0.45...0.8), en: "Plots that flower when induced in the rains.",
        th: "สัดส่วนแปลงที่ออกดอกเมื่อราดในหน้าฝน"),
      form.share(
        "streak_loss_share", 0.04, .unsourced(0.03...0.05),
        en: "What every year in a row that the trees were forced takes off the success.",
        th: "ทำนอกฤดูติดกันแต่ละปีลดโอกาสสำเร็จลงเท่าใด"),
      form.share(
        "marginal_loss_share", 0.3, .unsourced(0...0.5),
        en: "How much smaller the success of the last plots to be induced is than that of the best.",
        th: "โอกาสสำเร็จของแปลงท้ายสุดต่ำกว่าแปลงที่เหมาะที่สุดเท่าใด")
    )
    let longest = form.count(
      "longest_streak", 2, in: 0...50, .unsourced(1...5), en: "After how many years in a row it gets no worse.",
      th: "ทำติดกันครบกี่ปีแล้วโอกาสสำเร็จไม่ลดลงอีก")
    let bears = (
      form.share(
        "failed_bears_share", 0.5, .unsourced(0.3...0.8),
        en: "What a plot that failed bears in season, of its natural crop.",
        th: "แปลงที่ราดไม่สำเร็จให้ผลในฤดูเป็นสัดส่วนเท่าใดของปกติ"),
      form.share(
        "rest_loss_share", 0.15, .unsourced(0.05...0.3),
        en: "How much less a plot bears in season in the year after it was forced.",
        th: "ปีถัดจากทำนอกฤดู ผลในฤดูลดลงเท่าใด"),
      form.number(
        "yield", 1, in: 0...3, .unsourced(0.8...1.1), en: "What an induced plot bears beside its natural crop.",
        th: "แปลงนอกฤดูให้ผลเทียบกับผลในฤดู"),
      form.share(
        "tended_share", 0.9, .unsourced(0.6...1),
        en: "Induced plots that are tended well enough to be picked in bunches or baskets.",
        th: "สัดส่วนแปลงนอกฤดูที่ดูแลจนเก็บเป็นช่อหรือตะกร้าได้")
    )
    return (months, rainy, lead, longest, success, bears)
  }
}
