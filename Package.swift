// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
        swiftSettings: strict)
}

// Who may import whom is law here and checked file by file: see "How it is built" in README.md.
let package = Package(
    name: "PerformanceMonitoring",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "PerformanceCore",
            targets: ["Values", "Telemetry", "Analysis", "Models", "Pipeline"]),
        .executable(name: "perfmon", targets: ["App"]),
    ],
    targets: [
        .target(name: "CSystem"),
        .target(name: "CKernels"),
        .target(name: "COnnxRuntime"),
        module("Values"),
        module("Telemetry", ["CKernels", "CSystem", "Values"]),
        module("Analysis", ["CKernels", "Values"]),
        module("Models", ["Analysis", "COnnxRuntime", "CSystem", "Values"]),
        module("Pipeline", ["Telemetry", "Analysis", "Models", "Values"]),
        module("Store", ["Pipeline", "Telemetry"]),
        module("Markup"),
        module("Charts", ["Markup", "Values"]),
        module("Dashboard", ["Pipeline", "Telemetry", "Charts", "Markup", "Values"]),
        module("Exports", ["Pipeline", "Telemetry"]),
        module("HTTP", ["CSystem"]),
        .executableTarget(
            name: "App",
            dependencies: [
                "Dashboard", "Exports", "Store", "Pipeline", "Telemetry", "Analysis", "Models",
                "HTTP", "Markup", "CSystem", "Values",
            ],
            swiftSettings: strict),
        tests("Values", []),
        tests("Telemetry", []),
        tests("Analysis", []),
        tests("Models", ["Values"]),
        tests("Pipeline", ["Telemetry", "Analysis", "Models"]),
        tests("Store", ["Pipeline", "Telemetry", "Analysis"]),
        tests("Charts", ["Markup"]),
        tests("Dashboard", ["Pipeline", "Charts", "Markup", "Telemetry", "Analysis", "Values"]),
        tests("HTTP", []),
        tests("Exports", ["Pipeline", "Telemetry"]),
        tests(
            "App",
            [
                "HTTP", "Exports", "Store", "Pipeline", "Telemetry", "Models", "Dashboard",
                "Programs", "Values",
            ]),
        // Starts programs for tests; imports nothing of ours.
        .target(name: "Programs", path: "Tests/Programs", swiftSettings: strict),
        .testTarget(name: "BrowserTests", dependencies: ["Programs"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
