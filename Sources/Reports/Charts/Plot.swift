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
  mutating func valueAxis(_ scale: Scale, _ plot: Plot, unit: Words = Words("")) {
    open("axis")
    for tick in scale.ticks {
      let y = scale(tick)
      line(plot.left, y, plot.right, y, tick == 0 ? "zero" : "grid")
      text(Words(scale.label(tick)), plot.left - 6, y + 4.5, .end)
    }
    if !unit.english.isEmpty { text(unit, 0, plot.top - 12) }
    close()
  }

  /// The same along the bottom.
  mutating func valueAxisBelow(_ scale: Scale, _ plot: Plot, unit: Words = Words("")) {
    open("axis")
    var free = -Double.infinity
    for tick in scale.ticks {
      let x = scale(tick)
      line(x, plot.top, x, plot.bottom, tick == 0 ? "zero" : "grid")
      let half = Double(Markup.columns(of: scale.label(tick))) * Canvas.columnWidth / 2
      let place = min(max(x, half), width - half)
      guard place - half > free else { continue }
      text(Words(scale.label(tick)), place, plot.bottom + 17, .middle)
      free = place + half + 5
    }
    if !unit.english.isEmpty { text(unit, plot.right, plot.bottom + 36, .end) }
    close()
  }

  /// The same for a small drawing: as many names as fit, and nothing below them.
  mutating func monthTicks(_ dates: DateScale, _ plot: Plot) {
    open("axis")
    line(plot.left, plot.bottom, plot.right, plot.bottom, "zero")
    var free = -Double.infinity
    for tick in dates.ticks {
      line(dates(tick.day), plot.bottom, dates(tick.day), plot.bottom + 4, "tick")
      let middle = (dates(tick.day) + dates(tick.end)) / 2
      let half = Canvas.width(of: tick.label) / 2
      guard middle - half > max(free, plot.left - 8), middle + half < plot.right + 6 else { continue }
      text(tick.label, middle, plot.bottom + 18, .middle)
      free = middle + half + 8
    }
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
    line(plot.left, plot.bottom, plot.right, plot.bottom, "zero")
    var free = -Double.infinity
    for tick in dates.ticks {
      line(dates(tick.day), plot.bottom, dates(tick.day), plot.bottom + 5, "tick")
      let middle = (dates(tick.day) + dates(tick.end)) / 2
      let half = Canvas.width(of: tick.label) / 2
      // A month that is cut off at the edge has no room for its name.
      guard middle - half > max(free, plot.left - 8), middle + half < plot.right + 8 else { continue }
      text(tick.label, middle, plot.bottom + 19, .middle)
      free = middle + half + 4
    }
    text(dates.span, plot.right, plot.bottom + 38, .end)
    close()
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
