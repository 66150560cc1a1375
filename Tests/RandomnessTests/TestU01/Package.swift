// swift-tools-version: 6.2
import PackageDescription

/// Writes streams of `Randomness` as bytes, for the batteries of TestU01 on the other end of a pipe.
let package = Package(
  name: "TestU01",
  dependencies: [.package(name: "longan", path: "../../..")],
  targets: [
    .executableTarget(
      name: "StreamBytes", dependencies: [.product(name: "Randomness", package: "longan")],
      swiftSettings: [.treatAllWarnings(as: .error), .strictMemorySafety()])
  ],
  swiftLanguageModes: [.v6]
)
