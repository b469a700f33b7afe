import Testing

@testable import App

@Suite("People without files of their own", .serialized)
struct SampleActionTests {
    @Test("are offered the sample where there is no set, and get it with one click")
    func offered() async throws {
        let running = try await Running(sample: false)
        defer { running.stop() }
        #expect(try await running.get("/").text.contains("action=\"/import/sample\""))
        let taken = try await running.post("/import/sample", [:])
        #expect(taken.status == 303)
        #expect(taken.header("Location")?.contains("set=\(SampleFleet.name)") == true)
        try await running.untilReady(SampleFleet.name)
        let page = try await running.get("/")
        #expect(page.text.contains("pump-07"))
        #expect(!page.text.contains("/import/sample"))
        #expect(running.litter.isEmpty)
        // Asked for again it changes nothing.
        let stored = running.stored
        #expect(stored.count == 5)
        #expect(try await running.post("/import/sample", [:]).status == 303)
        #expect(running.stored == stored)
    }

    @Test("The list of devices can be sorted and searched, and saved for any spreadsheet")
    func list() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady(SampleFleet.name)
        let page = try await running.get(
            "/?lang=en&column=attribute:site&column=reading:pressure&sort=-reading:pressure&find=yard"
        )
        #expect(page.text.contains("10 of 40"))
        #expect(page.text.contains("aria-sort=\"descending\""))
        #expect(!page.text.contains(">South hall<"))
        let commas = try await running.get("/export/devices.csv")
        let semicolons = try await running.get("/export/devices.csv?csv=semicolon")
        let heads = commas.text.split(separator: "\r\n")[0]
        #expect(
            heads.hasSuffix(
                "attribute_age_years,latest_temperature,latest_vibration,latest_current,latest_pressure,latest_flow"
            ))
        #expect(semicolons.text.split(separator: "\r\n").count == 41)
        #expect(semicolons.text.split(separator: "\r\n")[0] == heads.replacing(",", with: ";"))
        // The bearing of this pump wears since a date, not since a number of seconds.
        #expect(commas.text.contains("2026-04-"))
    }
}
