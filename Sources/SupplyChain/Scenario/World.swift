import ScenarioFile
import Units

/// Everything that a scenario says of the world.
package struct World: Part {
  package static let noun = Words(en: "a scenario", th: "ไฟล์สถานการณ์")

  package let title: Words
  package let span: SeasonSpan
  /// Real farms in the place of synthetic ones, where a file names them.
  package let register: SourceText?
  package let districts: [(id: String, part: District)]
  package let facilities: [(id: String, part: Facility)]
  package let markets: [(id: String, part: Market)]
  /// All else: plain numbers.
  package let terms: Terms

  package init(_ form: Form) {
    (title, span) = form.apart { World.labels($0) }
    districts = form.map(
      "districts", sharesAddUp: "area_share", en: "The districts, and how the orchards are spread over them.",
      th: "อำเภอ และการกระจายของสวน")
    let (farms, register) = form.group(
      "farms", Farms.noun, en: "The growing households and their land.", th: "ครัวเรือนเกษตรกรและที่ดิน"
    ) { (Farms($0), Register.ask($0)) }
    self.register = register
    let crop: Crop = form.part(
      "supply", en: "How much fruit the trees bear, when and of what kind.", th: "ปริมาณ เวลา และคุณภาพของผลผลิต")
    let labour: Labour = form.part("labour", en: "Who picks, how fast and for how much.", th: "แรงงานเก็บเกี่ยว")
    let behaviour: Behaviour = form.part(
      "behaviour", en: "How farmers decide when and where to sell.", th: "การตัดสินใจขายของเกษตรกร")
    let transport: Transport = form.part(
      "transport", en: "Roads, vehicles and how long fruit lasts.", th: "ถนน รถ และอายุผลผลิต")
    facilities = form.map(
      "facilities", en: "Stations, packers, dryers, factories, cold stores.", th: "จุดรับซื้อ ล้ง โรงอบ โรงงาน ห้องเย็น")
    let congestion: Congestion = form.part(
      "congestion", en: "How buyers answer to fruit that queues.", th: "ผู้ซื้อตอบสนองต่อผลที่รอคิวอย่างไร")
    let border: Border = form.part("border", en: "The way to China.", th: "ด่านไปจีน")
    markets = form.map("markets", en: "Where fruit is sold for good.", th: "ตลาดปลายทาง")
    let competitors: Competitors = form.part(
      "competitors", en: "Fruit of other provinces in the same markets.", th: "ผลผลิตจากจังหวัดอื่น")
    let driedStore: DriedStore = form.part(
      "dried_stock", en: "Dried fruit in store, and when it is sold.", th: "สต็อกอบแห้งและการขาย")
    let measures: Measures = form.part("measures", en: "What government does.", th: "มาตรการของรัฐ")
    terms = Terms(
      farms: farms, crop: crop, labour: labour, behaviour: behaviour, congestion: congestion, transport: transport,
      border: border, competitors: competitors, driedStore: driedStore, measures: measures)
  }

  /// What a file is, and its days.
  private static func labels(_ form: Form) -> (Words, SeasonSpan) {
    _ = form.text(
      "$schema", nil, en: "The schema that an editor completes by.", th: "สคีมาที่โปรแกรมแก้ไขข้อความใช้ช่วยเติมคำ")
    _ = form.count(
      "longan", 1, in: 1...1, .choice, en: "The version of the file format: 1.", th: "รุ่นของรูปแบบไฟล์ คือ 1")
    _ = form.text("id", nil, en: "The scenario's short name: a-z, 0-9 and hyphens.", th: "ชื่อสั้น ใช้ a-z 0-9 และขีดกลาง")
    let title = form.words("title", Words(""), en: "What the scenario is called.", th: "ชื่อสถานการณ์")
    _ = form.files(
      "extends", en: "The file to build upon, or several, or a lib: name.", th: "ไฟล์ที่ใช้เป็นฐาน หรือหลายไฟล์ หรือชื่อ lib:")
    let span: SeasonSpan = form.part("calendar", en: "The days that are simulated.", th: "ช่วงวันที่จำลอง")
    return (title, span)
  }
}

/// What a scenario says in plain numbers.
///
/// An object that never changes: a province points at it, so that neither a copy of the province nor a glance at one number
/// moves the four thousand bytes of all of them.
package final class Terms: Sendable {
  package let farms: Farms
  package let crop: Crop
  package let labour: Labour
  package let behaviour: Behaviour
  package let congestion: Congestion
  package let transport: Transport
  package let border: Border
  package let competitors: Competitors
  package let driedStore: DriedStore
  package let measures: Measures

  init(
    farms: Farms, crop: Crop, labour: Labour, behaviour: Behaviour, congestion: Congestion, transport: Transport,
    border: Border, competitors: Competitors, driedStore: DriedStore, measures: Measures
  ) {
    self.farms = farms
    self.crop = crop
    self.labour = labour
    self.behaviour = behaviour
    self.congestion = congestion
    self.transport = transport
    self.border = border
    self.competitors = competitors
    self.driedStore = driedStore
    self.measures = measures
  }
}
