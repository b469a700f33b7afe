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

/// Tests compute little themselves; what they test is optimised all the same.
let quick = strict + [.unsafeFlags(["-Onone"])]

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
        swiftSettings: quick)
}

// Who may import whom is law here and checked file by file: see Sources/README.md.
let package = Package(
    name: "PerformanceMonitoring",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "PerformanceCore",
            targets: [
                "Values", "Telemetry", "Analysis", "Models", "Reports", "Pipeline", "Learning",
            ]),
        .executable(name: "perfmon", targets: ["App"]),
    ],
    targets: [
        .target(
            name: "CSystem",
            linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
        .target(name: "CKernels"),
        .target(name: "COnnxRuntime"),
        .target(name: "CDrawing"),
        module("Values"),
        module("Telemetry", ["CKernels", "CSystem", "Values"]),
        module("ClickHouse", ["Telemetry", "Values"]),
        module("Analysis", ["CKernels", "Values"]),
        module("Models", ["Analysis", "COnnxRuntime", "CSystem", "Values"]),
        module("Reports", ["Values"]),
        module("Pipeline", ["Reports", "Telemetry", "Analysis", "Values"]),
        module("Learning", ["Pipeline", "Reports", "Models", "Telemetry", "Analysis", "Values"]),
        module("Store", ["Pipeline", "Reports", "Telemetry", "Values"]),
        module("Markup"),
        module("Charts", ["Markup", "Values"]),
        module("Wording", ["Reports", "Values"]),
        module("Dashboard", ["Wording", "Reports", "Charts", "Markup", "Values"]),
        module("API", ["Wording", "Reports", "Values"]),
        module("Exports", ["Containers", "Pipeline", "Reports", "Telemetry", "Values"]),
        module("Printing", ["CDrawing"]),
        module("Containers", ["CSystem", "Values"]),
        module("HTTP", ["CSystem"]),
        .executableTarget(
            name: "App",
            dependencies: [
                "API", "Dashboard", "Charts", "Printing", "Wording", "Exports", "Store", "Learning",
                "Pipeline",
                "Reports",
                "Telemetry", "ClickHouse",
                "Analysis", "Models", "Containers", "HTTP", "Markup", "CSystem", "Values",
            ],
            swiftSettings: strict),
        tests("Values", []),
        tests("Telemetry", ["Values"]),
        tests("ClickHouse", ["Pipeline", "Programs", "Reports", "Telemetry", "Values"]),
        tests("Analysis", []),
        tests("Models", ["Values"]),
        tests("Pipeline", ["Reports", "Telemetry", "Analysis", "Values"]),
        tests("Learning", ["Pipeline", "Reports", "Telemetry", "Analysis", "Models", "Values"]),
        tests("Store", ["Pipeline", "Reports", "Telemetry", "Analysis", "Values"]),
        tests("Charts", ["Markup", "Values"]),
        tests("Wording", ["Samples", "Reports", "Values"]),
        tests("Dashboard", ["Samples", "Wording", "Reports", "Charts", "Markup", "Values"]),
        tests("API", ["Programs", "Samples", "Wording", "Reports", "Values"]),
        tests("Printing", []),
        tests("Containers", ["Programs", "Values"]),
        tests("HTTP", []),
        tests(
            "Exports",
            ["Containers", "Pipeline", "Programs", "Samples", "Reports", "Telemetry", "Values"]),
        tests(
            "App",
            [
                "API", "Charts", "Containers", "HTTP", "Exports", "Store", "Learning", "Pipeline",
                "Printing", "Reports", "Telemetry", "ClickHouse", "Models", "Dashboard", "Wording",
                "Values", "Programs",
            ]),
        // Reports made up for the tests of words and pages.
        .target(
            name: "Samples", dependencies: ["Reports", "Values"], path: "Tests/Samples",
            swiftSettings: quick),
        // Starts programs for tests; imports nothing of ours.
        .target(name: "Programs", path: "Tests/Programs", swiftSettings: strict),
        .testTarget(name: "BrowserTests", dependencies: ["Programs"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
