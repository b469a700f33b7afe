import Dashboard
import Wording
import Reports
import Samples
import Testing
import Values

@Suite("Without figures")
struct StatesTests {
    private func answer(_ input: PageInput, _ page: Page = .overview) throws -> String {
        let html = String(decoding: PageRenderer.render(page, input), as: UTF8.self)
        let document = try Document(html)
        return document.text(document.classed("a")[0])
    }

    @Test("no data set: every page says so and offers the upload", arguments: Page.allCases)
    func empty(_ page: Page) throws {
        let html = String(decoding: PageRenderer.render(page, PageInput()), as: UTF8.self)
        let document = try Document(html)
        #expect(document.text(document.classed("a")[0]).contains("There is no data set yet."))
        #expect(document.classed("upload").count == 1)
    }

    @Test("loading: the page tells how far, and follows by itself")
    func loading() throws {
        let progress = LoadProgress(
            file: "errors.csv", fileIndex: 1, fileCount: 6, rows: 31_000, share: 0.31)
        let input = PageInput(dataset: "azure_pdm", state: .loading(progress))
        let html = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
        #expect(
            try answer(input).filter { !$0.isNewline }
                .contains("31 %, 1 of 6 files, 31,000 rows."))
        #expect(html.contains("<meta http-equiv=\"refresh\" content=\"5\"/>"))
        #expect(html.contains("data-refresh=\"2\""))
    }

    @Test("loading beside earlier figures: a notice, and the figures stay")
    func reloading() throws {
        var input = Sample(.rich).input()
        input.state = .analysing
        let html = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
        #expect(html.contains("The analysis is running"))
        #expect(!html.contains("is read, 0"))
        #expect(html.contains("27 of 100 devices"))
    }

    @Test("failed: the reason and the next step")
    func failed() throws {
        let input = PageInput(
            dataset: "x", state: .failed(.notText(file: "a.xlsx", looksLike: "ZIP")))
        #expect(try answer(input).contains("it looks like ZIP. Export it as CSV first."))
    }

    @Test(
        "set aside: why, a button to try again, and no button that would read",
        arguments: Page.allCases)
    func setAside(_ page: Page) throws {
        let aside = SetAside(step: .load, time: 1_795_893_725, count: 2)
        var input = PageInput(datasets: ["good", "bad"], dataset: "bad", state: .setAside(aside))
        input.setsAside = ["bad"]
        #expect(
            try answer(input, page).filter { !$0.isNewline }.contains(
                "The program crashed twice while working on it, last on 28 Nov 2026 19:22:05 UTC while reading the files."
            ))
        let html = String(decoding: PageRenderer.render(page, input), as: UTF8.self)
        let document = try Document(html)
        let actions = document.all { $0.attributes["method"] == "post" }
            .compactMap { document.nodes[$0].attributes["action"] }
        #expect(actions.contains("/import/retry"))
        #expect(!actions.contains("/import/reload"))
        #expect(actions.contains("/import/delete") == (page == .importFiles))
    }

    @Test("sets that are set aside are told on the pages of all others")
    func othersSetAside() throws {
        var input = Sample(.rich).input()
        input.setsAside = ["a & b", "c"]
        let html = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
        let document = try Document(html)
        let mark = try #require(document.classed("aside").first)
        #expect(document.text(mark).contains("2 set aside"))
        #expect(document.nodes[mark].attributes["href"] == "/import?set=a%20%26%20b")
        input.setsAside = []
        #expect(
            !String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
                .contains("set aside"))
    }

    @Test("a timed reload without script only when it was chosen")
    func refresh() {
        var input = Sample(.rich).input()
        var html = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
        #expect(!html.contains("http-equiv"))
        #expect(html.contains("data-refresh=\"30\""))
        input.query.refresh = 60
        html = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
        #expect(html.contains("<noscript><meta http-equiv=\"refresh\" content=\"60\"/></noscript>"))
        input.query.refresh = 0
        html = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
        #expect(html.contains("data-refresh=\"0\""))
    }

    @Test("deleting asks first")
    func delete() throws {
        let bytes = PageRenderer.renderDeleteConfirmation(
            set: "azure_pdm", isInDatabase: false, Sample(.rich).input())
        let document = try Document(String(decoding: bytes, as: UTF8.self))
        let form = document.all { $0.attributes["action"] == "/import/delete" }[0]
        #expect(document.nodes[form].attributes["method"] == "post")
        #expect(document.text(document.classed("a")[0]).contains("cannot be undone"))
    }

    @Test("a problem has a title of its own, and no tab is the current one")
    func problemTitle() throws {
        let bytes = PageRenderer.renderProblem(
            .noSuchPage(path: "/x"), status: 404, Sample(.rich).input())
        let document = try Document(String(decoding: bytes, as: UTF8.self))
        let title = document.all { $0.name == "title" && $0.attributes["id"] == nil }[0]
        #expect(document.text(title).hasPrefix("404 Not found ·"))
        #expect(document.all { $0.attributes["aria-current"] == "page" }.isEmpty)
        let page = try Document(
            String(decoding: PageRenderer.render(.overview, Sample(.rich).input()), as: UTF8.self))
        #expect(page.all { $0.attributes["aria-current"] == "page" }.count == 1)
    }

    @Test("a refused upload says why above the form, which still names the set")
    func refusedUpload() throws {
        let input = PageInput(datasets: ["azure_pdm"], dataset: "azure_pdm")
        let bytes = PageRenderer.renderRefusedUpload(.noFiles, status: 422, input)
        let document = try Document(String(decoding: bytes, as: UTF8.self))
        #expect(document.classed("upload").count == 1)
        let current = document.all { $0.attributes["name"] == "current" }[0]
        #expect(document.nodes[current].attributes["value"] == "azure_pdm")
        #expect(document.text(document.classed("q")[0]).contains("422"))
    }

    @Test("forms keep the language that the address names, and no other")
    func formLanguage() throws {
        func actions(_ query: PageQuery) throws -> [String] {
            var input = Sample(.rich).input(query: query)
            input.languageDefault = .ru
            let html = String(decoding: PageRenderer.render(.diagnostics, input), as: UTF8.self)
            let document = try Document(html)
            return document.all { $0.attributes["method"] == "post" }
                .compactMap { document.nodes[$0].attributes["action"] }
        }
        #expect(try actions(PageQuery()).allSatisfy { !$0.contains("lang=") })
        let named = try actions(PageQuery([("lang", "ru")]))
        #expect(!named.isEmpty && named.allSatisfy { $0.hasSuffix("?lang=ru") })
    }

    @Test("what alarms were judged to be stands on the Overview, and by device on Diagnostics")
    func judgedAlarms() {
        var input = Sample(.rich).input()
        #expect(
            !String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
                .contains("judged alarm"))
        let own = input.diagnostics?.row.device.name ?? ""
        let kinds: [(String, DeviceNote.Kind)] = [
            (own, .falseAlarm), (own, .remark), ("another", .confirmed), ("another", .confirmed),
        ]
        input.notes = kinds.enumerated().map { index, note in
            DeviceNote(id: "\(index)", device: note.0, time: 0, kind: note.1, text: "x")
        }
        let overview = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
        #expect(
            overview.contains("<b>1 of 3 judged alarms</b> in this data set was false (33 %)."))
        let device = String(decoding: PageRenderer.render(.diagnostics, input), as: UTF8.self)
        #expect(device.contains("<b>1 of 1 judged alarm</b> on this device was false (100 %)."))
        #expect(device.contains("<b>1 of 3 judged alarms</b> in this data set"))
    }

    @Test("the theme is an attribute, from the address before the cookie")
    func theme() {
        var input = Sample(.rich).input()
        input.themeDefault = .dark
        #expect(
            String(decoding: PageRenderer.render(.rows, input), as: UTF8.self).contains(
                "data-theme=\"dark\""))
        input.query.theme = .light
        #expect(
            String(decoding: PageRenderer.render(.rows, input), as: UTF8.self).contains(
                "data-theme=\"light\""))
        input.query.theme = .auto
        #expect(
            !String(decoding: PageRenderer.render(.rows, input), as: UTF8.self).contains(
                "data-theme=")
        )
    }

    @Test("what the address asks in vain is told")
    func ignored() throws {
        var input = Sample(.rich).input(query: PageQuery([("k", "many"), ("device", "999")]))
        input.notices = []
        let html = String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)
        #expect(html.contains("k “many”"))
        #expect(html.contains("“999” is not a device of this data set."))
    }
}
