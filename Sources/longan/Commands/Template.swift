import ScenarioFile

/// What `longan init` starts a scenario from: a file as people write them, explained in the language of whoever asks.
///
/// A new template is an entry in ``all``; flag, help, completion and tests follow from it.
struct Template: Sendable {
  let name: String
  let words: Words
  /// The file, given the id that its name makes, in quotes, and the language of its comments.
  let text: @Sendable (String, Language) -> String

  /// The first is taken unless another is asked for.
  static var all: [Template] { [glut, seasonSplit, blank] }

  static let glut = Template(
    name: "glut",
    words: Words(en: "a glut in your own province", th: "ผลผลิตล้นตลาดในจังหวัดของคุณ")
  ) { id, language in
    func say(en: String, th: String) -> String { Words(en: en, th: th)[language] }
    return """
      // \(say(en: "A heavy crop, and a border that is slow when most of it is ripe: how low does the price fall, what helps?", th: "ปีผลผลิตมาก และด่านช้าในช่วงที่ผลออกมากที่สุด ราคาจะตกเท่าใด และอะไรช่วยได้"))
      {
        "$schema": "./longan.schema.json",
        "longan": 1,
        // \(say(en: "All that is not said here is as in Lamphun; `longan show` lists it.", th: "ค่าที่ไม่เขียนไว้ใช้ของลำพูน ดูทั้งหมดด้วย `longan show`"))
        "extends": "lib:lamphun",
        "id": \(id),
        "title": { "en": "My province: a heavy crop", "th": "จังหวัดของฉัน: ปีผลผลิตมาก" },
        "calendar": { "from": "2569-01-01", "to": "2569-12-31" },    // \(say(en: "2400 and up are B.E.", th: "ปี ค.ศ. ก็เขียนได้"))

        "farms": { "households": 54000, "area_rai": 270000 },
        "supply": {
          "in_season_t": 260000,               // \(say(en: "in a year of usual weather; each year draws its own", th: "เมื่ออากาศปกติ แต่ละปีจำลองสุ่มต่างกัน"))
          "in_season": { "spread_days": 13 },  // \(say(en: "fewer days make a sharper glut", th: "จำนวนวันน้อย ผลยิ่งกระจุกตัว"))
        },

        "shocks": {
          "slow-border": {
            "title": { "en": "Half as many trucks cross", "th": "รถผ่านด่านได้ครึ่งหนึ่ง" },
            "from": "2569-07-20", "to": "2569-08-15",
            "scale": { "border.slots_per_day": 0.5 },    // \(say(en: "times a half", th: "คูณด้วยครึ่งหนึ่ง"))
          },
        },

        // \(say(en: "Each is tried on the same years; the first is what the other is compared with.", th: "ทุกทางเลือกใช้ปีจำลองชุดเดียวกัน ทางเลือกแรกเป็นฐานเปรียบเทียบ"))
        "policies": {
          "no-measure": { "title": { "en": "No new measure", "th": "ไม่มีมาตรการใหม่" } },
          "more-ovens": {
            "title": { "en": "600 more ovens", "th": "เพิ่มเตาอบ 600 เตา" },
            "measures": { "new-ovens": { "count": 600, "from": "2569-07-01" } },
          },
        },

        // \(say(en: "What is to be reached, and in what share of the years.", th: "สิ่งที่ต้องการ และในสัดส่วนเท่าใดของปีจำลอง"))
        "targets": {
          "price-floor": {
            "title": { "en": "AA ≥ 12", "th": "AA ≥ 12 บาท/กก." }, "metric": "week_min_price_thb_per_kg",
            "form": "loose", "grade": "AA", "at_least": 12, "in_share_of_years": 0.8,
          },
          "little-waste": {
            "title": { "en": "waste ≤ 10,000 t", "th": "ขายไม่ได้ ≤ 10,000 ตัน" }, "metric": "unsold_t",
            "at_most": 10000, "in_share_of_years": 0.8,
          },
        },

        // \(say(en: "A tenth of the farms is quick and nearly as good; 1 is all of them.", th: "จำลองหนึ่งในสิบของสวนเร็วกว่าและใกล้เคียง ใช้ 1 เพื่อจำลองทั้งหมด"))
        "run": { "reps": 100, "seed": 1, "sample_share": 0.1 },
        // \(say(en: "Where your numbers come from.", th: "ที่มาของตัวเลข"))
        "sources": { "farms.households": "" },
      }

      """
  }

  static let seasonSplit = Template(
    name: "season-split", words: Words(en: "how much of the crop off season?", th: "ควรทำนอกฤดูเป็นสัดส่วนเท่าใด")
  ) { id, language in
    func say(en: String, th: String) -> String { Words(en: en, th: th)[language] }
    return """
      // \(say(en: "How much of the crop should ripen off season? More splits, and where the best lies:", th: "ควรทำลำไยนอกฤดูเป็นสัดส่วนเท่าใด ลองสัดส่วนอื่นและหาจุดที่ดีที่สุดด้วย"))
      //   longan sweep FILE -o DIR --policy seven-tenths --axis policies.seven-tenths.strength=0..1/0.25
      {
        "$schema": "./longan.schema.json",
        "longan": 1,
        // \(say(en: "All that is not said here is as in Lamphun; `longan show` lists it.", th: "ค่าที่ไม่เขียนไว้ใช้ของลำพูน ดูทั้งหมดด้วย `longan show`"))
        "extends": "lib:lamphun",
        "id": \(id),
        "title": { "en": "How much of the crop off season?", "th": "ควรทำนอกฤดูเป็นสัดส่วนเท่าใด" },
        // \(say(en: "Fruit of January is made to flower in the year before, so the simulation begins a year early.", th: "ผลของเดือนมกราคมต้องราดสารในปีก่อน จึงเริ่มจำลองก่อนหนึ่งปี"))
        "calendar": { "from": "2569-01-01", "to": "2569-12-31", "warm_from": "2568-01-01" },

        // \(say(en: "Each is tried on the same years; the first is what the others are compared with.", th: "ทุกทางเลือกใช้ปีจำลองชุดเดียวกัน ทางเลือกแรกเป็นฐานเปรียบเทียบ"))
        "policies": {
          "today": { "title": { "en": "as it is", "th": "เท่าปัจจุบัน" } },
          "fifty-fifty": {
            "title": { "en": "half and half", "th": "ครึ่งต่อครึ่ง" },
            "set": { "supply.offseason_share": 0.5 },    // \(say(en: "a share: 50 % is 0.5", th: "สัดส่วน ร้อยละ 50 คือ 0.5"))
          },
          "seven-tenths": {
            "title": { "en": "70 % off season", "th": "นอกฤดูร้อยละ 70" },
            "set": { "supply.offseason_share": 0.7 },
          },
        },

        // \(say(en: "What is to be reached, and in what share of the years.", th: "สิ่งที่ต้องการ และในสัดส่วนเท่าใดของปีจำลอง"))
        "targets": {
          "price-floor": {
            "title": { "en": "AA ≥ 12", "th": "AA ≥ 12 บาท/กก." }, "metric": "week_min_price_thb_per_kg",
            "form": "loose", "grade": "AA", "at_least": 12, "in_share_of_years": 0.8,
          },
        },

        // \(say(en: "A tenth of the farms is quick and nearly as good; 1 is all of them.", th: "จำลองหนึ่งในสิบของสวนเร็วกว่าและใกล้เคียง ใช้ 1 เพื่อจำลองทั้งหมด"))
        "run": { "reps": 100, "seed": 1, "sample_share": 0.1 },
      }

      """
  }

  static let blank = Template(
    name: "blank", words: Words(en: "Lamphun, nothing changed yet", th: "ลำพูน ยังไม่เปลี่ยนค่าใด")
  ) { id, language in
    """
    {
      "$schema": "./longan.schema.json",
      "longan": 1,
      "extends": "lib:lamphun",
      "id": \(id),
      "title": { "en": "", "th": "" },

      // \(Words(en: "What is different goes here.", th: "ส่วนที่ต่างเขียนตรงนี้")[language])
    }

    """
  }
}
