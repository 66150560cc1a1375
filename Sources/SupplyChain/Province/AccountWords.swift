import ScenarioFile

/// What accounts are called in the tables of the books, by the id of their group.
package enum AccountWords {
  /// The words for a group of accounts; the id itself where there are none.
  package static func title(of id: String) -> Words { titles[id] ?? Words(id) }

  static let titles: [String: Words] = [
    "growth": Words(en: "Grown", th: "ผลที่ต้นให้"),
    "on-trees": Words(en: "On trees", th: "บนต้น"),
    "at-farm": Words(en: "Picked, at farms", th: "เก็บแล้ว อยู่ที่สวน"),
    "on-road": Words(en: "On the road", th: "ระหว่างทาง"),
    "station-yard": Words(en: "At stations", th: "ลานจุดรับซื้อ"),
    "buyer-intake": Words(en: "Waiting at buyers", th: "รอที่ผู้ซื้อ"),
    "buyer-working": Words(en: "Being worked", th: "กำลังแปรรูป"),
    "buyer-stock": Words(en: "Buyers' stock", th: "สต็อกผู้ซื้อ"),
    "cold-room": Words(en: "In cold rooms", th: "ห้องเย็น"),
    "to-market": Words(en: "On the way to market", th: "ระหว่างทางไปตลาด"),
    "sold": Words(en: "Sold", th: "ขายแล้ว"),
    "carried-in": Words(en: "Carried in", th: "ยกมา"),
    "dropped": Words(en: "Dropped", th: "ร่วงหล่น"),
    "left-unpicked": Words(en: "Left unpicked", th: "ทิ้งค้างต้น"),
    "trimmed": Words(en: "Trimmed", th: "คัดทิ้ง"),
    "spoiled": Words(en: "Spoiled", th: "เน่าเสีย"),
    "water-driven-off": Words(en: "Water driven off", th: "น้ำที่ระเหย"),
    "farm": Words(en: "Farms", th: "เกษตรกร"),
    "station": Words(en: "Stations", th: "จุดรับซื้อ"),
    "buyer": Words(en: "Buyers", th: "ผู้ซื้อ"),
    "market": Words(en: "Markets", th: "ตลาด"),
    "pickers": Words(en: "Pickers", th: "แรงงานเก็บ"),
    "hauliers": Words(en: "Hauliers", th: "ผู้ขนส่ง"),
    "inputs": Words(en: "Farm inputs", th: "ปัจจัยการผลิต"),
    "processing": Words(en: "Processing costs", th: "ค่าแปรรูป"),
    "banks": Words(en: "Banks", th: "ธนาคาร"),
    "owners": Words(en: "Owners", th: "เจ้าของกิจการ"),
    "contractors": Words(en: "Contractors", th: "ผู้รับจ้าง"),
    "government": Words(en: "Government", th: "รัฐ"),
  ]
}
