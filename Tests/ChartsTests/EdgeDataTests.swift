import Charts
import Markup
import Testing
import Values

@Suite struct EdgeDataTests {
    private func failure(_ plot: Plot) -> NothingToDraw? {
        do throws(NothingToDraw) {
            _ = try plot.draw()
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "no data is said, not drawn",
        arguments: [[], [nil, nil], [Double.nan, nil]] as [[Double?]])
    func nothing(values: [Double?]) {
        for chart in EdgeData.charts(values, text: "a") {
            let reason = failure(chart.plot)
            switch chart.name {
            // Lanes of events have content of their own.
            case "multiples" where !values.isEmpty: #expect(reason == nil)
            case "pareto", "pie", "share bar":
                #expect(reason == (values.isEmpty ? .noData : .noShares), "\(chart.name)")
            default:
                let expected: (NothingToDraw?) -> Bool = { reason in
                    if case .allMissing = reason { return !values.isEmpty }
                    return reason == .noData && values.isEmpty
                }
                #expect(expected(reason), "\(chart.name): \(String(describing: reason))")
            }
        }
    }

    @Test("a pie has at most five parts and no negative one")
    func pieLimits() {
        func pie(_ values: [Double]) -> Plot {
            let parts = values.map { Share(label: "a", value: $0, detail: "", tone: .ink) }
            return Plot(
                PieChart(text: EdgeData.words("a"), parts: parts), place: .half, id: "p")
        }
        #expect(failure(pie([1, 2, 3, 4, 5, 6])) == .tooManyParts(count: 6, limit: 5))
        #expect(failure(pie([1, -2])) == .noShares)
        #expect(failure(pie([0, 0])) == .noShares)
        #expect(failure(pie([0, 3])) == nil)
    }

    @Test("what cannot be drawn whole says how much of it is")
    func reductions() throws {
        let points = try Plot(Samples.thinned, place: .full, id: "a").draw()
        #expect(points.reduction?.item == .points)
        #expect(points.reduction?.total == 100_000)
        #expect((400...2_400).contains(points.reduction?.drawn ?? 0))
        let marks = try Plot(Samples.manyPoints, place: .main, id: "a").draw()
        #expect(marks.reduction?.item == .marks)
        #expect(marks.reduction?.total == 100_000)
        #expect((700...900).contains(marks.reduction?.drawn ?? 0))
        let weeks = try Plot(Samples.weeks, place: .full, id: "a").draw()
        #expect(weeks.reduction == nil)
        #expect(weeks.narrowReduction?.item == .columns)
        #expect(weeks.narrowReduction?.total == 53)
        #expect(try Plot(Samples.models, place: .half, id: "a").draw().reduction == nil)
    }

    @Test("thinning keeps the one spike among 100,000 points")
    func spike() throws {
        let drawings = try DrawnSVG.all("thinned", Plot(Samples.thinned, place: .full, id: "a"))
        for drawing in drawings {
            // 300 is the top of the scale, at 26 px.
            let line = drawing.svg.all.first { $0.classes == ["l0"] }
            #expect(line?.attributes["d"]?.contains(" 26L") == true, "\(drawing.name)")
        }
    }

    @Test("gaps break the line")
    func gaps() throws {
        let drawing = try #require(
            try DrawnSVG.all("gaps", Plot(Samples.gaps, place: .small, id: "a")).first)
        let line = try #require(drawing.svg.all.first { $0.classes == ["l0"] })
        let starts = line.attributes["d"]?.filter { $0 == "M" }.count
        #expect(starts == 4)
    }

    @Test("a longest gap breaks the line where points are farther apart, even when thinned")
    func longestGap() throws {
        let points = (0..<9_000).map { index -> DataPoint in
            let x = index < 5_000 ? index : index + 900
            return DataPoint(x: Double(x), y: Double(index % 7))
        }
        let series = LineSeries(points: points, longestGap: 10)
        let chart = LineChart(
            text: EdgeData.words("a"), axis: .number(title: "cycle"),
            panels: [LinePanel(series: [series])])
        let drawing = try #require(
            try DrawnSVG.all("gap", Plot(chart, place: .small, id: "a")).first)
        let line = try #require(drawing.svg.all.first { $0.classes == ["l0"] })
        #expect(line.attributes["d"]?.filter { $0 == "M" }.count == 2)
    }

    @Test("points out of order draw the same as sorted ones")
    func order() throws {
        let points = (0..<50).map { DataPoint(x: Double($0), y: Double($0 * $0 % 31)) }
        func drawn(_ points: [DataPoint]) throws -> String {
            let chart = LineChart(
                text: EdgeData.words("a"), axis: .number(title: "cycle"),
                panels: [LinePanel(series: [LineSeries(points: points)])])
            return try Plot(chart, place: .half, id: "a").draw().markup.description
        }
        #expect(try drawn(points.reversed()) == drawn(points))
    }

    @Test("the small drawings of tables and cards")
    func small() throws {
        let text = EdgeData.words("<b>")
        for values in EdgeData.series.map(\.values) {
            for size in [Sparkline.Size.card, .table] {
                let line = Sparkline(text: text, values: values, band: 1...2, size: size)
                let svg = try #require(try MarkupReader.read(line.draw(id: "s").description).first)
                #expect(svg.all.count <= 8 && svg.attributes["role"] == "img")
            }
        }
        #expect(Sparkline(text: text, values: [nil, .nan]).draw(id: "s").isEmpty)
        for share in [nil, 0, 0.5, 7, -1, .nan, .infinity] as [Double?] {
            let bar = BarInTable(text: text, share: share, tone: .critical, reference: 0.4)
            let svg = try #require(try MarkupReader.read(bar.draw(id: "b").description).first)
            let filled = svg.all.first { $0.classes == ["fcrit"] }?.number("width") ?? 0
            #expect((0...48).contains(filled))
        }
        #expect(SparkBars(text: text, columns: []).draw(id: "c").isEmpty)
        let key = Key([
            .mark(.cross, .series(3), "<D>"), .line(.subject, "a"), .tick(.series(0), "b"),
            .band("c"), .anomaly("d"), .failure("e"), .repair("f"), .step(6, "g"),
            .ramp(from: "0", to: "7"), .missing("h"), .words("i"), .narrowOnly("j"),
        ])
        let paragraph = try #require(try MarkupReader.read(key.markup.description).first)
        #expect(paragraph.children.count == 12)
        #expect(paragraph.children[0].allText == "<D>")
        #expect(Key([]).markup.isEmpty)
    }
}
