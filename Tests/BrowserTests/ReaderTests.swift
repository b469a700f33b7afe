import Foundation
import Testing

/// Reading values off a chart and selecting a period on it, with a pointer and with keys.
@Suite(
    "Reading charts in a browser", .serialized,
    .enabled(if: Stage.isSet, "needs chromium, chromedriver and the built program"))
struct ReaderTests {
    /// The first chart of Diagnostics, in the middle of the window.
    private static let chart = "[aria-labelledby=h-sig] .plot"

    private func open(_ stage: Stage) async throws {
        try await stage.ready("ovens")
        try await stage.open("/diagnostics", "set=ovens&focus=oven-1&lang=en")
        try await stage.browser.script(
            "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})",
            .text(Self.chart))
    }

    /// The window's pixels of a share of the axis of the chart that is shown.
    private func pixel(_ share: Double, _ browser: Browser) async throws -> (x: Double, y: Double) {
        let found = try await browser.script(
            """
            const drawing = reader.drawing(document.querySelector(arguments[0]));
            const box = drawing.svg.getBoundingClientRect();
            const at = drawing.low + arguments[1] * (drawing.high - drawing.low);
            return [box.left + drawing.pixel(at) * drawing.unit, box.top + 40];
            """, .text(Self.chart), .number(share))
        return (found.list[0].number ?? 0, found.list[1].number ?? 0)
    }

    private func reading(_ browser: Browser) async throws -> String {
        try await browser.script("return document.querySelector('.read')?.innerText ?? ''").text
            ?? ""
    }

    @Test("The pointer reads the values below it, exactly, and Escape puts the read-out away")
    func hover() async throws {
        try await Stage.play(sets: ["ovens": ["ovens.csv": Files.ovens]]) { stage in
            try await open(stage)
            let browser = stage.browser
            try await browser.drag([try await pixel(0.5, browser)])
            let text = try await reading(browser)
            // 100 hours from 1 March on: the middle is 3 March, 01:30.
            #expect(text.hasPrefix("Mar 3, 2025 0"), "\(text)")
            let row = 49 + (text.contains("02:00") ? 1 : 0)
            #expect(text.contains("temperature \(205 + row % 7).5"), "\(text)")
            #expect(text.contains("pressure \(3 + row % 5).25"), "\(text)")
            try await browser.press(Browser.escape)
            #expect(try await reading(browser).isEmpty)
            #expect(try await browser.complaints() == [])
        }
    }

    @Test("A stretch that is dragged over becomes the period; the rest of the address stays")
    func brush() async throws {
        try await Stage.play(sets: ["ovens": ["ovens.csv": Files.ovens]]) { stage in
            try await open(stage)
            let browser = stage.browser
            try await browser.drag(
                [try await pixel(0.25, browser), try await pixel(0.75, browser)], holds: true)
            try await browser.wait(for: "return location.search.includes('from=')")
            let address = try await browser.script(
                """
                const found = new URL(location.href).searchParams;
                return ['set', 'focus', 'lang', 'from', 'to'].map(name => found.get(name));
                """
            ).list.map { $0.text ?? "" }
            #expect(address[..<3] == ["ovens", "oven-1", "en"])
            #expect(address[3].hasPrefix("2025-03-02T00") || address[3].hasPrefix("2025-03-02T01"))
            #expect(address[4].hasPrefix("2025-03-04T02") || address[4].hasPrefix("2025-03-04T03"))
            try await browser.wait(
                for: "return document.querySelector('h1').textContent.includes('4 Mar')")
        }
    }

    @Test("Arrow keys read one value after the other; with Shift they select, and Enter shows it")
    func keys() async throws {
        try await Stage.play(sets: ["ovens": ["ovens.csv": Files.ovens]]) { stage in
            try await open(stage)
            let browser = stage.browser
            let hint = try await browser.script(
                """
                const chart = document.querySelector(arguments[0]);
                chart.focus();
                return chart.getAttribute('aria-label');
                """, .text(Self.chart))
            #expect(hint.text?.contains("Arrow keys") == true)
            try await browser.press(Browser.end)
            let last = try await reading(browser)
            #expect(last.hasPrefix("Mar 5, 2025 03:00"), "\(last)")
            try await browser.press(Browser.left)
            #expect(try await reading(browser).hasPrefix("Mar 5, 2025 02:00"))
            let role = try await browser.script(
                "return document.querySelector('.read').getAttribute('role')")
            #expect(role == "status")
            try await browser.press(Browser.left, Browser.left, with: Browser.shift)
            let chosen = try await reading(browser)
            #expect(chosen == "Mar 5, 2025 – Mar 5, 2025 02:00")
            try await browser.press(Browser.enter)
            try await browser.wait(for: "return location.search.includes('to=2025-03-05T02')")
        }
    }

    @Test("A chart over something else than the set's axis is read, never brushed")
    func otherAxis() async throws {
        try await Stage.play(sets: ["ovens": ["ovens.csv": Files.ovens]]) { stage in
            try await open(stage)
            let can = try await stage.browser.script(
                """
                const chart = document.querySelector(arguments[0]);
                const before = reader.canSelect(chart);
                chart.dataset.axis = "recall";
                return [before, reader.canSelect(chart)];
                """, .text(Self.chart))
            #expect(can == [true, false])
        }
    }

    @Test("A click on a reading out of its band leads to the rows behind it")
    func mark() async throws {
        try await Stage.play { stage in
            try await stage.open("/diagnostics", "set=sample-fleet&focus=pump-07")
            let browser = stage.browser
            try await browser.wait(for: "return !!document.querySelector('.plot.leads')")
            let place = try await browser.script(
                """
                const chart = document.querySelector(arguments[0]);
                chart.scrollIntoView({block: 'center'});
                const mark = [...reader.drawing(chart).svg.querySelectorAll("path.fcrit:has(>title)")]
                  .find(mark => {
                    const box = mark.getBoundingClientRect();
                    const at = document.elementFromPoint(
                      box.left + box.width / 2, box.top + box.height / 2);
                    return mark.contains(at);
                  });
                const box = mark.getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2,
                  reader.rowsBehind(mark).search];
                """, .text(Self.chart))
            try await browser.drag(
                [(place.list[0].number ?? 0, place.list[1].number ?? 0)], holds: true)
            try await browser.wait(for: "return location.pathname === '/rows'")
            let found = try await browser.script("return location.search")
            #expect(found == place.list[2])
            #expect(found.text?.contains("focus=pump-07&since=2026-") == true)
            try await browser.wait(
                for: "return document.querySelectorAll('table.raw tbody tr').length > 0")
        }
    }

    @Test("A click on a shaded trouble shows its surroundings; the rest of the address stays")
    func span() async throws {
        try await Stage.play { stage in
            try await stage.open("/diagnostics", "set=sample-fleet&focus=pump-07&lang=en")
            let browser = stage.browser
            try await browser.wait(for: "return !!document.querySelector('svg .span')")
            let place = try await browser.script(
                """
                const chart = document.querySelector(arguments[0]);
                const span = reader.drawing(chart).svg.querySelector(".span");
                span.scrollIntoView({block: 'center'});
                const box = span.getBoundingClientRect();
                for (let x = 2; x < box.width; x += 3)
                  for (let y = 2; y < box.height; y += 3) {
                    const [left, top] = [box.left + x, box.top + y];
                    const shown = document.elementFromPoint(left, top);
                    if (shown?.classList.contains("span")) return [left, top];
                  }
                return [];
                """, .text(Self.chart))
            try #require(place.list.count == 2)
            try await browser.drag(
                [(place.list[0].number ?? 0, place.list[1].number ?? 0)], holds: true)
            try await browser.wait(for: "return location.search.includes('from=')")
            let address = try await browser.script(
                """
                const found = new URL(location.href).searchParams;
                return ['set', 'focus', 'lang'].map(name => found.get(name));
                """
            ).list.map { $0.text ?? "" }
            #expect(address == ["sample-fleet", "pump-07", "en"])
        }
    }
}
