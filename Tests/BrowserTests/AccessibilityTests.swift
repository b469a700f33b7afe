import Foundation
import Programs
import Testing

/// The checker axe-core.
enum Axe {
    /// Its script, where it has been fetched.
    static let script: String? = {
        let folder = BuiltProgram.checkout.appending(path: ".axe")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.first { $0.hasSuffix(".min.js") }
            .flatMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }()
}

/// What axe-core finds on the pages: nothing.
@Suite(
    "Accessibility", .serialized,
    .enabled(
        if: Stage.isSet && Axe.script != nil,
        "needs chromium, chromedriver, the built program and Resources/fetch-axe"))
struct AccessibilityTests {
    @Test(
        "axe-core finds nothing on any page, in both themes",
        arguments: ["sample-fleet", "ovens", "log"])
    func violations(_ set: String) async throws {
        let axe = try #require(Axe.script)
        let sets = ["ovens": ["ovens.csv": Files.ovens], "log": ["log.csv": Files.log]]
        try await Stage.play(sets: sets.filter { $0.key == set }) { stage in
            try await stage.ready(set)
            for page in FrameTests.pages {
                // Only colours differ in the dark.
                let runs = [("light", "{}"), ("dark", "{runOnly: ['color-contrast']}")]
                for (theme, options) in runs {
                    try await stage.open(page, "set=\(set)&theme=\(theme)")
                    try await stage.browser.script(axe)
                    let found = try await stage.browser.scriptLater(
                        """
                        const done = arguments[arguments.length - 1];
                        axe.run(document, \(options)).then(({violations, passes}) =>
                          done(passes.length === 0 ? ["nothing was checked"] :
                            violations.flatMap((one) =>
                              one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 200)}`))));
                        """)
                    #expect(found == [], "\(page) of \(set), \(theme)")
                }
            }
        }
    }
}
