extension SettingPath {
  /// `longan help paths`.
  ///
  /// What the rows show is tried on a built-in scenario by the program's tests.
  package static let topic = HelpTopic(
    "paths", Words(en: "how a setting is named, and changed by --set", th: "การเรียกชื่อค่าตั้ง และการเปลี่ยนด้วย --set"),
    [
      .paragraph(
        Words(
          en: """
            A setting has one name everywhere: the keys that lead to it, with dots between them. --set, policies, \
            shocks, sweeps, `diff`, errors and `longan explain` all use it.
            """,
          th: """
            ทุกค่าตั้งมีชื่อเดียวทุกแห่ง คือคีย์ที่นำไปถึงค่านั้น คั่นด้วยจุด ใช้เหมือนกันใน --set มาตรการ เหตุการณ์ sweep \
            `diff` ข้อความผิดพลาด และ `longan explain`
            """)),
      .rows(
        columns: 28,
        [
          HelpTopic.Row("farms.area_rai", en: "a key in an object", th: "คีย์ในวงเล็บปีกกา"),
          HelpTopic.Row(
            "districts.li.area_share", en: "an id that the file chose is a key too; ids are a-z, 0-9 and hyphens",
            th: "ไอดีที่ไฟล์ตั้งเองก็เป็นคีย์ ใช้ a-z 0-9 และขีดกลาง"),
          HelpTopic.Row(
            "sources.farms.area_rai",
            en: "in `set`, `scale`, `add`, `axes` and `sources` all that follows is one key, itself a path",
            th: "ใน `set` `scale` `add` `axes` และ `sources` ส่วนที่เหลือทั้งหมดเป็นคีย์เดียว คือเส้นทางของค่าอื่น"),
        ]),
      .paragraph(
        Words(
          en: "--set PATH=VALUE changes one value. The value is read as JSON5, or else as text:",
          th: "--set PATH=VALUE เปลี่ยนหนึ่งค่า ค่าอ่านเป็น JSON5 ถ้าไม่ใช่จึงอ่านเป็นข้อความ:")),
      .rows(
        columns: 36,
        [
          HelpTopic.Row("--set farms.households=50000", en: "a number", th: "ตัวเลข"),
          HelpTopic.Row(
            "--set calendar.to=2564-11-30", en: "a date; years from 2400 on are B.E.", th: "วันที่ ปีตั้งแต่ 2400 เป็น พ.ศ."),
          HelpTopic.Row("--set title=Lamphun", en: "text", th: "ข้อความ"),
          HelpTopic.Row("--set districts.li=null", en: "null removes", th: "null คือลบออก"),
          HelpTopic.Row(
            "--set 'farms={area_rai:250000}'", en: "an object lies over what is there", th: "วงเล็บปีกกาวางทับค่าที่มีอยู่"),
          HelpTopic.Row(
            "--set 'labour.pickers={dist:\"normal\",mean:32000,sd:900}'",
            en: "a distribution: one draw for every simulated year", th: "การแจกแจง สุ่มใหม่หนึ่งครั้งในแต่ละปีจำลอง"),
        ]),
      .paragraph(
        Words(
          en: """
            What comes later wins: defaults, what `extends` names, the file itself, then --set in the order given. \
            Objects merge key by key; lists, distributions and plain values replace. `longan show FILE` lists every \
            path of a scenario with its value and where it comes from.
            """,
          th: """
            ค่าที่มาทีหลังชนะ ตามลำดับ: ค่าตั้งต้น ไฟล์ที่ `extends` อ้างถึง ไฟล์นี้ แล้วจึง --set ตามลำดับที่พิมพ์ \
            วงเล็บปีกการวมกันทีละคีย์ ส่วนรายการ การแจกแจง และค่าเดี่ยวแทนที่ทั้งหมด `longan show FILE` \
            แสดงทุกเส้นทางของไฟล์ พร้อมค่าและที่มา
            """)),
    ])
}
