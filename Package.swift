// swift-tools-version: 6.2
import PackageDescription

/// What every target of the house is held to.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Rooms on the hot path are compiled optimised in debug builds too, with their checks on, so that `swift test` is quick:
/// each as a whole, or every file would make its own copies of the generic code that it uses.
///
/// One thread, asked for, gives each file its own object file, as the index of a debug build wants it.
///
/// The flags do not keep anybody from depending on this package: SwiftPM 6.2 and newer allows them in packages whose
/// tools version is 6.2 or newer, by path, branch and version alike, which `.ci/dependent` tries.
let hot: [SwiftSetting] =
  strict + [
    .unsafeFlags(
      ["-O", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "1", "-assert-config", "Debug"],
      .when(configuration: .debug))
  ]

let package = Package(
  name: "longan",
  products: [
    .library(name: "EventCore", targets: ["EventCore"]),
    .library(name: "Randomness", targets: ["Randomness"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .executable(name: "longan", targets: ["longan"]),
  ],
  targets: [
    // Rooms, top to bottom: a room imports only rooms above it.
    .target(name: "CSupport", exclude: ["README.md"]),
    .target(name: "Preconditions", exclude: ["README.md"], swiftSettings: hot),
    .target(name: "Units", dependencies: ["Preconditions"], exclude: ["README.md"], swiftSettings: hot),
    .target(name: "EventCore", dependencies: ["Preconditions", "CSupport"], swiftSettings: hot),
    .target(
      name: "Randomness", dependencies: ["Preconditions", "CSupport"], exclude: ["README.md"], swiftSettings: hot),
    .target(
      name: "Statistics", dependencies: ["Preconditions", "Randomness"], exclude: ["README.md"], swiftSettings: hot),
    .target(
      name: "Ledger", dependencies: ["CSupport", "Preconditions", "Units"], exclude: ["README.md"], swiftSettings: hot),
    .target(name: "ScenarioFile", dependencies: ["Units"], exclude: ["README.md"], swiftSettings: hot),
    .target(name: "CScenarios"),
    .target(
      name: "SupplyChain",
      dependencies: ["CSupport", "Units", "EventCore", "Randomness", "Ledger", "ScenarioFile"], exclude: ["README.md"],
      swiftSettings: hot),
    .target(
      name: "Experiments",
      dependencies: [
        "Preconditions", "Units", "EventCore", "Randomness", "Statistics", "Ledger", "ScenarioFile", "SupplyChain",
        "CScenarios",
      ], exclude: ["README.md"], swiftSettings: strict),
    .target(name: "CReportPage", exclude: ["README.md", "page.css", "chart.css", "page.js"]),
    .target(
      name: "Reports",
      dependencies: ["Units", "Statistics", "Ledger", "ScenarioFile", "SupplyChain", "Experiments", "CReportPage"],
      exclude: ["README.md"],
      swiftSettings: strict),
    .executableTarget(
      name: "longan",
      dependencies: [
        "CSupport", "Preconditions", "Units", "ScenarioFile", "Statistics", "SupplyChain", "Experiments", "Reports",
      ],
      exclude: ["README.md"],
      swiftSettings: strict),

    // Speed, beside peers. Nobody measures a debug build.
    .executableTarget(
      name: "longan-bench",
      dependencies: ["EventCore", "Randomness", "Statistics", "Ledger", "ScenarioFile", "SupplyChain", "Experiments"],
      path: "Benchmarks",
      exclude: ["Peers", "README.md"], sources: ["Bench"], swiftSettings: strict),

    // Tests, one target a room, compiled as they are: optimising them would take longer than it saves. What simulates or
    // draws for long stands apart, and is optimised.
    .testTarget(name: "UnitsTests", dependencies: ["Units"], swiftSettings: strict),
    .testTarget(
      name: "EventCoreTests", dependencies: ["EventCore", "Randomness", "EventCoreSupport"], swiftSettings: strict),
    .testTarget(
      name: "EventCoreLongTests",
      dependencies: ["EventCore", "Randomness", "Statistics", "AllocationCounting", "EventCoreSupport"],
      swiftSettings: hot),
    .testTarget(
      name: "RandomnessTests", dependencies: ["Randomness", "Statistics"],
      exclude: ["Tables", "TestU01", "same-bits.sh"], swiftSettings: hot),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Randomness"], swiftSettings: strict),
    .testTarget(name: "StatisticsLongTests", dependencies: ["Statistics", "Randomness"], swiftSettings: hot),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger", "Units", "Randomness"], swiftSettings: strict),
    .testTarget(name: "ScenarioFileTests", dependencies: ["ScenarioFile"], swiftSettings: strict),
    .testTarget(
      name: "SupplyChainTests",
      dependencies: ["SupplyChain", "Experiments", "ScenarioFile", "EventCore", "Randomness", "Units"],
      swiftSettings: strict),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Experiments", "SupplyChain", "Ledger", "Units", "ScenarioFile", "SpoiledScenarios"],
      exclude: ["validate.py"], swiftSettings: strict),
    .testTarget(
      name: "LonganTests",
      dependencies: [
        "longan", "Preconditions", "Units", "Ledger", "ScenarioFile", "SupplyChain", "Experiments", "Reports",
        "SpoiledScenarios",
      ],
      exclude: ["Golden"], swiftSettings: strict),

    // What tests need and no room may import.
    .target(name: "AllocationCounting", path: "Tests/AllocationCounting"),
    .target(
      name: "EventCoreSupport", dependencies: ["EventCore"], path: "Tests/EventCoreSupport", swiftSettings: hot),
    .target(
      name: "SpoiledScenarios", dependencies: ["ScenarioFile", "Experiments"], path: "Tests/SpoiledScenarios",
      swiftSettings: hot),
  ],
  swiftLanguageModes: [.v6],
  // `#embed` builds the scenarios in.
  cLanguageStandard: .c2x
)

// Links only with libFuzzer, which brings its own main function; Tests/Fuzzing/run.sh asks for it.
if Context.environment["LONGAN_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzzing", dependencies: ["ScenarioFile", "Experiments", "SpoiledScenarios"], path: "Tests/Fuzzing",
      exclude: ["README.md", "run.sh"], swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

// The tests of wrong use in release builds, without the rooms and tests that they have nothing to do with.
if Context.environment["LONGAN_WRONG_USE"] != nil {
  package.products = []
  package.targets.removeAll { !["CSupport", "Preconditions", "EventCore", "EventCoreSupport"].contains($0.name) }
  package.targets.append(
    .testTarget(
      name: "EventCoreTests", dependencies: ["EventCore", "EventCoreSupport"],
      sources: ["Simulation/WrongUseTests.swift", "Simulation/WrongUseOfHandleTests.swift", "Support/Complaint.swift"],
      swiftSettings: strict))
}
