// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "tunebook",
  targets: [
    .target(name: "Diagnostics"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
  ]
)
