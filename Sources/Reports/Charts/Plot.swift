import ScenarioFile
import Units

/// The part of a drawing between the axes.
struct Plot {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
}

extension Canvas {
  /// Lines across at round numbers, with their numbers at the left.
  mutating func valueAxis(_ scale: Scale, _ plot: Plot) {
    open("axis")
    lines(scale.ticks.filter { $0 != 0 }.map { (plot.left, scale($0), plot.right, scale($0)) }, "grid")
    if scale.numbers.contains(0) { line(plot.left, scale(0), plot.right, scale(0), "zero") }
    texts(scale.ticks.map { (Words(scale.label($0)), plot.left - 6, scale($0) + 4.5) }, .end)
    close()
  }

  /// The same along the bottom.
  mutating func valueAxisBelow(_ scale: Scale, _ plot: Plot, unit: Words = Words("")) {
    open("axis")
    lines(scale.ticks.filter { $0 != 0 }.map { (scale($0), plot.top, scale($0), plot.bottom) }, "grid")
    if scale.numbers.contains(0) { line(scale(0), plot.top, scale(0), plot.bottom, "zero") }
    var free = -Double.infinity
    var labels: [(words: Words, x: Double, y: Double)] = []
    for tick in scale.ticks {
      let half = Double(Markup.columns(of: scale.label(tick))) * Canvas.columnWidth / 2
      let place = min(max(scale(tick), half), width - half)
      guard place - half > free else { continue }
      labels.append((Words(scale.label(tick)), place, plot.bottom + 17))
      free = place + half + 5
    }
    texts(labels, .middle)
    if !unit.english.isEmpty { text(unit, plot.right, plot.bottom + 36, .end) }
    close()
  }

  /// Months along the bottom, or years where there are many.
  ///
  /// The page's script reads from it where which day is.
  mutating func dateAxis(_ dates: DateScale, _ plot: Plot, first: Int = 0) {
    let places = [("from", plot.left), ("to", plot.right), ("top", plot.top), ("bottom", plot.bottom)]
    open(
      "axis",
      "data-first=\"\(first)\" data-days=\"\(dates.days)\" "
        + places.map { "data-\($0.0)=\"\(Canvas.text($0.1))\"" }.joined(separator: " "))
    monthNames(dates, plot, gap: 4)
    text(dates.span, plot.right, plot.bottom + 38, .end)
    close()
  }

  /// The same for a small drawing, with nothing below the names.
  mutating func monthTicks(_ dates: DateScale, _ plot: Plot) {
    open("axis")
    monthNames(dates, plot, gap: 8)
    close()
  }

  /// As many names as fit.
  private mutating func monthNames(_ dates: DateScale, _ plot: Plot, gap: Double) {
    let ticks = dates.ticks
    line(plot.left, plot.bottom, plot.right, plot.bottom, "zero")
    lines(ticks.map { (dates($0.day), plot.bottom, dates($0.day), plot.bottom + 5) }, "tick")
    var free = -Double.infinity
    var labels: [(words: Words, x: Double, y: Double)] = []
    for tick in ticks {
      let middle = (dates(tick.day) + dates(tick.end)) / 2
      let half = Canvas.width(of: tick.label) / 2
      // A month that is cut off at the edge has no room for its name.
      guard middle - half > max(free, plot.left - 8), middle + half < plot.right + 8 else { continue }
      labels.append((tick.label, middle, plot.bottom + 19))
      free = middle + half + gap
    }
    texts(labels, .middle)
  }
}

/// From days to places along the bottom of a drawing.
struct DateScale {
  struct Tick {
    let day: Double
    let end: Double
    let label: Words
  }

  let firstDay: CalendarDate
  let days: Int
  let from: Double
  let to: Double

  func callAsFunction(_ day: Double) -> Double { from + day / Double(max(1, days)) * (to - from) }
  func callAsFunction(_ day: Int) -> Double { self(Double(day) + 0.5) }

  /// The first of every month; of every year where there are more than two.
  var ticks: [Tick] {
    let isYears = days > 800
    var ticks: [Tick] = []
    var start = firstDay
    let end = firstDay.advanced(by: days)
    while start < end {
      let first = start.advanced(by: 1 - start.day)
      let next =
        isYears
        ? first.adding(months: 13 - first.month) : first.adding(months: 1)
      let until = min(next, end)
      ticks.append(
        Tick(
          day: Double(firstDay.distance(to: start)), end: Double(firstDay.distance(to: until)),
          label: isYears ? Words(Markup.year(start.year)) : Figures.month(start)))
      start = next
    }
    return ticks
  }

  /// The year or years, below the months.
  var span: Words {
    if days > 800 { return Words("") }
    let (first, last) = (firstDay.year, firstDay.advanced(by: days - 1).year)
    return Words(first == last ? Markup.year(first) : Markup.year(first) + "–" + Markup.year(last))
  }
}
