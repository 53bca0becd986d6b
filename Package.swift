// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "tunebook",
  targets: [
    .target(name: "Diagnostics"),
    .target(name: "Options", dependencies: ["Diagnostics"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "OptionsTests", dependencies: ["Options"]),
  ]
)
