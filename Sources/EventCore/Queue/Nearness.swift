/// How near an event is that a model foresees.
public enum Nearness: Sendable {
  /// A dozen events or so lie before it: time to ask for the record that it names.
  case soon

  /// It is among the next: what was asked for has come, and may be read to ask for more.
  case next
}
