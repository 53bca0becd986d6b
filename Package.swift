// swift-tools-version: 6.1
import PackageDescription

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "tunebook",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCommonMark",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CKernels"),

    .target(name: "Diagnostics"),
    .target(name: "Options", dependencies: ["Diagnostics"]),
    .target(name: "Engine", dependencies: ["CKernels", "Options", "Diagnostics", crypto]),
    .target(name: "Datasets", dependencies: ["Engine", "Options", "Diagnostics", "CZlib", crypto]),
    .target(name: "NotebookSyntax", dependencies: ["CCommonMark", "Options", "Diagnostics", yams]),
    .target(name: "NotebookResults"),
    .target(
      name: "NotebookRunner",
      dependencies: [
        "NotebookSyntax", "Engine", "Datasets", "NotebookResults", "Options", "Diagnostics", crypto,
      ]),
    .target(name: "NotebookReport", dependencies: ["NotebookSyntax", "NotebookResults", "Diagnostics"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "OptionsTests", dependencies: ["Options"]),
    .testTarget(name: "EngineTests", dependencies: ["Engine"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets"]),
    .testTarget(name: "NotebookSyntaxTests", dependencies: ["NotebookSyntax"]),
    .testTarget(name: "NotebookRunnerTests", dependencies: ["NotebookRunner"]),
    .testTarget(name: "NotebookReportTests", dependencies: ["NotebookReport", "CZlib"]),
  ]
)
