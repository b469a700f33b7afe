import Foundation
import Testing

/// What the frame of the pages does in a real browser: refresh, theme, keyboard, print, widths.
@Suite(
    "The frame in a browser", .serialized,
    .enabled(if: Stage.isSet, "needs chromium, chromedriver and the built program"))
struct FrameTests {
    static let pages = ["/", "/clusters", "/trends", "/diagnostics", "/import", "/rows"]

    @Test("A refresh in place keeps scroll position, focus and opened tables, and waits for forms")
    func refresh() async throws {
        try await Stage.play(refresh: 1) { stage in
            let browser = stage.browser
            try await stage.open("/")
            try await browser.script(
                """
                const summary = document.querySelectorAll("main summary")[1];
                window.before = document.querySelector("main");
                summary.parentElement.open = true;
                window.scrollTo(0, 700);
                summary.focus({preventScroll: true});
                """)
            try await browser.wait(for: "return document.querySelector('main') !== window.before")
            let kept = try await browser.script(
                """
                const summary = document.querySelectorAll("main summary")[1];
                return [scrollY, document.activeElement === summary, summary.parentElement.open];
                """)
            #expect(kept == [700, true, true])

            try await browser.type("pump", into: "#f [name=device]")
            try await browser.script("window.before = document.querySelector('main')")
            try await Task.sleep(for: .milliseconds(2500))
            let waits = try await browser.script(
                """
                return document.querySelector("main") === window.before
                  && document.querySelector("#f [name=device]").value === "pump";
                """)
            #expect(waits.isTrue)
        }
    }

    @Test("The theme is switched and kept on the next page")
    func theme() async throws {
        try await Stage.play { stage in
            let browser = stage.browser
            let look = """
                return [document.documentElement.dataset.theme ?? "",
                  getComputedStyle(document.documentElement).backgroundColor];
                """
            var colours: Set<String> = []
            for (word, name) in [("Dark", "dark"), ("Light", "light")] {
                try await stage.open("/trends")
                try await browser.click("//a[text()='\(word)']")
                try await stage.open("/")
                let seen = try await browser.script(look).list.compactMap(\.text)
                #expect(seen.first == name)
                colours.formUnion(seen.dropFirst())
            }
            #expect(colours.count == 2)
        }
    }

    @Test("The first key leads past the header, without asking for the page again")
    func skipLink() async throws {
        try await Stage.play { stage in
            let browser = stage.browser
            try await stage.open("/")
            try await browser.script("window.isSame = true")
            try await browser.press(Browser.tab)
            #expect(
                try await browser.script("return document.activeElement.className") == "skip")
            try await browser.press(Browser.enter)
            try await browser.wait(for: "return document.activeElement.id === 'main'")
            try await browser.press(Browser.tab)
            let isInside = try await browser.script(
                """
                return window.isSame === true
                  && document.querySelector("main").contains(document.activeElement);
                """)
            #expect(isInside.isTrue)
        }
    }

    @Test("Whatever the keyboard reaches is seen: in the window, with a ring")
    func keyboard() async throws {
        try await Stage.play { stage in
            let browser = stage.browser
            try await stage.open("/")
            for step in 0..<40 {
                try await browser.press(Browser.tab)
                let seen = try await browser.script(
                    """
                    const element = document.activeElement, box = element.getBoundingClientRect();
                    return getComputedStyle(element).outlineStyle !== "none" && box.width > 0
                      && box.top >= 0 && box.top < innerHeight && box.left >= 0
                      && box.left < innerWidth;
                    """)
                let name = try await browser.script(
                    "return document.activeElement.outerHTML.slice(0, 100)")
                #expect(seen.isTrue, "step \(step): \(name)")
            }
        }
    }

    @Test("Printed pages are white and without navigation", arguments: ["/", "/diagnostics"])
    func printed(_ page: String) async throws {
        try await Stage.play { stage in
            let browser = stage.browser
            try await stage.open(page, "set=sample-fleet&theme=dark")
            let pdf = try await browser.pdf()
            #expect(pdf.starts(with: Data("%PDF-".utf8)))
            #expect(pdf.count > 20_000)
            try await browser.devTools("Emulation.setEmulatedMedia", ["media": "print"])
            let look = try await browser.script(
                """
                const style = (name) => getComputedStyle(document.querySelector(name));
                return [style(".top").display, style("details:not(.some)").display,
                  style("html").backgroundColor, style(".card").breakInside];
                """)
            #expect(look == ["none", "none", "rgb(255, 255, 255)", "avoid"])
        }
    }

    @Test("No page scrolls sideways, from 320 to 2,560 pixels")
    func widths() async throws {
        try await Stage.play(sets: ["log": ["log.csv": Files.log]]) { stage in
            let browser = stage.browser
            try await stage.ready("log")
            for set in ["sample-fleet", "log"] {
                for page in Self.pages {
                    try await stage.open(page, "set=\(set)")
                    for width in [320, 360, 400, 640, 800, 1180, 1440, 2560] {
                        try await browser.resize(width: width, height: 800)
                        let over = try await browser.script(
                            """
                            const page = document.scrollingElement;
                            return page.scrollWidth - document.documentElement.clientWidth;
                            """)
                        #expect(over == 0, "\(page) of \(set) at \(width)")
                    }
                }
            }
        }
    }

    @Test("The first view takes at most three requests, the next one")
    func requests() async throws {
        try await Stage.play { stage in
            let browser = stage.browser
            try await browser.devTools("Network.clearBrowserCache", [:])
            try await stage.open("/")
            let first = try await browser.script(
                "return performance.getEntriesByType('resource').length")
            #expect(first.number.map { $0 <= 2 } == true)
            try await stage.open("/trends")
            let next = try await browser.script(
                """
                return performance.getEntriesByType("resource")
                  .filter((entry) => entry.transferSize > 0).length;
                """)
            #expect(next == 0)
        }
    }
}
