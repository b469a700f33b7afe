import Charts
import Foundation
import Markup
import Testing

@Suite("A chart as a document of its own")
struct StandaloneChartTests {
    private static let css = try? String(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Resources/app.css"), encoding: .utf8)

    private static let charts: [any Chart] = [
        Samples.errorRate, Samples.forecast, Samples.cumulative, Samples.precisionRecall,
        Samples.thinned, Samples.gaps, Samples.readings, Samples.codes, Samples.fleetReadings,
        Samples.models, Samples.contributions, Samples.ages, Samples.pareto, Samples.pie,
        Samples.scatter, Samples.manyPoints, Samples.weeks, Samples.hours, Samples.excursions,
        Samples.profile, Samples.silhouette, Samples.groupsCurve, Samples.distances, Samples.sizes,
    ]

    private static let key: [Key.Entry] = [
        .mark(.circle, .series(0), "group"), .line(.subject, "line"), .dashed(.ink, "model"),
        .tick(.series(3), "code"), .band("band"), .span("episode"), .anomaly("out"),
        .failure("failure"), .repair("repair"), .step(3, "some"), .ramp(from: "few", to: "many"),
        .missing("missing"), .words("words"), .narrowOnly("narrow"),
    ]

    private static func document(
        _ chart: any Chart, width: Double, _ theme: ChartStyle.Theme,
        words: StandaloneChart.Words = StandaloneChart.Words(
            title: "Title", sub: "Unit", caption: "Finding.", note: "Note.", source: "Set")
    ) throws -> StandaloneChart.Document {
        try StandaloneChart(chart, key: key, words: words).document(
            width: width, theme: theme, style: ChartStyle(css: try #require(css)))
    }

    @Test(
        "is well formed and needs nothing else, in every theme and width",
        arguments: charts.indices, ChartStyle.Theme.allCases)
    func wholeness(index: Int, theme: ChartStyle.Theme) throws {
        for width in theme == .light ? [240.0, 1_192] : [560] {
            let document = try Self.document(Self.charts[index], width: width, theme)
            let text = document.markup.description
            let root = try #require(try MarkupReader.read(text).first)
            #expect(root.name == "svg")
            #expect(root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
            #expect(root.number("width") == width)
            #expect(root.number("height") == document.height)
            let style = try #require(root.first("style")).allText
            let outside = text.replacing("http://www.w3.org/2000/svg", with: "")
            for word in ["var(", "light-dark(", "color-mix(", "url(", "href", "script", "http"] {
                #expect(!outside.contains(word), "\(word)")
            }
            #expect(style.contains("prefers-color-scheme") == (theme == .auto))
            #expect(root.allText.contains("Finding."))
        }
    }

    @Test("gives every class of a mark a rule", arguments: charts.indices)
    func rules(index: Int) throws {
        let document = try Self.document(Self.charts[index], width: 720, .light)
        let root = try #require(try MarkupReader.read(document.markup.description).first)
        let style = try #require(root.first("style")).allText
        let marks = root.all.filter { ["path", "rect", "circle"].contains($0.name) }
        for name in Set(marks.flatMap(\.classes)) {
            #expect(style.contains(".\(name)"), "nothing styles .\(name)")
        }
    }

    @Test("is light or dark as asked")
    func themes() throws {
        let light = try Self.document(Samples.errorRate, width: 600, .light).markup.description
        let dark = try Self.document(Samples.errorRate, width: 600, .dark).markup.description
        #expect(light.contains(".paper{fill:#ffffff}"))
        #expect(dark.contains(".paper{fill:#111827}"))
        #expect(light != dark)
    }

    @Test(
        "shows any words as text, in lines that fit",
        arguments: [
            "</style><script>alert(1)</script>", "a & b \"c\" 'd'", "Температура насоса №7",
            String(repeating: "ж", count: 200), String(repeating: "a b ", count: 300), "🙂",
        ])
    func hostile(text: String) throws {
        let words = StandaloneChart.Words(
            title: text, sub: text, caption: text, note: text, source: text)
        let document = try Self.document(Samples.errorRate, width: 480, .light, words: words)
        let root = try #require(try MarkupReader.read(document.markup.description).first)
        #expect(!root.all.contains { $0.name == "script" })
        let heads = root.all.filter { $0.classes == ["head"] }
        #expect(!heads.isEmpty)
        #expect(heads.allSatisfy { $0.text.count < 200 })
        let first = text.split(separator: " ").first.map(String.init) ?? ""
        #expect(heads.map(\.text).joined().contains(first.prefix(40)))
    }

    @Test("has a width within its limits, whatever is asked")
    func widths() throws {
        for (asked, given) in [(-1.0, 240.0), (0, 240), (1e9, 2_000), (.infinity, 2_000)] {
            #expect(try Self.document(Samples.errorRate, width: asked, .light).width == given)
        }
    }
}

@Suite("The style of drawings that leave the pages")
struct ChartStyleTests {
    private static let css = """
        /* a { comment } */
        :root{--ink:light-dark(#111111,#eeeeee);--soft:#0000ff;--font:system-ui,"A B",sans-serif}
        @media print{svg .l0{stroke:red}}
        svg text{font-family:var(--font);fill:var(--ink)} .card{fill:red} svg .l0,.l0{stroke:var(--ink);cursor:grab}
        .band{fill:color-mix(in srgb,var(--soft) 25%,#ffffff)} .gone{fill:var(--unknown)} .kpi .l0{fill:red}
        """

    private func css(_ marks: Markup, _ theme: ChartStyle.Theme) -> String {
        let style = ChartStyle(css: Self.css)
        return style.css(for: marks, theme)
    }

    @Test("holds the rules of the marks alone, with their values worked out")
    func values() {
        let marks = Markup {
            emptyElement("path", [.class("l0")])
            emptyElement("rect", [.class("band", "gone")])
        }
        #expect(
            css(marks, .light)
                == "svg text{font-family:system-ui,\"A B\",sans-serif;fill:#111111}"
                + "svg .l0,.l0{stroke:#111111}.band{fill:#bfbfff}")
        #expect(css(marks, .dark).contains("svg .l0,.l0{stroke:#eeeeee}"))
    }

    @Test(
        "has no rules of other sheets' damage",
        arguments: ["", "{", "}}}", ":root{--a:var(--a)}", "a{b"])
    func damage(sheet: String) {
        let style = ChartStyle(css: sheet + " svg .l0{stroke:var(--a)}")
        let marks = emptyElement("path", [.class("l0")])
        #expect(!style.css(for: marks, .light).contains("var("))
    }
}
