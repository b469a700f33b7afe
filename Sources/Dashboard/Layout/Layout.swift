internal import Charts
internal import Markup
import Reports
import Wording

/// The frame around the content of every page.
struct Layout {
    let page: PageContext
    let question: Markup
    let answer: Sentence
    var actions = Markup()
    let content: Markup
    /// The document's title where the page has no tab; `nil` for that of the tab.
    var title: String?

    var document: Markup {
        var markup = Markup()
        markup.reserve(content.bytes.count + 16_000)
        markup.append(literal: "<!DOCTYPE html>\n")
        markup.append(
            element("html", htmlAttributes) {
                element("head") { head }
                element("body") {
                    element("a", [.class("skip"), .href(URLReference("", fragment: "main"))]) {
                        page.label(.skip)
                    }
                    Header(page: page, isOneOfPages: title == nil).markup
                    main
                    Footer(page: page).markup
                }
            })
        return markup
    }

    private var htmlAttributes: [Attribute] {
        let theme = page.query.theme ?? page.input.themeDefault
        // While files are read or models are run or learned the page follows closely.
        let chosen = page.query.refreshSeconds(default: page.input.refreshDefault)
        let seconds = min(chosen, isUnderWay ? 2 : isLearning ? 5 : chosen)
        var attributes: [Attribute] = [
            .attribute("lang", page.phrases.language.rawValue),
            .attribute("data-refresh", "\(seconds)"),
            .attribute("data-axis", axisName), .attribute("data-hint", page.label(.chartHint)),
        ]
        if theme != .auto { attributes.append(.attribute("data-theme", theme.rawValue)) }
        return attributes
    }

    /// What the horizontal axis is of charts on which a period of the page can be chosen.
    private var axisName: String {
        if case .number(let title) = page.horizontalAxis { return title }
        return "time"
    }

    private var isUnderWay: Bool {
        if page.input.state.isUnderWay { return true }
        return page.input.diagnostics?.model.isUnderWay == true
    }

    /// A model is learned beside the page, which is complete without it.
    private var isLearning: Bool { page.input.prediction.isUnderWay }

    private var head: Markup {
        Markup {
            emptyElement("meta", [.fixed("charset", "utf-8")])
            emptyElement(
                "meta",
                [
                    .fixed("name", "viewport"),
                    .fixed("content", "width=device-width,initial-scale=1"),
                ])
            emptyElement("meta", [.fixed("name", "color-scheme"), .fixed("content", "light dark")])
            refreshWithoutScript
            element("title") {
                title ?? page.phrases.title(of: page.page)
                " · "
                // Browsers print it on each page, and name tabs and bookmarks by it.
                if let set = page.report?.dataset { set + " · " }
                page.label(.program)
            }
            emptyElement(
                "link", [.fixed("rel", "stylesheet"), .href(resource("/static/app.css"))])
            emptyElement("link", [.fixed("rel", "icon"), .href(fixed: Self.icon)])
            element("script", [.src(resource("/static/app.js")), .flag("defer")]) { Markup() }
        }
    }

    /// The address contains the version, so that browsers keep the file until it changes.
    private func resource(_ path: StaticString) -> URLReference {
        let version = page.input.resourceVersion
        return URLReference(path, query: version.isEmpty ? [] : [("v", version)])
    }

    /// Embedded in the page, which saves a request.
    private static let icon: StaticString =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'%3E%3Crect width='20' height='20' rx='4' fill='%232456c4'/%3E%3Cpath d='M2.5 11.5H6l2-6 4 11 2-7 .8 2h2.7' fill='none' stroke='%23fff' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E"

    /// Only where it was asked for, or while work is under way: a timed reload that nobody chose
    /// fails WCAG 2.2.1.
    private var refreshWithoutScript: Markup {
        let chosen = page.query.refresh ?? 0
        guard chosen > 0 || isUnderWay && page.query.refresh == nil else { return Markup() }
        let seconds = chosen > 0 ? chosen : 5
        return element("noscript") {
            emptyElement(
                "meta", [.fixed("http-equiv", "refresh"), .attribute("content", "\(seconds)")])
        }
    }

    private var main: Markup {
        element("main", [.fixed("id", "main"), .fixed("tabindex", "-1")]) {
            element("div", [.class("wrap")]) {
                lead
                // Shown by the script when a refresh in place gets no answer.
                element(
                    "p", [.class("notice", "lost"), .fixed("role", "status"), .flag("hidden")],
                    text: page.label(.lostConnection))
                Notices(page: page).markup
                content
            }
        }
    }

    /// When the content was last asked for, and why it is not asked for now; written by the script,
    /// so that a page without changes stays the same.
    private var pulse: Markup {
        element(
            "span",
            [
                .class("nw", "pulse"), .attribute("data-updated", page.label(.updatedAt)),
                .attribute("data-paused", page.label(.refreshPaused)),
                .attribute("data-reading", page.label(.refreshWhileReading)),
                .attribute("data-now", page.label(.refreshNow)), .flag("hidden"),
            ]
        ) { Markup() }
    }

    private var lead: Markup {
        element("div", [.class("lead")]) {
            element("h1", [.class("q")]) {
                question
                if let context = page.report {
                    " "
                    element(
                        "span", [.class("nw", "until")],
                        text: page.phrases.dataUntil(context.period.upperBound))
                }
                " "
                pulse
            }
            element("p", [.class("a")]) { page.markup(answer) }
            if !actions.isEmpty { element("div", [.class("act")]) { actions } }
        }
    }
}

/// The files, their hash, the period and the program's version.
struct Footer {
    let page: PageContext

    var markup: Markup {
        element("footer") {
            element("div", [.class("wrap")]) {
                if let context = page.report {
                    let files = page.phrases.filesAndHash(context)
                    element("span") {
                        files.text
                        " "
                        element("code", text: files.hash)
                    }
                    element("span", text: page.phrases.period(context.range))
                    page.fileLinks
                }
                element("span") {
                    page.label(.program)
                    " "
                    page.input.programVersion
                }
            }
        }
    }
}

/// What has just happened, what was not understood, and what the filter leaves out.
struct Notices {
    let page: PageContext

    var markup: Markup {
        let sentences = self.sentences
        guard !sentences.isEmpty else { return Markup() }
        return element("div", [.class("notices"), .fixed("role", "status")]) {
            for item in sentences { page.notice(item.sentence, isInfo: item.isInfo) }
        }
    }

    /// How far reading or analysing newer files is; nil where neither goes on.
    private var progress: Sentence? {
        switch page.input.state {
        case .loading(let progress): page.phrases.loading(progress, set: page.input.dataset)
        case .analysing: page.phrases.analysing(set: page.input.dataset)
        case .empty, .ready, .failed, .setAside: nil
        }
    }

    private var sentences: [(sentence: Sentence, isInfo: Bool)] {
        var items = page.input.notices.map { (page.phrases.notice($0), Self.isInfo($0)) }
        if page.input.snapshot != nil, let progress { items.append((progress, true)) }
        if page.input.snapshot != nil, case .failed(let error) = page.input.state {
            items.append((page.phrases.isOld(error), false))
        }
        if !page.query.ignored.isEmpty {
            items.append((page.phrases.ignored(page.query.ignored), false))
        }
        if let context = page.report {
            let unknown = unknownDevices(context)
            if !unknown.isEmpty { items.append((page.phrases.unknownDevices(unknown), false)) }
            if let problem = page.query.periodProblem(in: context) {
                items.append((page.phrases.periodProblem(problem, context), false))
            }
            if page.page != .importFiles, let filter = page.phrases.filtered(context) {
                items.append((filter, true))
            }
        }
        return items
    }

    private func unknownDevices(_ context: ReportContext) -> [String] {
        guard context.deviceNames.count == context.deviceCount else { return [] }
        let known = Set(context.deviceNames)
        let focus = page.page == .diagnostics ? page.query.focus : nil
        return (page.query.deviceNames(in: context) + [focus].compactMap(\.self))
            .filter { !known.contains($0) }
    }

    private static func isInfo(_ notice: Notice) -> Bool {
        switch notice {
        case .upload(.stored), .upload(.knownContent), .schemaSaved, .questionSettled,
            .lookCancelled, .reloadStarted, .deleted:
            true
        default: false
        }
    }
}
