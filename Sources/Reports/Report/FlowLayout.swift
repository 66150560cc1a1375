import Experiments
import ScenarioFile
import SupplyChain

/// Twelve nodes at most, in the same order under every policy: forms, facilities, ends.
struct FlowLayout {
  struct Node {
    let id: String
    let name: Words
    var tonnes: Double
    var isLost = false
  }

  struct Link {
    let from: String
    let to: String
    var tonnes: Double
    var isLost: Bool
  }

  private static let lost = "lost"
  private static let unpicked = "not-picked"
  private static let abroad = "fresh-abroad"
  private static let home = "fresh-at-home"
  private static let made = "dried-or-made"

  private let names: [String: Words]
  private(set) var columns: [[Node]] = []
  private(set) var links: [Link] = []
  let ripe: Double

  init(_ data: ReportData, policy: Int) {
    let world = data.world(policy)
    var names: [String: Words] = [:]
    for (id, facility) in world.facilities { names[id] = FlowLayout.title(facility.title, id) }
    for (id, market) in world.markets { names[id] = FlowLayout.title(market.title, id) }
    for form in HarvestForm.allCases {
      names[form.rawValue] = form.words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }
    for (id, words) in FlowLayout.ends { names[id] = words }
    self.names = names
    let flows = data.results.flows[policy]
    ripe = max(flows.filter { $0.from == Flow.ripe }.reduce(0) { $0 + $1.tonnes }, 1e-9)
    lay(flows, FlowLayout.facilities(world, data.results.flows[0]), world)
  }

  private static func title(_ title: Words, _ id: String) -> Words {
    let words = title.named(most: 40)
    return words.english.isEmpty ? Words(id) : words
  }

  private static let ends: [String: Words] = [
    Flow.ripe: Words(en: "Ripe fruit", th: "ผลสุก"), Flow.onTrees: Words(en: "Still on the trees", th: "ยังอยู่บนต้น"),
    Flow.leftUnpicked: Words(en: "Left unpicked", th: "ทิ้งค้างต้น"), Flow.dropped: Words(en: "Dropped", th: "ร่วงหล่น"),
    Flow.trimmed: Words(en: "Trimmed", th: "ตัดแต่งทิ้ง"), Flow.spoiled: Words(en: "Spoiled", th: "เน่าเสีย"),
    Flow.underWay: Words(en: "Under way", th: "อยู่ระหว่างทาง"),
    Flow.inStock: Words(en: "Kept in stock", th: "เก็บเป็นสต็อก"),
    lost: Words(en: "Lost, trimmed", th: "เน่าเสีย ตัดทิ้ง"), unpicked: Words(en: "Never picked", th: "ไม่ได้เก็บ"),
    abroad: Words(en: "Exported fresh", th: "ผลสดส่งออก"), home: Words(en: "Fresh at home", th: "ผลสดในไทย"),
    made: Words(en: "Dried, canned", th: "อบแห้ง แปรรูป"), "other-buyers": Words(en: "Other buyers", th: "ผู้รับซื้ออื่น"),
  ]

  func name(_ id: String) -> Words { names[id] ?? Words(id) }

  /// The facilities that have nodes of their own: the largest under the first policy, in the order of the file.
  private static func facilities(_ world: World, _ flows: [Flow]) -> [String] {
    let ids = world.facilities.map(\.id)
    func into(_ id: String) -> Double { flows.filter { $0.to == id }.reduce(0) { $0 + max(0, $1.tonnes) } }
    let ranked = ids.enumerated().filter { into($0.element) > 0 }.sorted {
      (-into($0.element), $0.offset) < (-into($1.element), $1.offset)
    }
    let kept = ranked.prefix(ranked.count <= 4 ? 4 : 3)
    return ids.filter { id in kept.contains { $0.element == id } }
  }

  /// What fruit ends as, where it goes from a facility: what is made of it may be sold or kept.
  private static func end(_ flow: Flow, _ world: World) -> String? {
    let isMade = world.facilities.contains { $0.id == flow.from && $0.part.kind != .packer }
    if isMade { return made }
    guard let market = world.markets.first(where: { $0.id == flow.to })?.part.terms else { return nil }
    return market.isAtHome ? home : abroad
  }

  private mutating func lay(_ flows: [Flow], _ facilities: [String], _ world: World) {
    let forms = HarvestForm.allCases.map(\.rawValue)
    var sums: [(from: String, to: String, tonnes: Double, isLost: Bool)] = []
    func add(_ from: String, _ to: String, _ tonnes: Double, isLost: Bool = false) {
      if let place = sums.firstIndex(where: { $0.from == from && $0.to == to }) {
        sums[place].tonnes += tonnes
      } else {
        sums.append((from, to, tonnes, isLost))
      }
    }
    var unpicked = 0.0
    func buyer(_ id: String) -> String { facilities.contains(id) ? id : "other-buyers" }
    for flow in flows {
      let isLoss = [Flow.trimmed, Flow.spoiled].contains(flow.to)
      if flow.from == Flow.ripe {
        if [Flow.leftUnpicked, Flow.dropped].contains(flow.to) { unpicked += flow.tonnes }
      } else if forms.contains(flow.from) {
        if isLoss {
          add(flow.from, FlowLayout.lost, flow.tonnes, isLost: true)
        } else if flow.to != Flow.underWay {
          add(flow.from, buyer(flow.to), flow.tonnes)
        }
      } else if isLoss {
        add(buyer(flow.from), FlowLayout.lost, flow.tonnes, isLost: true)
      } else if let end = FlowLayout.end(flow, world) {
        add(buyer(flow.from), end, flow.tonnes)
      }
    }
    links = sums.filter { $0.tonnes > ripe * 1e-4 }.map {
      Link(from: $0.from, to: $0.to, tonnes: $0.tonnes, isLost: $0.isLost)
    }
    let order = [
      forms, facilities + ["other-buyers"], [FlowLayout.abroad, FlowLayout.home, FlowLayout.made, FlowLayout.lost],
    ]
    for (column, ids) in order.enumerated() {
      var nodes: [Node] = []
      for id in ids {
        let into = links.filter { $0.to == id }.reduce(0) { $0 + $1.tonnes }
        let out = links.filter { $0.from == id }.reduce(0) { $0 + $1.tonnes }
        if max(into, out) > 0 {
          nodes.append(Node(id: id, name: name(id), tonnes: max(into, out), isLost: id == FlowLayout.lost))
        }
      }
      if column == 0, unpicked > ripe * 1e-4 {
        nodes.append(Node(id: FlowLayout.unpicked, name: name(FlowLayout.unpicked), tonnes: unpicked, isLost: true))
      }
      columns.append(nodes)
    }
    // Links in the order of the nodes they end at, so that they cross as little as can be.
    let rank = order.flatMap { $0 }
    links.sort {
      (rank.firstIndex(of: $0.from) ?? 0, rank.firstIndex(of: $0.to) ?? 0)
        < (rank.firstIndex(of: $1.from) ?? 0, rank.firstIndex(of: $1.to) ?? 0)
    }
  }
}
