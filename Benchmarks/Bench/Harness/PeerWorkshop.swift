import Foundation

/// Builds the peers beside this program's own binary, never in the source tree, and finds what they need.
struct PeerWorkshop {
  /// The command that starts a contender, for those put in place of ours.
  let replacements: [String: String]
  private let folder: URL
  private let sources: URL
  private let program: String

  init(replacements: [String: String]) throws(BenchError) {
    self.replacements = replacements
    guard let executable = Bundle.main.executableURL else { throw BenchError("cannot find this program's own file") }
    program = executable.path
    folder = executable.deletingLastPathComponent().appendingPathComponent("longan-bench-peers")
    // Benchmarks/Bench/Harness/PeerWorkshop.swift, as it was when this was compiled.
    let harness = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    sources = harness.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Peers")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw BenchError("cannot make \(folder.path): \(error.localizedDescription)")
    }
  }

  func prepare(_ name: String) throws(BenchError) -> Preparation {
    if let replacement = replacements[name] { return .ready([replacement]) }
    guard let contender = Contender.roster[name] else { throw BenchError("no contender is called \(name)") }
    switch contender {
    case .ours:
      return .ready([program, "contender", name])
    case .cPlusPlus(let source, let flags):
      let common = ["g++", "-O3", "-std=c++20", "-Wall", "-Wextra", "-ffp-contract=off"]
      return try build(name, from: source, with: common + flags)
    case .swift(let source):
      return try build(name, from: source, with: ["swiftc", "-O"])
    case .product(let product):
      return try buildProduct(product)
    case .python(let script, let package):
      return try python(running: script, with: package)
    }
  }

  /// The library that counts allocations, to be loaded before the C library.
  func prepareAllocationCount() throws(BenchError) -> Preparation {
    let flags = ["gcc", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC"]
    return try build("allocation-count.so", from: "allocation-count.c", with: flags)
  }

  /// The first line of what a compiler or interpreter says of its version.
  func version(of command: [String]) -> String? {
    guard let told = try? ChildProcess.run(command), told.status == 0 else { return nil }
    return told.output.split(separator: "\n").first.map(String.init)
  }

  /// Compiles always: a few seconds beside minutes of measuring, and no stale binary.
  private func build(_ name: String, from source: String, with command: [String]) throws(BenchError) -> Preparation {
    progress("building \(name)")
    let binary = folder.appendingPathComponent(name).path
    let compiled = try ChildProcess.run(command + [sources.appendingPathComponent(source).path, "-o", binary])
    switch compiled.status {
    case 0: return .ready([binary])
    case 127: return .skipped("\(command[0]) is not installed")
    default: return .skipped("\(command[0]) could not build it: \(compiled.complaint)")
    }
  }

  /// Brings a program of this package up to date beside this one; it is built in a moment where nothing changed.
  private func buildProduct(_ product: String) throws(BenchError) -> Preparation {
    progress("building \(product)")
    let binaries = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
    let scratch = binaries.deletingLastPathComponent().deletingLastPathComponent().path
    let package = sources.deletingLastPathComponent().deletingLastPathComponent().path
    let built = try ChildProcess.run([
      "swift", "build", "-c", "release", "--product", product, "--package-path", package, "--scratch-path", scratch,
    ])
    guard built.status == 0 else { return .skipped("it could not be built: \(built.complaint)") }
    return .ready([binaries.appendingPathComponent(product).path])
  }

  private func python(running script: String, with package: String) throws(BenchError) -> Preparation {
    let requirements = sources.appendingPathComponent("requirements.txt")
    let pins = (try? String(contentsOf: requirements, encoding: .utf8))?.split(separator: "\n") ?? []
    guard let pin = pins.first(where: { $0.hasPrefix("\(package)==") }) else {
      throw BenchError("\(requirements.path) does not pin \(package)")
    }
    let wanted = String(pin.dropFirst(package.count + 2))
    let interpreter = ProcessInfo.processInfo.environment["LONGAN_BENCH_PYTHON"] ?? "python3"
    let question = "import \(package); print(\(package).__version__)"
    guard let found = version(of: [interpreter, "-c", question]) else {
      return .skipped("\(interpreter) has no \(package); see Benchmarks/README.md")
    }
    guard found == wanted else { return .skipped("\(package) \(found) is installed, \(wanted) is wanted") }
    return .ready([interpreter, sources.appendingPathComponent(script).path])
  }
}

/// Says on standard error what is being done.
func progress(_ text: String) {
  FileHandle.standardError.write(Data("longan-bench: \(text)\n".utf8))
}
