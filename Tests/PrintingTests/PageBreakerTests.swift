import Testing

@testable import Printing

@Suite("Parts of a document on pages")
struct PageBreakerTests {
    private typealias Part = PageBreaker.Part

    private func pages(_ parts: [PageBreaker.Part], height: Double = 100) -> [[Int]] {
        PageBreaker(pageHeight: height).pages(parts).map { $0.map(\.part) }
    }

    @Test("fill a page and go on on the next")
    func filling() {
        let parts = (0..<5).map { _ in Part(height: 40) }
        #expect(pages(parts) == [[0, 1], [2, 3], [4]])
        #expect(pages([]) == [])
    }

    @Test("have their gap before them, but not at the top of a page")
    func gaps() {
        let parts = (0..<3).map { _ in Part(height: 40, gap: 15) }
        let placed = PageBreaker(pageHeight: 100).pages(parts)
        #expect(placed.map { $0.map(\.y) } == [[0, 55], [0]])
    }

    @Test("A heading is never the last of a page")
    func headings() {
        let parts = [Part(height: 80), Part(height: 15, staysWithNext: true), Part(height: 30)]
        #expect(pages(parts) == [[0], [1, 2]])
    }

    @Test("The head of a table comes again above its rows on the next page")
    func heads() {
        let head = Part(height: 10, staysWithNext: true)
        let rows = (0..<4).map { _ in Part(height: 30, head: 0) }
        let placed = PageBreaker(pageHeight: 100).pages([head] + rows)
        #expect(placed.map { $0.map(\.part) } == [[0, 1, 2, 3], [0, 4]])
        #expect(placed[1].map(\.y) == [0, 10])
    }

    @Test("What is higher than a page stands on one of its own, and nothing is lost")
    func large() {
        let parts = [Part(height: 50), Part(height: 500), Part(height: 50)]
        #expect(pages(parts) == [[0], [1], [2]])
        let kept = (0..<9).map { _ in Part(height: 30, staysWithNext: true) }
        #expect(pages(kept).flatMap(\.self) == Array(0..<9))
    }

    @Test("Whatever the parts, each stands once, in order, and within its page", arguments: 1...40)
    func anything(seed: Int) {
        var state = UInt64(seed)
        func next(_ limit: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % limit
        }
        let parts = (0..<30).map { _ in
            Part(height: Double(next(60) + 1), gap: Double(next(20)), staysWithNext: next(4) == 0)
        }
        let placed = PageBreaker(pageHeight: 100).pages(parts)
        #expect(placed.flatMap { $0.map(\.part) } == Array(parts.indices))
        for page in placed {
            for item in page { #expect(item.y + parts[item.part].height <= 100.01) }
        }
    }
}

@Suite("Columns of a table on paper")
struct ColumnWidthsTests {
    private func column(
        _ isNumber: Bool = false, isOptional: Bool = false
    ) -> PrintedTable.Column {
        .init(title: PrintedText("a"), isNumber: isNumber, isOptional: isOptional)
    }

    @Test("get what they need where that fits")
    func fitting() {
        let widths = ColumnWidths([column(), column(true)], needed: [100, 40], room: 400)
        #expect(widths.columns.map(\.width) == [100, 40])
    }

    @Test("of text are broken, those of figures are not")
    func breaking() {
        let widths = ColumnWidths([column(), column(true)], needed: [900, 40], room: 400)
        #expect(widths.columns.map(\.width) == [350, 40])
    }

    @Test("that may be left out are, the last first")
    func leavingOut() {
        let columns = (0..<6).map { _ in column(true, isOptional: true) }
        let widths = ColumnWidths(columns, needed: Array(repeating: 90, count: 6), room: 300)
        #expect(widths.columns.map(\.place) == [0, 1, 2])
    }

    @Test("keep within the room, whatever they need")
    func anything() {
        for count in 1...20 {
            let columns = (0..<count).map { column($0 % 2 == 0) }
            let needed = (0..<count).map { Double(40 + 37 * $0 % 300) }
            let shown = ColumnWidths(columns, needed: needed, room: 495).columns
            let sum = shown.reduce(0) { $0 + $1.width } + ColumnWidths.gap * Double(shown.count - 1)
            #expect(sum <= 495.01)
            #expect(!shown.isEmpty)
        }
    }
}

@Suite("Text for paper")
struct PrintedTextTests {
    @Test(
        "is escaped, whatever it is",
        arguments: [
            ("a & b <b>c</b>", "a &amp; b &lt;b&gt;c&lt;/b&gt;"),
            ("line\none", "line one"), ("nul\u{0}", "nul\u{FFFD}"), ("Насос №7 🙂", "Насос №7 🙂"),
            ("</tt>&amp;", "&lt;/tt&gt;&amp;amp;"), ("", ""),
        ])
    func escaping(text: String, markup: String) {
        #expect(PrintedText(text).markup == markup)
        #expect(
            PlainMarkup.text(PrintedText(text).strong.markup).replacing("\u{FFFD}", with: "")
                == text.replacing("\n", with: " ").replacing("\u{0}", with: ""))
    }

    @Test("marks its parts")
    func parts() {
        var text = PrintedText("Look at ")
        text.append(strong: "13 <b>")
        text.append(" in ")
        text.append(code: "a&b.csv")
        #expect(text.markup == "Look at <b>13 &lt;b&gt;</b> in <tt>a&amp;b.csv</tt>")
    }
}
