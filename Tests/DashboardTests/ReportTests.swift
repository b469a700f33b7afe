import Charts
import Dashboard
import Foundation
import Reports
import Samples
import Testing
import Values
import Wording

@Suite("The report for reading away from the screen")
struct ReportTests {
    struct Case: Sendable, CustomStringConvertible {
        var kind: Sample.Kind
        var language: Language
        var isOfDevice: Bool
        var description: String { "\(kind) \(language.rawValue) device: \(isOfDevice)" }

        func report() throws -> ReportDocument {
            try #require(ReportBuilder(input)?.document)
        }

        var input: ReportInput {
            var page = Sample(kind).input()
            page.languageDefault = language
            return ReportInput(
                page: page, diagnoses: page.diagnostics.map { [$0] } ?? [], isOfDevice: isOfDevice)
        }
    }

    private static let cases = Sample.Kind.allCases.flatMap { kind in
        Language.allCases.flatMap { language in
            [false, true].filter { !$0 || Sample(kind).deviceCount > 0 }
                .map { Case(kind: kind, language: language, isOfDevice: $0) }
        }
    }

    @Test("says the same, and its charts are there, however a list of the page is shown")
    func listChoice() throws {
        let sample = Case(kind: .rich, language: .en, isOfDevice: false)
        var input = sample.input
        input.page.query.table.sort = .init("health", isDescending: true)
        input.page.query.table.search = "no such device"
        input.page.query.table.columns = ["errors"]
        let chosen = ReportMarkdown(try #require(ReportBuilder(input)?.document)).text
        #expect(chosen == ReportMarkdown(try sample.report()).text)
        let outline = PageRenderer.outline(.overview, sample.input.page)
        let name = try #require(outline.cards.lazy.flatMap(\.charts).first?.name)
        let chart = PageRenderer.chart(
            name, of: .overview, input.page, width: nil, theme: .light, style: ChartStyle(css: ""))
        #expect(chart != nil)
    }

    @Test("says all its parts in every kind of data set", arguments: cases)
    func sections(_ sample: Case) throws {
        let report = try sample.report()
        let kinds = report.sections.map(\.kind)
        #expect(kinds == ReportSection.allCases.filter(kinds.contains), "the order is fixed")
        #expect(kinds.contains(.quality) && kinds.contains(.method) && kinds.contains(.open))
        #expect(!report.title.isEmpty && !report.answer.isEmpty && !report.foot.isEmpty)
        for section in report.sections {
            #expect(!section.blocks.isEmpty && !section.title.isEmpty)
        }
        #expect(report.foot.contains(Sample(sample.kind).context.fingerprint))
    }

    @Test("is one HTML file that needs nothing and leads nowhere", arguments: cases)
    func html(_ sample: Case) throws {
        let file = ReportHTML(
            try sample.report(), style: ChartStyle(css: ":root{} svg .l0{fill:red}"), css: "p{}"
        ).file
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.contains("<style>" + file.style + "</style>"))
        let document = try Document(text)
        for node in document.nodes {
            #expect(!["script", "link", "a", "img", "iframe", "form"].contains(node.name))
            for name in node.attributes.keys {
                #expect(!["style", "href", "src"].contains(name) && !name.hasPrefix("on"))
            }
        }
        let ids = document.nodes.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(document.named("h1").count == 1)
    }

    @Test("is Markdown whose tables are whole", arguments: cases)
    func markdown(_ sample: Case) throws {
        let text = ReportMarkdown(try sample.report()).text
        #expect(text.hasPrefix("# ") && text.hasSuffix("\n"))
        var columns: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("| ") else {
                columns = nil
                continue
            }
            let bars = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect(columns == nil || bars == columns, "\(line)")
            columns = bars
        }
        #expect(!text.replacing("\\<", with: "").contains("<"), "no text can become HTML")
    }

    @Test("no words of a file become marks of Markdown")
    func escaping() throws {
        var report = try Case(kind: .rich, language: .en, isOfDevice: false).report()
        report.title = "*a* <b> [x](y) | `c` # _d_"
        report.answer = "\(code: "a`b") \(strong: " c ") - e"
        report.sections = []
        let lines = ReportMarkdown(report).text.split(separator: "\n")
        #expect(lines[0] == "# \\*a\\* \\<b\\> \\[x\\](y) \\| \\`c\\` \\# \\_d\\_")
        #expect(lines[2] == "> ``a`b``  **c**  - e")
    }

    @Test("tells what became of the devices since the period before")
    func change() throws {
        var sample = Case(kind: .rich, language: .en, isOfDevice: false).input
        var before = try #require(sample.page.snapshot)
        let devices = before.overview.devices
        let bad = try #require(devices.first { $0.status != .ok })
        let fine = try #require(devices.first { $0.status == .ok })
        for place in before.overview.devices.indices {
            let device = before.overview.devices[place].device
            if device == bad.device { before.overview.devices[place].status = .ok }
            if device == fine.device { before.overview.devices[place].status = .warning }
        }
        for place in before.overview.breakdowns.indices {
            before.overview.breakdowns[place].total += 100
        }
        sample.before = before
        let report = try #require(ReportBuilder(sample)?.document)
        let section = try #require(report.sections.first { $0.kind == .changed })
        let text = section.blocks.map { block -> String in
            if case .list(let sentences) = block { return sentences.map(\.plain).joined() }
            return ""
        }.joined()
        #expect(text.contains("New: device \(bad.device.name)."))
        #expect(text.contains("No longer: device \(fine.device.name)."))
        #expect(text.contains("in the period before (−"))
    }

    @Test("is compared with as much time as the period has, where there is so much")
    func before() throws {
        var context = Sample(.rich).context
        let (start, end) = (context.range.lowerBound, context.range.upperBound)
        context.isPeriodChosen = true
        let week = 7 * 86_400.0
        let choice = Choice(from: end - week)
        let before = try #require(choice.before(context))
        #expect(before.from == end - 2 * week)
        #expect(before.to == (end - week).nextDown)
        #expect(Choice(from: start + 1, to: end).before(context) == nil)
        #expect(Choice().before(context) == nil)
        context.isPeriodChosen = false
        #expect(choice.before(context) == nil)
    }

    @Test("shows the notes of its period, and of its device alone")
    func notes() throws {
        var sample = Case(kind: .rich, language: .ru, isOfDevice: true).input
        let device = try #require(sample.diagnoses.first).row.device.name
        let end = try #require(sample.page.snapshot).context.period.upperBound
        sample.page.notes = [
            DeviceNote(id: "1", device: device, time: end, kind: .remark, text: "сальник <b>"),
            DeviceNote(id: "2", device: device + "x", time: end, kind: .remark, text: "other"),
            DeviceNote(id: "3", device: device, time: end + 1e9, kind: .remark, text: "later"),
        ]
        let text = ReportMarkdown(try #require(ReportBuilder(sample)?.document)).text
        #expect(text.contains("сальник \\<b\\>"))
        #expect(!text.contains("| other |") && !text.contains("later"))
    }
}
