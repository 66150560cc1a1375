import ScenarioFile

/// What a facility does.
package enum FacilityKind: String, SettingChoice, BitwiseCopyable {
  case station
  case packer
  case dryer
  case flesh
  case factory
  case cold

  package var words: Words {
    switch self {
    case .station: Words(en: "a buying station", th: "จุดรับซื้อ")
    case .packer: Words(en: "a fresh packer or trader", th: "ล้งบรรจุผลสดหรือผู้รวบรวม")
    case .dryer: Words(en: "a whole-fruit dryer", th: "โรงอบทั้งเปลือก")
    case .flesh: Words(en: "a golden-flesh group", th: "กลุ่มอบเนื้อสีทอง")
    case .factory: Words(en: "a cannery or another factory", th: "โรงงานแปรรูป")
    case .cold: Words(en: "a cold store", th: "ห้องเย็น")
    }
  }

  /// Those that buy fruit and make something of it.
  static let buyers: [FacilityKind] = [.packer, .dryer, .flesh, .factory]
  var isBuyer: Bool { Self.buyers.contains(self) }
}

/// All facilities of one sort: how many there are, where, and what each can do.
package struct Facility: Part {
  package static let noun = Words(en: "a facility", th: "สถานประกอบการ")

  package let title: Words
  package let kind: FacilityKind
  package let sites: Int
  package let district: String?
  package let station: StationTerms?
  package let buyer: BuyerTerms?
  package let cold: ColdTerms?

  package init(_ form: Form) {
    title = form.words("title", Words(""), en: "What they are called.", th: "ชื่อ")
    kind = form.choice("kind", nil, settled: .atFounding, en: "What they do.", th: "ประเภท")
    let placed = FacilityKind.allCases.filter { $0 != .cold }
    sites =
      form.only(when: "kind", is: kind, in: placed) { form in
        form.count(
          "sites", 1, in: 0...20_000, .choice, settled: .atFounding, en: "How many places there are.",
          th: "จำนวนแห่ง")
      } ?? 0
    district = form.id(
      of: "districts", "district", nil, settled: .atFounding,
      en: "Where all of them are; nothing spreads them like the orchards.",
      th: "ที่ตั้งทั้งหมด ถ้าไม่ระบุจะกระจายตามพื้นที่สวน")
    station = form.only(when: "kind", is: kind, in: [.station]) { StationTerms($0) }
    let kind = self.kind
    buyer = form.only(when: "kind", is: kind, in: FacilityKind.buyers) { BuyerTerms($0, kind) }
    cold = form.only(when: "kind", is: kind, in: [.cold]) { ColdTerms($0) }
  }
}
