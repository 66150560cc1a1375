import ScenarioFile

/// One amphoe.
package struct District: Part {
  package static let noun = Words(en: "a district", th: "อำเภอ")

  package let title: Words
  package let areaShare: Double
  /// Where it lies, from any point that all districts share.
  package let eastKm: Double
  package let northKm: Double

  package init(_ form: Form) {
    title = form.words("title", Words(""), en: "What the district is called.", th: "ชื่ออำเภอ")
    areaShare = form.share(
      "area_share", nil, .unsourced(0.02...0.4),
      settled: .atFounding, en: "Its part of the province's orchards; all districts together make 1.",
      th: "ส่วนแบ่งพื้นที่สวนของจังหวัด รวมทุกอำเภอเป็น 1")
    eastKm = form.fixedNumber(
      "east_km", 0, in: -1_000...1_000, .derived("the district office on any map"),
      en: "How far east of the province's town it lies.", th: "ระยะไปทางตะวันออกจากตัวจังหวัด")
    northKm = form.fixedNumber(
      "north_km", 0, in: -1_000...1_000, .derived("the district office on any map"),
      en: "How far north of the province's town it lies; south is below 0.",
      th: "ระยะไปทางเหนือจากตัวจังหวัด ทางใต้เป็นค่าลบ")
  }

  /// As the crow flies.
  func straightKm(to other: District) -> Double {
    let (east, north) = (eastKm - other.eastKm, northKm - other.northKm)
    return (east * east + north * north).squareRoot()
  }
}
