import Markup
import Samples
import Testing
@testable import Dashboard
@testable import Wording

@Suite("The address of a page")
struct PageQueryTests {
    @Test("defaults leave nothing in a link")
    func plain() {
        #expect(PageQuery().link(to: .trends).text == "/trends")
    }

    @Test(
        "what is read is written back canonically",
        arguments: [
            ("period=4w", "period=4w"),
            ("period=Last 4 weeks", "period=4w"),
            ("period=all", ""),
            ("from=2015-01-03&to=2015-02-01", "from=2015-01-03&to=2015-02-01"),
            ("from=2015-01-03 07:00", "from=2015-01-03T07%3A00"),
            ("from=10&to=20", "from=10&to=20"),
            ("period=4w&was=all&from=2015-01-03", "period=4w"),
            ("period=4w&was=4w&from=2015-01-03", "from=2015-01-03"),
            ("period=range&was=range&from=2015-01-03", "from=2015-01-03"),
            ("period=4w&was=range&from=2015-01-03&to=2015-02-01", "period=4w"),
            ("device=23&device=a,b&code=error1", "device=23&device=a%2Cb&code=error1"),
            ("refresh=60&refreshNarrow=30&refreshWas=30", "refresh=60"),
            ("refresh=30&refreshNarrow=off&refreshWas=30", "refresh=off"),
            ("theme=dark&lang=en", "theme=dark&lang=en"),
            ("algorithm=hdbscan&minSamples=6", "algorithm=hdbscan&minSamples=6"),
            (
                "k=4&algorithm=dbscan&eps=0.5&minSamples=5",
                "algorithm=dbscan&k=4&eps=0.5&minSamples=5"
            ),
            (
                "k=auto&eps=auto&features=readings&scaling=robust",
                "features=readings&scaling=robust"
            ),
            ("group=2&page=3", ""),
            ("miss=50&needless=2", ""), ("csv=semicolon", ""),
        ])
    func canonical(_ given: String, _ expected: String) {
        let query = PageQuery(Self.pairs(given))
        #expect(query.ignored.isEmpty)
        let text = query.link(to: .overview).text
        #expect(text == "/" + (expected.isEmpty ? "" : "?" + expected))
    }

    @Test(
        "a bad value is left out and listed",
        arguments: [
            "period=sometimes", "from=2015-02-30", "to=yesterday", "refresh=1", "theme=pink",
            "k=1", "k=x", "eps=-1", "eps=nan", "minSamples=0", "page=0", "offset=-1", "group=x",
            "miss=0", "miss=x", "needless=-1", "needless=inf", "miss=1e99",
            "scaling=none", "window=x", "sort=-", "csv=tabs", "lang=xx",
            "page=99999999999999999999",
        ])
    func bad(_ given: String) {
        let query = PageQuery(Self.pairs(given))
        #expect(query.ignored.map { $0.name + "=" + $0.value } == [given])
        #expect(query.link(to: .overview).text == "/")
    }

    @Test(
        "costs of alarms belong to Diagnostics and are written as they were typed",
        arguments: [
            ("miss=50&needless=2", "miss=50&needless=2"), ("needless=0.25", "needless=0.25"),
            ("miss=10&needless=1", ""),
        ])
    func costs(_ given: String, _ expected: String) {
        let text = PageQuery(Self.pairs(given)).link(to: .diagnostics).text
        #expect(text == "/diagnostics" + (expected.isEmpty ? "" : "?" + expected))
    }

    @Test(
        "a period that cannot be shown is said to be so",
        arguments: [
            ("from=2030-01-01&to=2031-01-01", PeriodProblem.outside),
            ("from=2031-01-01&to=2030-01-01", .reversed),
            ("to=1999-01-01", .outside), ("from=5&to=9", .otherUnit),
            ("from=2015-02-01", nil), ("period=4w", nil), ("", nil),
        ])
    func period(_ given: String, _ expected: PeriodProblem?) {
        let context = Sample(.rich).context
        let query = PageQuery(Self.pairs(given))
        #expect(query.periodProblem(in: context) == expected)
        if let expected {
            let phrases = EnglishPhrases(format: Formatting(context))
            #expect(phrases.periodProblem(expected, context).plain.contains("shown instead"))
        }
    }

    static func pairs(_ text: String) -> [(String, String)] {
        text.split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }
}
