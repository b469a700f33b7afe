import Reports
import Samples
import Testing
import Values
import Wording

@testable import Dashboard

@Suite("Pages of sets whose rows are in a database")
struct DatabasePageTests {
    private func input() -> PageInput {
        var input = Sample(.rich).input()
        for place in input.snapshot?.imports.load.files.indices ?? 0..<0 {
            input.snapshot?.imports.load.files[place].way = .sums
        }
        return input
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("Import offers nothing that would change a table or its text")
    func importPage() {
        let files = text(PageRenderer.render(.importFiles, Sample(.rich).input()))
        let tables = text(PageRenderer.render(.importFiles, input()))
        for offer in ["value=\"append\"", "value=\"replace\"", "h-dia", ".zip\""] {
            #expect(files.contains(offer), "\(offer)")
            #expect(!tables.contains(offer), "\(offer)")
        }
        for offer in ["value=\"new\"", "h-role", "/import/reload", "/import/delete"] {
            #expect(tables.contains(offer), "\(offer)")
        }
    }

    @Test("deleting says that the tables stay")
    func deletion() {
        let page = text(
            PageRenderer.renderDeleteConfirmation(
                set: "azure_pdm", isInDatabase: true, input()))
        #expect(page.contains("The tables stay as they are."))
        #expect(!page.contains("all its files"))
    }

    @Test("what was read before is marked as old while the database is away")
    func away() {
        var input = input()
        input.state = .failed(.database(.silent(address: "http://db:8123", .refused)))
        let page = text(PageRenderer.render(.overview, input))
        #expect(page.contains("Shown is what was read before."))
        #expect(page.contains("http://db:8123"))
        input.state = .ready
        #expect(!text(PageRenderer.render(.overview, input)).contains("Shown is what was read"))
    }
}
