import Preconditions

/// A stock with a level between nothing and full, and lines of those who want to take out or put in.
///
/// Amounts are whole numbers, so that nothing is lost to rounding. As with ``ServiceStation``, nothing happens by
/// itself: after a change ask who can be satisfied.
///
/// ```swift
/// tank.wantToTake(300, for: truck, at: agenda.now)
/// while let served = tank.nextTaker(at: agenda.now) { … }
/// ```
///
/// Each line is first come, first served: a large request at the head holds up smaller ones behind it.
@frozen
public struct Store<Customer: BitwiseCopyable, Time: EventTime> {
  /// Somebody and how much they want to take out or put in.
  @frozen
  public struct Request: BitwiseCopyable {
    /// Who.
    public let customer: Customer

    /// How much.
    public let amount: Int

    /// Since when.
    public let since: Time

    @inlinable
    init(customer: Customer, amount: Int, since: Time) {
      self.customer = customer
      self.amount = amount
      self.since = since
    }
  }

  /// Where somebody waits, to take out or to put in; good until they are satisfied or leave.
  @frozen
  public struct Place: BitwiseCopyable, Hashable, Sendable {
    @usableFromInline let line: WaitingPlace
    @usableFromInline let takes: Bool

    @inlinable
    init(line: WaitingPlace, takes: Bool) {
      self.line = line
      self.takes = takes
    }
  }

  @usableFromInline var stock: Int
  @usableFromInline var size: Int
  @usableFromInline var takers: FirstComeLine<Request>
  @usableFromInline var putters: FirstComeLine<Request>

  /// The level over time.
  public var levels: TimeWeighted<Time>

  /// Makes a store.
  @inlinable
  public init(
    level: Int = 0, capacity: Int = .max, at time: Time = .zero, file: StaticString = #fileID, line: UInt = #line
  ) {
    if level < 0 || level > capacity {
      stop("EventCore", "a store of capacity \(capacity) cannot hold \(level)", file: file, line: line)
    }
    stock = level
    size = capacity
    takers = FirstComeLine()
    putters = FirstComeLine()
    levels = TimeWeighted(Double(level), at: time)
  }

  /// What is in it.
  @inlinable
  public var level: Int { stock }

  /// The most it holds; less than ``level`` for a while, when it was made smaller.
  @inlinable
  public var capacity: Int { size }

  /// How many wait to take out.
  @inlinable
  public var takersWaiting: Int { takers.count }

  /// How many wait to put in.
  @inlinable
  public var puttersWaiting: Int { putters.count }

  /// Puts in as much as there is room for, past everyone who waits; answers how much that was.
  @inlinable
  public mutating func put(upTo amount: Int, at time: Time, file: StaticString = #fileID, line: UInt = #line) -> Int {
    check(amount, file, line)
    let taken = min(amount, max(0, size - stock))
    change(by: taken, at: time, file, line)
    return taken
  }

  /// Takes out as much as there is, past everyone who waits; answers how much that was.
  @inlinable
  public mutating func take(upTo amount: Int, at time: Time, file: StaticString = #fileID, line: UInt = #line) -> Int {
    check(amount, file, line)
    let taken = min(amount, stock)
    change(by: -taken, at: time, file, line)
    return taken
  }

  /// Puts somebody in the line of those who want to take out.
  @inlinable
  @discardableResult
  public mutating func wantToTake(
    _ amount: Int, for customer: Customer, at time: Time, file: StaticString = #fileID, line: UInt = #line
  ) -> Place {
    check(amount, file, line)
    return Place(line: takers.join(Request(customer: customer, amount: amount, since: time)), takes: true)
  }

  /// Puts somebody in the line of those who want to put in.
  @inlinable
  @discardableResult
  public mutating func wantToPut(
    _ amount: Int, for customer: Customer, at time: Time, file: StaticString = #fileID, line: UInt = #line
  ) -> Place {
    check(amount, file, line)
    return Place(line: putters.join(Request(customer: customer, amount: amount, since: time)), takes: false)
  }

  /// Lets the first who waits take out, if there is enough; answers who it was.
  @inlinable
  public mutating func nextTaker(
    at time: Time, file: StaticString = #fileID, line: UInt = #line
  ) -> Request? {
    guard let first = takers.first, first.amount <= stock else { return nil }
    change(by: -first.amount, at: time, file, line)
    return takers.takeFirst()
  }

  /// Lets the first who waits put in, if there is room; answers who it was.
  @inlinable
  public mutating func nextPutter(
    at time: Time, file: StaticString = #fileID, line: UInt = #line
  ) -> Request? {
    guard let first = putters.first, first.amount <= size - stock else { return nil }
    change(by: first.amount, at: time, file, line)
    return putters.takeFirst()
  }

  /// Takes somebody out of their line; `nil` when they do not wait any more.
  @inlinable
  @discardableResult
  public mutating func leave(_ place: Place) -> Request? {
    place.takes ? takers.leave(place.line) : putters.leave(place.line)
  }

  /// Changes the most it holds; what is in it stays.
  @inlinable
  public mutating func setCapacity(_ capacity: Int, file: StaticString = #fileID, line: UInt = #line) {
    check(capacity, file, line)
    size = capacity
  }

  @inlinable
  mutating func change(by amount: Int, at time: Time, _ file: StaticString, _ line: UInt) {
    stock += amount
    levels.set(Double(stock), at: time, file: file, line: line)
  }

  @inlinable
  func check(_ amount: Int, _ file: StaticString, _ line: UInt) {
    if amount < 0 { stop("EventCore", "an amount of \(amount) cannot be", file: file, line: line) }
  }
}

extension Store.Request: Sendable where Customer: Sendable {}
extension Store: Sendable where Customer: Sendable {}
