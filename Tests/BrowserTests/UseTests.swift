import Foundation
import Testing

/// What people do on the pages, done by a real browser.
@Suite(
    "The pages in a browser", .serialized,
    .enabled(if: Stage.isSet, "needs chromium, chromedriver and the built program"))
struct UseTests {
    @Test("An upload leads to the new set, and so do all links of the header")
    func upload() async throws {
        try await Stage.play { stage in
            let file = stage.root.appending(path: "ovens.csv")
            try Data(Files.ovens.utf8).write(to: file)
            let browser = stage.browser
            try await stage.open("/import")
            try await browser.type(file.path, into: "#files")
            try await browser.type("my ovens", into: "form.upload input[name=set]")
            try await browser.click("form.upload [type=submit]")
            try await browser.wait(for: "return location.search.startsWith('?set=my%20ovens')")
            try await browser.wait(
                for: "return document.querySelector('.notices').textContent.includes('my ovens')")
            let set = try await browser.script("return document.querySelector('[name=set]').value")
            #expect(set.text == "my ovens")
            let links = try await browser.script(
                "return [...document.querySelectorAll('.tabs a')].map(a => a.search)")
            #expect(links == .list(Array(repeating: "?set=my%20ovens", count: 4)))
            try await browser.back()
            try await browser.wait(
                for: "return document.querySelector('[name=set]').value === 'sample-fleet'")
        }
    }

    @Test("Files are looked at, a question is answered, and they are taken in")
    func look() async throws {
        try await Stage.play { stage in
            let file = stage.root.appending(path: "dates.csv")
            try Data(Files.dates.utf8).write(to: file)
            let browser = stage.browser
            try await stage.open("/import")
            try await browser.type(file.path, into: "#files")
            try await browser.click("form.upload [name=look]")
            try await browser.wait(for: "return location.search.startsWith('?stage=')")
            try await browser.wait(
                for: "return document.querySelectorAll('.asked button').length === 2")
            try await browser.click(".asked button:not([aria-current])")
            try await browser.wait(for: "return location.hash === '#h-file-0'")
            try await browser.wait(for: "return !document.querySelector('.asked')")
            try await browser.click("//form[starts-with(@action,'/import/take')]//button")
            try await browser.wait(for: "return location.search.includes('set=dates')")
            let kept = stage.root.appending(path: "raw/dates/dates.csv.schema.json")
            #expect(try String(contentsOf: kept, encoding: .utf8).contains("dayFirst"))
            let mark = try await browser.script("return !!document.querySelector('.ask')")
            #expect(mark == false)
        }
    }

    @Test("A refused upload says why, and the form stays as it is filled in")
    func refusal() async throws {
        try await Stage.play { stage in
            let good = stage.root.appending(path: "ovens.csv")
            let bad = stage.root.appending(path: "broken.csv")
            try Data(Files.ovens.utf8).write(to: good)
            try Data("PK\u{3}\u{4}\u{0}\u{0}".utf8).write(to: bad)
            let browser = stage.browser
            try await stage.open("/import")
            try await browser.type("\(good.path)\n\(bad.path)", into: "#files")
            try await browser.click("form.upload [type=submit]")
            try await browser.wait(for: "return !!document.querySelector('.refused')")
            let reason = try await browser.script(
                "return document.querySelector('.refused').textContent")
            #expect(reason.text?.contains("broken.csv") == true)
            let count = try await browser.script(
                "return document.querySelector('#files').files.length")
            #expect(count == 2)
        }
    }

    @Test("Files dropped anywhere on Import are kept while the page would refresh")
    func drop() async throws {
        try await Stage.play(refresh: 1) { stage in
            let browser = stage.browser
            try await stage.open("/import")
            try await browser.script(
                """
                const files = new DataTransfer();
                files.items.add(new File([arguments[0]], "ovens.csv", {type: "text/csv"}));
                for (const name of ["dragenter", "dragover", "drop"])
                  document.querySelector("h1").dispatchEvent(new DragEvent(name,
                    {bubbles: true, cancelable: true, dataTransfer: files}));
                """, .text(Files.ovens))
            try await Task.sleep(for: .seconds(3))
            let names = try await browser.script(
                "return [...document.querySelector('#files').files].map(file => file.name)")
            #expect(names == ["ovens.csv"])
        }
    }

    @Test("A role is corrected on Import")
    func role() async throws {
        try await Stage.play(refresh: 1, sets: ["ovens": ["ovens.csv": Files.ovens]]) { stage in
            let browser = stage.browser
            try await stage.ready("ovens")
            try await stage.open("/import", "set=ovens")
            let role = "[aria-label='Role of pressure']"
            #expect(
                try await browser.script("return document.querySelector(\"\(role)\").value")
                    == "metric")
            try await browser.click("\(role) option[value=attribute]")
            try await browser.click("//form[@action='/import/schema']//button[@type='submit']")
            try await browser.wait(
                for: "return document.querySelector('.notices').textContent.includes('Saved')")
            try await browser.wait(
                for: "return document.querySelector(\"\(role)\").value === 'attribute'")
            let kept = stage.root.appending(path: "raw/ovens/ovens.csv.schema.json")
            #expect(try String(contentsOf: kept, encoding: .utf8).contains("attribute"))
        }
    }

    @Test("A device is picked on the Overview, another one found by its name")
    func device() async throws {
        try await Stage.play { stage in
            let browser = stage.browser
            try await stage.open("/")
            try await browser.click("#main table tbody th a")
            try await browser.wait(for: "return location.pathname === '/diagnostics'")
            try await browser.type("pump-11" + Browser.enter, into: ".devf input")
            try await browser.wait(
                for: "return document.querySelector('h1').textContent.includes('pump-11')")
        }
    }

    @Test("Another number of groups is chosen, and the back button takes it back")
    func groups() async throws {
        try await Stage.play { stage in
            let browser = stage.browser
            try await stage.open("/clusters")
            let automatic = try await browser.script(
                "return document.querySelector('[name=k]').value")
            try await browser.click("select[name=k] option[value='3']")
            try await browser.click(".params button")
            try await browser.wait(
                for: """
                    return location.search.includes('k=3')
                      && document.querySelector('[name=k]').value === '3'
                    """)
            try await browser.back()
            try await browser.wait(
                for: "return !location.search.includes('k=3') && document.readyState === 'complete'"
            )
            let back = try await browser.script(
                "return document.querySelector('[name=k]').value")
            #expect(back == automatic && back != "3")
        }
    }

    @Test("From a chart's table to the raw rows behind a moment, and from there to a file")
    func drillDown() async throws {
        try await Stage.play { stage in
            let browser = stage.browser
            try await stage.open("/diagnostics")
            try await browser.click("[aria-labelledby=h-sig] summary")
            try await browser.click("[aria-labelledby=h-sig] details tbody th a")
            try await browser.wait(for: "return location.pathname === '/rows'")
            let rows = try await browser.script(
                "return document.querySelectorAll('table.raw tbody tr').length")
            #expect(rows.number.map { $0 >= 1 } == true)
            let file = try await browser.scriptLater(
                """
                const done = arguments[arguments.length - 1];
                const link = document.querySelector("a[href^='/export/rows.csv']");
                fetch(link.href).then(async (answer) =>
                  done([answer.headers.get("Content-Type"), await answer.text()]));
                """)
            #expect(file.list.first == "text/csv; charset=utf-8")
            #expect(file.list.last?.text?.split(whereSeparator: \.isNewline).count ?? 0 >= 2)
        }
    }
}
