import Units

extension SettingTree {
  /// Works out what follows from other values: every `"rest"` is what the other shares of its group leave, and a date that
  /// is not given lies so many days before another.
  mutating func workOut(_ shape: ObjectShape) {
    SettingTree.workOut(&root, shape)
  }

  private static func workOut(_ object: inout Object, _ shape: ObjectShape) {
    for member in shape.members {
      guard case .object(var inner)? = object[member.key], let keyRange = object.member(member.key)?.keyRange else {
        continue
      }
      switch member.shape {
      case .object(let shape): workOut(&inner, shape)
      case .map(let map):
        for element in inner.members {
          guard case .object(var node) = element.node else { continue }
          workOut(&node, map.element)
          inner.set(element.key, element.keyRange, .object(node))
        }
        if let key = map.sharesAddUp { fillRest(&inner, key, map) }
      default: continue
      }
      object.set(member.key, keyRange, .object(inner))
    }
    for group in shape.groups { fillRest(&object, group, shape) }
    for member in shape.members {
      guard case .value(let setting) = member.shape, let follows = setting.follows, object[member.key] == nil,
        let known = object.member(follows.key), case .leaf(let leaf) = known.node,
        let before = leaf.daysBefore(follows.days)
      else { continue }
      object.set(member.key, known.keyRange, .leaf(before))
    }
  }

  private static func fillRest(_ object: inout Object, _ group: ShareGroup, _ shape: ObjectShape) {
    var sum = 0.0
    var rest: (key: String, leaf: Leaf)?
    for key in group.keys {
      if case .leaf(let leaf)? = object[key] {
        if case .number(let share) = leaf.node.value { sum += share } else if leaf.node.isRest { rest = (key, leaf) }
      } else if case .value(let setting)? = shape.member(key)?.shape, case .number(let share)? = setting.standard {
        sum += share
      }
    }
    if let rest, let range = object.member(rest.key)?.keyRange {
      object.set(rest.key, range, .leaf(rest.leaf.filled(max(0, 1 - sum))))
    }
  }

  private static func fillRest(_ object: inout Object, _ key: String, _ map: MapShape) {
    var sum = 0.0
    var rest: (member: Member, element: Object, leaf: Leaf)?
    for member in object.members {
      guard case .object(let element) = member.node else { continue }
      if case .leaf(let leaf)? = element[key] {
        if case .number(let share) = leaf.node.value {
          sum += share
        } else if leaf.node.isRest {
          rest = (member, element, leaf)
        }
      } else if case .value(let setting)? = map.element.member(key)?.shape, case .number(let share)? = setting.standard
      {
        sum += share
      }
    }
    if var rest, let range = rest.element.member(key)?.keyRange {
      rest.element.set(key, range, .leaf(rest.leaf.filled(max(0, 1 - sum))))
      object.set(rest.member.key, rest.member.keyRange, .object(rest.element))
    }
  }
}

extension JSONNode {
  fileprivate var isRest: Bool {
    if case .string("rest") = value { return true }
    return false
  }
}

extension SettingTree.Leaf {
  /// The date so many days before this one, in its era; nothing where files cannot say that date.
  fileprivate func daysBefore(_ days: Int) -> SettingTree.Leaf? {
    guard case .string(let text) = node.value, let date else { return nil }
    let before = date.advanced(by: -days)
    let isBuddhist = text.prefix(4) == String(date.buddhistYear)
    let spelled = String(isBuddhist ? before.buddhistYear : before.year) + before.isoText.dropFirst(4)
    guard let read = try? CalendarDate(text: spelled), read == before else { return nil }
    return SettingTree.Leaf(node: JSONNode(.string(spelled), node.bytes), range: range, over: nil)
  }

  fileprivate func filled(_ share: Double) -> SettingTree.Leaf {
    // Sums of decimal fractions are off by less than this.
    let rounded = (share * 1e12).rounded() / 1e12
    return SettingTree.Leaf(node: JSONNode(.number(rounded), node.bytes), range: range, over: over)
  }
}
