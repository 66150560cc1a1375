import ScenarioFile

/// One amphoe.
package struct District: Part {
  package static let noun = Words(en: "a district", th: "อำเภอ")

  package let title: Words
  package let areaShare: Double

  package init(_ form: Form) {
    title = form.words("title", Words(""), en: "What the district is called.", th: "ชื่ออำเภอ")
    areaShare = form.share(
      "area_share", nil, .unsourced(0.02...0.4),
      en: "Its part of the province's orchards; all districts together make 1.",
      th: "ส่วนแบ่งพื้นที่สวนของจังหวัด รวมทุกอำเภอเป็น 1")
  }
}
