import ScenarioFile
import Testing

/// Every production of the grammar in the JSON5 specification, section by section, with what it says.
@Suite("What JSON5 allows is read")
struct ValidJSON5Tests {
  @Test(
    "values",
    arguments: [
      ("null", "null"), ("true", "true"), ("false", "false"), ("{}", "{}"), ("[]", "[]"), ("0", "0"), ("''", "\"\""),
      (" \t\u{0b}\u{0c}\n\r\u{a0}\u{feff}\u{2028}\u{2029}\u{1680}\u{2000}\u{3000}1\n", "1"),
    ])
  func values(text: String, expected: String) { expect(text, says: expected) }

  @Test(
    "objects",
    arguments: [
      ("{a:1}", "{a:1}"), ("{a:1,}", "{a:1}"), ("{'a':1,\"b\":2}", "{a:1,b:2}"),
      ("{ a : { b : [ { } ] } }", "{a:{b:[{}]}}"),
      ("{$:1,_:2,a$_9:3}", "{$:1,_:2,a$_9:3}"), ("{ลำไย:1,น้ำ:2}", "{ลำไย:1,น้ำ:2}"),
      ("{ünïcode:1,Ǆ:2,ⅷ:3}", "{ünïcode:1,Ǆ:2,ⅷ:3}"),
      ("{\\u0061b\\u{0063:1}".replacing("\\u{0063", with: "\\u0063"), "{abc:1}"),
      ("{a\u{200c}b:1,a\u{200d}:2,a\u{203f}:3}", "{a\u{200c}b:1,a\u{200d}:2,a\u{203f}:3}"),
      ("{null:1,true:2,for:3,NaN:4,Infinity:5}", "{null:1,true:2,for:3,NaN:4,Infinity:5}"), ("{\"\":1}", "{:1}"),
      ("{\"a\\u0062\":1}", "{ab:1}"), ("{a:1,a:2}", "{a:1,a:2}"), ("{a\n:\n1\n,\nb:2}", "{a:1,b:2}"),
      ("{๑:1}".replacing("๑", with: "ก๑"), "{ก๑:1}"),
    ])
  func objects(text: String, expected: String) { expect(text, says: expected) }

  @Test(
    "arrays",
    arguments: [
      ("[1]", "[1]"), ("[1,]", "[1]"), ("[1,[2,[3,],],]", "[1,[2,[3]]]"), ("[ ]", "[]"), ("[null,'a']", "[null,\"a\"]"),
    ])
  func arrays(text: String, expected: String) { expect(text, says: expected) }

  @Test(
    "strings",
    arguments: [
      (#"'a"b'"#, #""a\"b""#), (#""a'b""#, #""a'b""#), (#"'\'\"\\\/'"#, #""'\"\\/""#),
      (#"'\b\f\n\r\t\v\0'"#, #""\u0008\u000c\n\r\t\u000b\u0000""#),
      (#"'\x41\u0e25'"#, "\"Aล\""), (#"'\uD83C\uDF33'"#, "\"🌳\""),
      ("'a\\\nb\\\r\nc\\\rd\\\u{2028}e\\\u{2029}f'", "\"abcdef\""),
      (#"'\a\q\ล\🌳'"#, "\"aqล🌳\""), ("'\u{2028}\u{2029}'", "\"\\u2028\\u2029\""), ("'\t\u{01}'", "\"\\t\\u0001\""),
      (#"'\0a'"#, "\"\\u0000a\""),
      ("'// no comment /* */'", "\"// no comment /* */\""), ("'ลำไยน้ำ'", "\"ลำไยน้ำ\""),
    ])
  func strings(text: String, expected: String) { expect(text, says: expected) }

  @Test(
    "numbers",
    arguments: [
      ("0", "0"), ("-0", "-0"), ("+0", "0"), ("7", "7"), ("-1.5", "-1.5"), ("+.5", "0.5"), ("5.", "5"),
      ("-5.e1", "-50"), (".5e-1", "0.05"),
      ("1e3", "1000"), ("1E+3", "1000"), ("0e5", "0"), ("0.0", "0"), ("0x0", "0"), ("0xC8", "200"),
      ("-0XdecaF", "-912559"), ("+0x10", "16"),
      ("Infinity", "inf"), ("-Infinity", "-inf"), ("+Infinity", "inf"), ("NaN", "nan"), ("1e400", "inf"),
      ("1e-400", "0"),
      ("0.1", "0.1"), ("0.30000000000000004", "0.30000000000000004"),
      ("123456789012345678901234567890", "1.2345678901234568e+29"),
      ("9007199254740991", "9007199254740991"), ("9007199254740993", "9007199254740992.0"),
      ("2.2250738585072011e-308", "2.225073858507201e-308"), ("4.9e-324", "5e-324"),
      ("1.7976931348623157e308", "1.7976931348623157e+308"), ("0xFFFFFFFFFFFFFFFFFF", "4.722366482869645e+21"),
      ("0.1e1000000000000", "inf"), ("1e-99999999999999999999", "0"),
      ("0.000000000000000000000000000000012345", "1.2345e-32"),
    ])
  func numbers(text: String, expected: String) { expect(text, says: expected) }

  @Test("not a number has no sign that shows", arguments: ["+NaN", "-NaN"])
  func signedNaN(text: String) throws {
    let root = try #require(read(text).root)
    #expect(compact(root).hasSuffix("nan"))
  }

  @Test(
    "comments",
    arguments: [
      ("//\n1", "1"), ("1//", "1"), ("1 // end\r", "1"), ("//a\u{2028}1", "1"), ("/**/1/* * / **/", "1"),
      ("{/**/a/**/:/**/1/**/,/**/}", "{a:1}"),
      ("[1,//\n2]", "[1,2]"), ("/* a\n b */ [ ]", "[]"), ("// ลำไย\n{}", "{}"), ("\u{feff}// mark\n{}", "{}"),
    ])
  func comments(text: String, expected: String) { expect(text, says: expected) }

  @Test("places are those of the value, of the key without its quotes, and of nothing else")
  func places() throws {
    let text = "{ 'ab' : [ 10, {c:\"น้ำ\"} ] }"
    guard case .object(let members) = try #require(read(text).root).value,
      case .array(let elements) = members[0].node.value,
      case .object(let inner) = elements[1].value
    else {
      Issue.record("another shape")
      return
    }
    func spelling(_ bytes: Range<Int>) -> String { String(decoding: Array(text.utf8)[bytes], as: UTF8.self) }
    #expect(spelling(members[0].keyBytes) == "ab")
    #expect(spelling(members[0].node.bytes) == "[ 10, {c:\"น้ำ\"} ]")
    #expect(elements.map { spelling($0.bytes) } == ["10", "{c:\"น้ำ\"}"])
    #expect(spelling(inner[0].keyBytes) == "c")
    #expect(spelling(inner[0].node.bytes) == "\"น้ำ\"")
  }

  private func expect(_ text: String, says expected: String, at location: SourceLocation = #_sourceLocation) {
    let (root, diagnostics) = read(text)
    #expect(ScenarioFileTests.places(diagnostics) == [], sourceLocation: location)
    #expect(root.map(compact) == expected, sourceLocation: location)
  }
}
