import ScenarioFile

/// What `longan init` starts a scenario from: a file as people write them, explained in both languages.
///
/// A new template is an entry in ``all``; flag, help, completion and tests follow from it.
struct Template: Sendable {
  let name: String
  let words: Words
  /// The file, given the id that its name makes, in quotes.
  let text: @Sendable (String) -> String

  /// The first is taken unless another is asked for.
  static var all: [Template] { [province, blank] }

  static let province = Template(
    name: "province", words: Words(en: "a province of your own", th: "จังหวัดของคุณเอง")
  ) { id in
    """
    // A scenario of your own. Quoted keys, comments and commas at the end are all fine.
    // สถานการณ์ของคุณเอง เขียนหมายเหตุและใส่จุลภาคท้ายได้
    {
      "$schema": "./longan.schema.json",
      "longan": 1,
      "extends": "lib:lamphun",
      "id": \(id),
      "title": { "en": "My province", "th": "จังหวัดของฉัน" },
      "calendar": { "from": "2569-01-01", "to": "2569-12-31" },    // 2400 and up are B.E. / พ.ศ.

      // Only what is different from the province of Lamphun. `longan show` lists everything that can be set.
      // เขียนเฉพาะส่วนที่ต่างจากลำพูน `longan show` แสดงทุกค่าที่ตั้งได้
      "farms": { "households": 54000, "area_rai": 270000 },

      // Where the numbers come from. / ที่มาของตัวเลข
      "sources": { "farms.households": "" },
    }

    """
  }

  static let blank = Template(
    name: "blank", words: Words(en: "Lamphun, nothing changed yet", th: "ลำพูน ยังไม่เปลี่ยนค่าใด")
  ) { id in
    """
    {
      "$schema": "./longan.schema.json",
      "longan": 1,
      "extends": "lib:lamphun",
      "id": \(id),
      "title": { "en": "", "th": "" },

      // What is different goes here. / ส่วนที่ต่างเขียนตรงนี้
    }

    """
  }
}
