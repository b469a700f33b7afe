import Foundation
import Markup
import Reports
import Samples
import Testing
import Values

@testable import Dashboard
@testable import Wording

@Suite("Similar stretches on Diagnostics")
struct SimilarPageTests {
    @Test(
        "a stretch is written back canonically, with what belongs to it",
        arguments: [
            ("like=2015-01-03..2015-02-01", "like=2015-01-03..2015-02-01"),
            (
                "like=2015-01-03 07:00..2015-02-01&measure=shape",
                "like=2015-01-03T07%3A00..2015-02-01&measure=shape"
            ),
            ("like=10..20&measure=level&readings=heat", "like=10..20&readings=heat"),
            ("measure=shape&readings=heat", ""),
        ])
    func canonical(_ given: String, _ expected: String) {
        let query = PageQuery(PageQueryTests.pairs(given))
        #expect(query.ignored.isEmpty)
        let items = query.items(for: .diagnostics).map { $0.0 + "=" + $0.1 }
        let wanted = expected.replacing("%3A", with: ":").split(separator: "&").map(String.init)
        #expect(items == wanted)
        // Another device or page does not have the stretch.
        for page in [Page.diagnostics, .overview] {
            #expect(!query.link(to: page).text.contains("like"))
        }
    }

    @Test(
        "what is no stretch is left out and listed",
        arguments: ["like=1", "like=..", "like=1..", "like=..3", "like=a..b", "measure=loud"])
    func bad(_ given: String) {
        let query = PageQuery(PageQueryTests.pairs(given))
        #expect(query.ignored.map { $0.name + "=" + $0.value } == [given])
    }

    @Test("a stretch in another unit, or without length, asks nothing")
    func question() {
        let context = Sample(.cycles).context
        func question(_ text: String) -> SimilarQuestion? {
            ChosenStretch(text).flatMap {
                PageQuery().similarQuestion(device: "1", $0, in: context)
            }
        }
        #expect(question("10..20").map { [$0.from, $0.to] } == [10, 21])
        #expect(question("20..10") == nil && question("2015-01-01..2015-01-02") == nil)
    }

    private static func page(
        _ place: Int?, _ change: (inout PageInput) -> Void = { _ in }
    ) -> String {
        var input = Sample(.rich).input()
        input.similar = place.map { Sample(.rich).similar[$0] }
        change(&input)
        return String(decoding: PageRenderer.render(.diagnostics, input), as: UTF8.self)
    }

    @Test("the button stands there for a period, and for an episode of a reading")
    func button() {
        let label = "Find similar stretches</a>"
        let link = "like=2016-01-01T"
        #expect(Self.page(nil).contains(label))
        let calm = Self.page(nil) { $0.diagnostics?.troubles = [] }
        #expect(!calm.contains("class=\"btn\" href=\"/diagnostics?focus=1&amp;like"))
        let chosen = Self.page(nil) {
            $0.diagnostics?.troubles = []
            $0.snapshot?.context.isPeriodChosen = true
        }
        #expect(chosen.contains(label) && !chosen.contains(link))
    }

    @Test("each match leads to its stretch, and courses are drawn on one scale")
    func matches() throws {
        let report = Sample(.rich).similar[0]
        let html = Self.page(0)
        _ = try Document(html)
        #expect(html.contains("id=\"h-similar\""))
        for (place, match) in report.matches.enumerated() {
            #expect(html.contains("\(place + 1) · "))
            #expect(html.contains("focus=\(match.device.name)"))
        }
        let none = Self.page(8)
        #expect(none.contains("too short") && !none.contains("similar-plot"))
        // What is not alike is shown all the same, but not all of it.
        #expect(Self.page(6).components(separatedBy: " · <a href").count == 6)
    }
}
