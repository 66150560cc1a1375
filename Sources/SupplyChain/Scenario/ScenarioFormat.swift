import CScenarios
import ScenarioFile
import Units

/// The scenario file: every part of the world in the order in which people read it.
package enum ScenarioFormat {
  package static let format = FileFormat(
    shape: Form.shape(of: Words(en: "a scenario", th: "ไฟล์สถานการณ์")) { _ = World($0) },
    kinds: [SeasonSpan.outsideCalendar], checks: [SeasonSpan.check])

  /// The scenarios that are built in.
  package static let library = ScenarioLibrary(names: builtInNames) { name in
    guard let index = builtInNames.firstIndex(of: name) else { return nil }
    var count = 0
    guard let bytes = unsafe builtInScenarioBytes(index, &count) else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  private static let builtInNames: [String] = (0..<builtInScenarioCount()).compactMap { index in
    unsafe builtInScenarioName(index).map { unsafe String(cString: $0) }
  }
}

/// Everything that a scenario says of the world.
package struct World: Part {
  package static let noun = Words(en: "a scenario", th: "ไฟล์สถานการณ์")

  package let title: Words
  package let span: SeasonSpan
  package let districts: [(id: String, part: District)]
  package let farms: Farms

  package init(_ form: Form) {
    _ = form.text(
      "$schema", nil, en: "The schema that an editor completes by.", th: "สคีมาที่โปรแกรมแก้ไขข้อความใช้ช่วยเติมคำ")
    _ = form.count(
      "longan", 1, in: 1...1, .choice, en: "The version of the file format: 1.", th: "รุ่นของรูปแบบไฟล์ คือ 1")
    _ = form.text("id", nil, en: "The scenario's short name: a-z, 0-9 and hyphens.", th: "ชื่อสั้น ใช้ a-z 0-9 และขีดกลาง")
    title = form.words("title", Words(""), en: "What the scenario is called.", th: "ชื่อสถานการณ์")
    _ = form.files(
      "extends", en: "The file to build upon, or several, or a lib: name.", th: "ไฟล์ที่ใช้เป็นฐาน หรือหลายไฟล์ หรือชื่อ lib:")
    span = form.part("calendar", en: "The days that are simulated.", th: "ช่วงวันที่จำลอง")
    districts = form.map(
      "districts", sharesAddUp: "area_share", en: "The districts, and how the orchards are spread over them.",
      th: "อำเภอ และการกระจายของสวน")
    farms = form.part("farms", en: "The growing households and their land.", th: "ครัวเรือนเกษตรกรและที่ดิน")
    _ = form.paths(
      "sources", .sources, en: "Where the numbers come from, by path.", th: "ที่มาของตัวเลข ตามเส้นทาง")
  }
}
