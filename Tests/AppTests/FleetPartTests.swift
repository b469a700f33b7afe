import Foundation
import Testing

@testable import App

/// The parts of the hunt with made-up fleets.
@Suite("Parts of the hunt")
struct FleetPartTests {
    @Test("The same seed gives the same files, another seed others")
    func seeds() {
        for seed in UInt64(1)...40 {
            let fleet = FleetRecipe(seed: seed).fleet
            #expect(fleet == FleetRecipe(seed: seed).fleet)
            #expect(!fleet.tables.isEmpty)
        }
        #expect(Set((1...40).map { FleetRecipe(seed: $0).fleet }).count == 40)
    }

    @Test("Every sort of signal, time, name, event and layout occurs")
    func variety() {
        let recipes = (1...2_000).map { FleetRecipe(seed: $0) }
        let signals = recipes.flatMap(\.kinds).flatMap(\.signals).map { "\($0.shape)" }
        #expect(Set(signals).count == SignalShape.allCases.count)
        #expect(Set(recipes.map { "\($0.time)" }).count == TimeShape.allCases.count)
        #expect(Set(recipes.map { "\($0.events)" }).count == EventShape.allCases.count)
        #expect(Set(recipes.map { "\($0.layout)" }).count == FleetRecipe.Layout.allCases.count)
        #expect(recipes.contains { $0.kinds.reduce(0) { $0 + $1.devices.count } == 10_000 })
        #expect(recipes.contains { $0.kinds.contains { $0.signals.count == 1_000 } })
    }

    @Test("No generated text passes for a broken number")
    func innocent() {
        for seed in UInt64(1)...60 {
            for table in FleetRecipe(seed: seed).fleet.tables {
                #expect(FaultyNumbers().first(in: Array(table.csv.utf8)) == nil)
            }
        }
    }

    @Test("Broken numbers are found where they stand alone")
    func broken() {
        for text in ["<b>NaN</b>", "x=\"-inf\"", "a, nan", "Optional(2)", "M0 nan", "null"] {
            #expect(FaultyNumbers().first(in: Array(text.utf8)) != nil, "\(text)")
        }
        for text in ["banana", "information", "nullify", "annan", "<b>12</b>", "Инфо nanö"] {
            #expect(FaultyNumbers().first(in: Array(text.utf8)) == nil, "\(text)")
        }
    }

    @Test("Links of a page are those within the site")
    func links() {
        let page =
            "<a href=\"/rows?a=1&amp;b=2#c\">x</a><link href=\"/static/app.css\"><a href=\"#d\">"
        #expect(PageLinks(Array(page.utf8)).all == ["/rows?a=1&b=2"])
    }

    @Test("Cells are quoted where they have to be")
    func csv() {
        let table = FleetTable(
            name: "a.csv", columns: ["a;b", "c"], rows: [["x,\"y\"", "1\n2"]], delimiter: ";")
        #expect(table.csv == "\"a;b\";c\n\"x,\"\"y\"\"\";\"1\n2\"\n")
    }

    @Test("A fleet is made as small as its fault allows")
    func shrinking() {
        let fleet = FleetRecipe(seed: 4).fleet
        let table = FleetTable(
            name: "bad.csv", columns: ["time", "device", "x", "y"],
            rows: (0..<50).map { ["\($0)", "d\($0 % 5)", $0 == 33 ? "bad" : "7", "8"] },
            deviceColumn: 1)
        let large = Fleet(tables: fleet.tables + [table])
        let shrinker = FleetShrinker(end: .now + .seconds(60)) { smaller in
            smaller.tables.contains { $0.rows.contains { $0.contains("bad") } }
        }
        #expect(
            shrinker.shrunk(large)
                == Fleet(tables: [FleetTable(name: "bad.csv", columns: ["x"], rows: [["bad"]])]))
    }

    @Test("Events come back from their line")
    func events() {
        let fault = WalkFault(kind: .number, step: "/?a=\"1\"\n", detail: "nan")
        for event in [
            WalkEvent.begins("/"), .ended("/", digest: "0f", cpuSeconds: 0.25), .fault(fault),
            .done,
        ] {
            #expect(WalkEvent(line: event.line) == event)
        }
        #expect(WalkEvent(line: "Segmentation fault") == nil)
    }
}

/// What becomes of a process that walks.
@Suite("Walks in processes of their own")
struct WalkProcessTests {
    /// A walk through a program of the shell instead.
    private func walk(_ script: String, patience: TimeInterval = 60) throws -> [WalkFault] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-walk-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let program = folder.appending(path: "walk.sh")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.path)
        return try WalkProcess(executable: program, patience: patience).walkTwice(folder).faults
    }

    private func line(_ event: WalkEvent) -> String { "echo '\(event.line)'" }

    @Test("A trap is reported with the step that it was at")
    func trap() throws {
        let faults = try walk(
            [
                line(.begins("/a")), line(.ended("/a", digest: "1", cpuSeconds: 0)),
                line(.begins("/b")), "kill -ILL $$",
            ].joined(separator: "\n"))
        #expect(faults.map(\.kind) == [.trap])
        #expect(faults.first?.step == "/b")
    }

    @Test("So is one that never ends")
    func hang() throws {
        let faults = try walk(line(.begins("/a")) + "\nexec sleep 100", patience: 0.5)
        #expect(faults.map(\.kind) == [.hang])
        #expect(faults.first?.step == "/a")
    }

    @Test("and one that ends before it is through")
    func early() throws {
        #expect(try walk(line(.begins("/a"))).map(\.kind) == [.trap])
        #expect(try walk(line(.done)).isEmpty)
    }

    @Test("Other bytes at the second time are a fault")
    func differs() throws {
        let faults = try walk(
            """
            echo '{"ended":{"_0":"/a","digest":"'$$'","cpuSeconds":0}}'
            \(line(.done))
            """)
        #expect(faults.map(\.kind) == [.differs])
        #expect(faults.first?.step == "/a")
    }

    @Test("So is what the program logs as an error, but not a file that cannot be read")
    func errors() throws {
        let log = "echo '2026-01-01T00:00:00.000 error"
        #expect(
            try walk("\(log) page part=x' >&2\n" + line(.done)).map(\.kind) == [.error])
        #expect(try walk("\(log) load set=x' >&2\n" + line(.done)).isEmpty)
    }
}
