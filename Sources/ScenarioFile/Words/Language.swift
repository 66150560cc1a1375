/// A language that people are spoken to in.
package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case thai = "th"
}
