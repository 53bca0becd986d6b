// swift-tools-version: 6.1
import Foundation
import PackageDescription

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let environment = ProcessInfo.processInfo.environment
// What is undefined in C traps in the kernels: see Tests/Sanitize/run.
let kernelSettings: [CSetting] =
  environment["TUNEBOOK_SANITIZE_KERNELS"] == nil
  ? [] : [.unsafeFlags(["-fsanitize=undefined", "-fsanitize-trap=undefined"])]
// The tests train many networks on drawn digits: without optimization that alone takes a minute.
let optimizedKernels: [CSetting] = [.unsafeFlags(["-O2"], .when(configuration: .debug))]
let optimized: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

// Nothing in the command line is slow, but a minute of a release build would go to making it faster.
let quicklyBuilt: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let package = Package(
  name: "tunebook",
  products: [
    .executable(name: "tunebook", targets: ["tunebook"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCommonMark",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CKernels", cSettings: optimizedKernels + kernelSettings),

    .target(name: "Writing"),
    .target(name: "Diagnostics", dependencies: ["Writing"]),
    .target(name: "Files", dependencies: ["Diagnostics"]),
    .target(name: "Digests", dependencies: ["CCrypto"]),
    .target(name: "Options", dependencies: ["Diagnostics"]),
    .target(
      name: "Engine", dependencies: ["CKernels", "Digests", "Options", "Writing"], swiftSettings: optimized),
    .target(
      name: "Datasets", dependencies: ["Engine", "Digests", "Files", "Options", "Diagnostics", "CZlib"],
      swiftSettings: optimized),
    .target(name: "Tuning", dependencies: ["Engine"], swiftSettings: optimized),
    .target(name: "WeightFiles", dependencies: ["Engine", "Files", "Diagnostics", "Writing", "CZlib"]),
    .target(name: "NotebookSyntax", dependencies: ["CCommonMark", "Files", "Options", "Diagnostics", yams]),
    .target(name: "NotebookResults", dependencies: ["NotebookSyntax", "Writing"]),
    .target(
      name: "NotebookRunner",
      dependencies: [
        "NotebookSyntax", "Engine", "Datasets", "WeightFiles", "NotebookResults", "Files", "Options",
        "Diagnostics", "Digests", "Tuning", "Writing",
      ]),
    .target(
      name: "NotebookReport", dependencies: ["NotebookSyntax", "NotebookResults", "Diagnostics", "Writing"]),
    .target(
      name: "TunebookCommands",
      dependencies: [
        "NotebookRunner", "NotebookReport", "NotebookSyntax", "NotebookResults", "Files", "Options",
        "Diagnostics", "Writing", argumentParser,
      ], swiftSettings: quicklyBuilt),
    .executableTarget(name: "tunebook", dependencies: ["TunebookCommands"]),
    .executableTarget(
      name: "tunebook-bench",
      dependencies: [
        "Engine", "Datasets", "NotebookSyntax", "NotebookRunner", "NotebookReport", "NotebookResults",
        "Options", "Diagnostics", "Writing", argumentParser,
      ]),

    .target(
      name: "FuzzHarness",
      dependencies: [
        "TunebookCommands", "NotebookReport", "NotebookRunner", "NotebookSyntax", "WeightFiles", "Datasets",
        "Files", "Digests", "Diagnostics", "CZlib",
      ], path: "Tests/Fuzz/Harness"),

    .target(name: "TestSupport", path: "Tests/Support"),

    .testTarget(name: "FuzzTests", dependencies: ["FuzzHarness"]),
    .testTarget(name: "WritingTests", dependencies: ["Writing"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "OptionsTests", dependencies: ["Options"]),
    .testTarget(name: "EngineTests", dependencies: ["Engine"], swiftSettings: optimized),
    .testTarget(name: "TuningTests", dependencies: ["Tuning", "Engine"], swiftSettings: optimized),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Digests", "TestSupport"]),
    .testTarget(name: "WeightFilesTests", dependencies: ["WeightFiles", "Engine", "Files", "Options"]),
    .testTarget(name: "NotebookSyntaxTests", dependencies: ["NotebookSyntax"]),
    .testTarget(
      name: "NotebookRunnerTests",
      dependencies: ["NotebookRunner", "NotebookReport", "WeightFiles", "Engine", "Writing", "TestSupport"]),
    .testTarget(
      name: "NotebookReportTests", dependencies: ["NotebookReport", "Writing", "CZlib", "TestSupport"]),
    .testTarget(
      name: "TunebookCommandsTests", dependencies: ["TunebookCommands", "tunebook", "TestSupport"]),
  ]
)

// One target of tests alone, for a release build whose other tests would be built for nothing.
if let tests = environment["TUNEBOOK_TESTS"] {
  package.targets.removeAll { $0.type == .test && $0.name != tests }
}

// libFuzzer counts what our own targets run through; packages stay as they are, so that they are not compiled anew.
// It brings its own `main`, so that no other executable can be linked then: see Tests/Fuzz/build.
if environment["TUNEBOOK_FUZZ"] != nil {
  for target in package.targets where target.type == .regular {
    target.swiftSettings = [.unsafeFlags(["-sanitize=fuzzer"])]
    target.cSettings = (target.cSettings ?? []) + [.unsafeFlags(["-fsanitize=fuzzer-no-link"])]
  }
  package.targets.append(
    .executableTarget(
      name: "tunebook-fuzz", dependencies: ["FuzzHarness"], path: "Tests/Fuzz/Driver",
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
