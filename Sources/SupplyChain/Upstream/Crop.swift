import ScenarioFile

/// How much fruit the trees bear, when and of what kind.
package struct Crop: Part, BitwiseCopyable {
  package static let noun = Words(en: "the supply section", th: "ส่วนผลผลิต")

  package let inSeasonT: Double
  package let kgPerRai: Double
  package let yearWeather: Double
  package let season: InSeason
  package let offSeason: OffSeason
  package let yields: TreeYields
  package let gradeShares: Graded
  package let loadEffect: Double
  package let tendedEffect: Double
  package let weatherEffect: Double
  package let ripeness: Ripeness
  package let costs: GrowingCosts

  package init(_ form: Form) {
    inSeasonT = form.number(
      "in_season_t", 230_000, in: 0...20_000_000, .official("the province's plan for the season of B.E. 2564"),
      en: "Ripe in-season fruit of a year with normal weather, all grades, at the usual off-season share.",
      th: "ผลผลิตในฤดูของปีปกติ ทุกเกรด ที่สัดส่วนนอกฤดูปกติ")
    kgPerRai = form.number(
      "in_season_kg_per_rai", 0, in: 0...100_000, .choice,
      en: """
        What a full-grown plot bears in season in a normal year, in the place of `in_season_t`, so that land that is left out \
        of a register takes its own fruit along; 0 leaves it to `in_season_t`.
        """, th: "ผลผลิตในฤดูต่อไร่ของแปลงโตเต็มที่ในปีปกติ ใช้แทน `in_season_t` เมื่อใช้ทะเบียนแปลง 0 คือใช้ `in_season_t`")
    yearWeather = form.number(
      "year_weather", 1, in: 0...5, .choice,
      en: "What the year's weather does to the crop: 1 is normal, 1.12 is 12 % more.",
      th: "ผลของอากาศต่อผลผลิตของปี 1 คือปกติ 1.12 คือมากขึ้นร้อยละ 12")
    season = form.part("in_season", en: "When the natural crop ripens.", th: "ช่วงสุกของผลผลิตในฤดู")
    offSeason = OffSeason(form)
    yields = form.part("trees", en: "What makes one plot bear more than another.", th: "สิ่งที่ทำให้แปลงให้ผลต่างกัน")
    gradeShares = form.graded(
      "grade_share", [0.30, 0.35, 0.25, 0.10], in: 0...1, .unsourced(0.05...0.5), sharesAddUp: true,
      en: "The part of ordinary fruit in each grade when it becomes ripe.", th: "สัดส่วนแต่ละเกรดเมื่อสุก")
    loadEffect = form.number(
      "load_effect", 0.6, in: 0...5, .unsourced(0.2...1),
      en: "How much smaller the fruit of a heavy crop is.", th: "ผลดกทำให้ลูกเล็กลงมากเพียงใด")
    tendedEffect = form.number(
      "tended_effect", 0.25, in: -2...2, .unsourced(0...0.5), en: "How much larger the fruit of tended trees is.",
      th: "การดูแลทำให้ลูกใหญ่ขึ้นมากเพียงใด")
    weatherEffect = form.number(
      "drought", 0, in: -2...2, .choice,
      en: "How much the year's drought shrinks the fruit: 0 is normal, 1 makes most of it small.",
      th: "ความแล้งทำให้ลูกเล็กลงเพียงใด 0 คือปกติ 1 คือเล็กเกือบทั้งหมด")
    ripeness = form.part("ripeness", en: "How long ripe fruit lasts on the tree.", th: "ผลสุกอยู่บนต้นได้นานเท่าใด")
    costs = form.part("costs", en: "What growing costs before anything is picked.", th: "ต้นทุนก่อนเก็บเกี่ยว")
  }
}

/// When the natural crop ripens.
package struct InSeason: Part, BitwiseCopyable {
  package static let noun = Words(en: "the in-season harvest", th: "ผลผลิตในฤดู")

  package let peak: (month: Int, day: Int)
  package let tendedLeadDays: Double
  package let peakShiftDays: Double
  package let spreadDays: Double

  package init(_ form: Form) {
    peak = form.yearlyDate(
      "peak_date", month: 8, day: 5, .derived("harvest of 2555 and 2562; ripeness leads by a day or two"),
      en: "The middle of the ripening of ordinary orchards.", th: "วันกลางของช่วงสุกของสวนทั่วไป")
    tendedLeadDays = form.number(
      "tended_lead_days", 11, in: -60...60, .derived("bunches lead stripped fruit by 10 to 13 days"),
      en: "How much earlier tended orchards ripen.", th: "สวนที่ดูแลตัดแต่งสุกก่อนกี่วัน")
    peakShiftDays = form.number(
      "peak_shift_days", 0, in: -60...60, .choice,
      en: "How much later than usual this year's fruit ripens; below 0 is earlier.",
      th: "ปีนี้สุกช้ากว่าปกติกี่วัน ค่าลบคือเร็วกว่า")
    spreadDays = form.number(
      "spread_days", 13, in: 0...60, .derived("the pooled years fit 16 days, of which the yearly shift takes a part"),
      en: """
        How spread out ripening is: the standard deviation over orchards. About two thirds of the fruit becomes ripe \
        within this many days of the peak. Smaller is a sharper glut.
        """,
      th: "การกระจายของวันสุก คือส่วนเบี่ยงเบนมาตรฐานระหว่างสวน ผลราวสองในสามสุกภายในจำนวนวันนี้รอบวันกลาง ยิ่งน้อยยิ่งกระจุกตัว")
  }
}

/// What makes one plot bear more than another, and one year more than the next.
package struct TreeYields: Part, BitwiseCopyable {
  package static let noun = Words(en: "the trees section", th: "ส่วนต้นลำไย")

  package let youngShare: Double
  package let oldShare: Double
  package let youngYield: Double
  package let oldYield: Double
  package let tendedYield: Double
  package let alternateBearing: Double
  package let lastYearLoad: Double
  package let luckLogSD: Double

  package init(_ form: Form) {
    youngShare = form.share(
      "young_share", 0.15, .unsourced(0.05...0.3), settled: .atFounding,
      en: "The part of the plots whose trees are still young.",
      th: "สัดส่วนแปลงต้นเล็ก")
    oldShare = form.share(
      "old_share", 0.25, .unsourced(0.1...0.4), settled: .atFounding, en: "The part of the plots whose trees are old.",
      th: "สัดส่วนแปลงต้นแก่")
    youngYield = form.number(
      "young_yield", 0.6, in: 0...2, .unsourced(0.4...0.8), settled: .atFounding,
      en: "What young trees bear beside full-grown ones.",
      th: "ต้นเล็กให้ผลเทียบกับต้นโตเต็มที่")
    oldYield = form.number(
      "old_yield", 0.85, in: 0...2, .unsourced(0.7...1), settled: .atFounding,
      en: "What old trees bear beside full-grown ones.",
      th: "ต้นแก่ให้ผลเทียบกับต้นโตเต็มที่")
    tendedYield = form.number(
      "tended_yield", 1, in: 0...3, .unsourced(0.9...1.2), settled: .atFounding,
      en: "What tended trees bear beside others.",
      th: "ต้นที่ดูแลให้ผลเทียบกับต้นทั่วไป")
    alternateBearing = form.number(
      "alternate_bearing", 0.3, in: 0...0.9, .derived("year-to-year changes of yield have a log s.d. of about 0.2"),
      en: "How much a heavy year is followed by a light one: 0.3 makes a crop 10 % above normal cost the next 3 %.",
      th: "ปีที่ดกทำให้ปีถัดไปน้อยลงเพียงใด 0.3 คือดกกว่าปกติร้อยละ 10 ทำให้ปีถัดไปลดร้อยละ 3")
    lastYearLoad = form.number(
      "last_year_load", 1, in: 0.1...5, .choice, settled: .atFounding,
      en: "How heavy the crop before the first simulated year was.",
      th: "ผลผลิตของปีก่อนปีแรกที่จำลองดกเพียงใด")
    luckLogSD = form.number(
      "luck_log_sd", 0.25, in: 0...2, .unsourced(0.1...0.4),
      en: "How much plots differ in luck within a year: the standard deviation of the logarithm.",
      th: "ความแตกต่างของโชคระหว่างแปลงในปีเดียวกัน")
  }
}

/// What growing costs before anything is picked.
package struct GrowingCosts: Part, BitwiseCopyable {
  package static let noun = Words(en: "the costs section", th: "ส่วนต้นทุน")

  package let smallFarmsBahtPerRai: Double
  package let largerFarmsBahtPerRai: Double
  package let offSeasonBahtPerRai: Double
  package let fullBahtPerKg: Double
  package let cashShare: Double

  package init(_ form: Form) {
    smallFarmsBahtPerRai = form.number(
      "small_farms_thb_per_rai", 8_600, in: 0...100_000,
      .derived("12.4 baht/kg on farms up to 10 rai in 2559, less harvest labour, at 1,000 kg/rai"),
      en: "What small farms spend on a rai in a year.", th: "ต้นทุนต่อไร่ต่อปีของสวนเล็ก")
    largerFarmsBahtPerRai = form.number(
      "larger_farms_thb_per_rai", 6_700, in: 0...100_000,
      .derived("10.2 baht/kg on farms of 10 to 30 rai in 2559, less harvest labour"),
      en: "What larger farms spend on a rai in a year.", th: "ต้นทุนต่อไร่ต่อปีของสวนใหญ่")
    offSeasonBahtPerRai = form.number(
      "offseason_thb_per_rai", 3_500, in: 0...100_000, .unsourced(2_500...5_500),
      en: "What inducing flowers out of season adds: chlorate, water, labour.",
      th: "ต้นทุนเพิ่มของการทำนอกฤดู ทั้งสารราด น้ำ และแรงงาน")
    fullBahtPerKg = form.number(
      "full_thb_per_kg", 12.4, in: 0...1_000, .official("the cost survey of 2559, farms up to 10 rai"),
      en: "The full cost of a kilogram that prices are held against.", th: "ต้นทุนเต็มต่อกิโลกรัมที่ใช้เทียบกับราคา")
    cashShare = form.share(
      "cash_cost_share", 0.6, .unsourced(0.45...0.75), settled: .atFounding,
      en: "The part of the growing costs that is paid in cash.",
      th: "สัดส่วนต้นทุนที่จ่ายเป็นเงินสด")
  }
}
