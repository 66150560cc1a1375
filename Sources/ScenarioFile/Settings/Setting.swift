/// All that is known about one key: it is said once, beside the code that reads it, and everything else follows from it.
package struct Setting: Sendable {
  package let key: String
  package let type: ValueType
  package let unit: SettingUnit
  /// Nothing where the file must say it, or need not.
  package let standard: SettingValue?
  /// Whether a file must say it.
  package let isRequired: Bool
  package let grounds: Grounds
  package let settled: Settled
  /// Of a table, its columns.
  package var columns: ObjectShape?
  /// Of a text, all that it may be, where a check of the whole file sees to that; editors offer it.
  package var known: [String] = []
  /// Of a date that nobody gives: the day that it follows from.
  package var follows: DayBefore?
  /// What it is, in a sentence or two that somebody who is no statistician understands.
  package let words: Words
}

extension Setting {
  /// What a doubt about it may say, where it is a number of the world: with doubt the world is made anew for every year, so
  /// that also a number that it is made with may be drawn.
  package var typeInDoubt: ValueType? {
    guard case .number(let range, let isWhole, let mayBeDrawn) = type, mayBeDrawn || settled == .atFounding else {
      return nil
    }
    return .number(range, isWhole: isWhole, mayBeDrawn: true)
  }
}

/// So many days before the date under another key of the same object.
package struct DayBefore: Sendable {
  package let days: Int
  package let key: String

  package init(days: Int, key: String) {
    self.days = days
    self.key = key
  }
}

/// From when on policies and shocks cannot change a setting any more.
package enum Settled: Sendable {
  /// Any day may change it.
  case never
  /// The world is made with it: only what holds from the beginning changes it.
  case atFounding
  /// It is no part of the world that they act on.
  case always
}

/// What may stand at a place of a file.
package indirect enum Shape: Sendable {
  case value(Setting)
  case object(ObjectShape)
  /// Ids that the writer chooses, each with the same shape.
  case map(MapShape)
  /// Paths of settings, each with something about that setting.
  case paths(PathsShape)
}

/// An object with known keys.
package struct ObjectShape: Sendable {
  /// What such an object is, with its article: "a dryer".
  package let noun: Words
  package var members: [Member] = []
  /// Shares that add up to 1: the keys of this object, or paths into its members.
  package var groups: [ShareGroup] = []

  package struct Member: Sendable {
    package let key: String
    package let shape: Shape
    /// The choice that this key belongs to, such as the kind of a facility; nothing where it is always there.
    package let condition: Condition?
    package let words: Words
  }

  /// A key that must have one of some values.
  package struct Condition: Sendable, Hashable {
    package let key: String
    package let values: [String]
  }

  package init(noun: Words) {
    self.noun = noun
  }

  package func member(_ key: String) -> Member? { members.first { $0.key == key } }
}

/// An object whose keys are ids, or a list of objects: their places, from 1, are their ids then.
package struct MapShape: Sendable {
  /// More than any province has.
  static let most = 1_000

  package let element: ObjectShape
  /// The key of each element whose shares add up to 1 over all of them.
  package let sharesAddUp: String?
  package var isList = false
}

/// An object whose keys are paths of settings.
package struct PathsShape: Sendable {
  package enum Content: Sendable {
    /// A value that the setting may have.
    case values
    /// A number to multiply the setting with, or to add to it.
    case factors
    case terms
    /// Where the number comes from.
    case sources
    /// Where a number may lie that rests on nothing: a distribution. It holds as long as no later file or flag gives
    /// the number itself, since whoever gives one means it.
    case doubts
    /// The values that a sweep takes.
    case axes
  }

  package let content: Content
  /// The file whose settings are meant; nothing where it is the file itself.
  package var target: ObjectShape?
}

/// Keys whose shares add up to 1.
package struct ShareGroup: Sendable, Hashable {
  package let keys: [String]
  /// What is shared out: "grade shares".
  package let noun: Words
}
