/// Something that ends the program, with words a person can act on.
struct BenchError: Error {
  var message: String
  var status: Int32

  init(_ message: String, status: Int32 = 1) {
    self.message = message
    self.status = status
  }
}
