import Dashboard
import Reports
import Samples
import Values
import Wording

/// A page with the name that its reference has.
struct GoldenPage: Sendable, CustomStringConvertible {
    let name: String
    /// Whether its reference holds header, filter and footer, which come back on every page.
    var hasFrame = false
    let render: @Sendable (Language) -> [UInt8]

    var description: String { name }

    func lines(_ language: Language) throws -> [String] {
        let document = try Document(String(decoding: render(language), as: UTF8.self))
        return Outline(document, hasFrame: hasFrame).lines
    }

    /// Every page of every kind of data set.
    static let ofKinds: [GoldenPage] = Sample.Kind.allCases.flatMap { kind in
        Page.allCases.map { page in
            GoldenPage(name: "\(kind)-\(page.rawValue)", hasFrame: page == .overview) { language in
                PageRenderer.render(page, input(kind, language))
            }
        }
    }

    private static func input(_ kind: Sample.Kind, _ language: Language) -> PageInput {
        var input = Sample(kind).input()
        input.languageDefault = language
        return input
    }

    /// Pages beside those of a data set.
    static let others: [GoldenPage] = [
        .init(name: "other-delete") {
            PageRenderer.renderDeleteConfirmation(
                set: "azure_pdm", isInDatabase: false, input(.rich, $0))
        },
        .init(name: "other-refused") {
            PageRenderer.renderRefusedUpload(.noFiles, status: 422, empty($0))
        },
        .init(name: "other-columns") { language in
            var asked = input(.rich, language)
            asked.query.table.columns = ["status", "attribute:model", "reading:pressure"]
            asked.query.table.sort = .init("reading:pressure", isDescending: true)
            asked.query.table.search = "model2"
            return PageRenderer.render(.overview, asked)
        },
        .init(name: "other-problem") {
            PageRenderer.renderProblem(.noSuchPage(path: "/x"), status: 404, input(.rich, $0))
        },
        .init(name: "other-look") { language in
            PageRenderer.render(.importFiles, look(Sample.look(""), language))
        },
        .init(name: "other-look-usable") { language in
            var report = Sample.look("")
            report.files.removeLast()
            return PageRenderer.render(.importFiles, look(report, language))
        },
        .init(name: "other-nothing", hasFrame: true) {
            PageRenderer.render(.overview, empty($0))
        },
    ]

    private static func empty(_ language: Language) -> PageInput {
        PageInput(languageDefault: language)
    }

    private static func look(_ report: LookReport, _ language: Language) -> PageInput {
        var input = PageInput(datasets: ["a", "b"], languageDefault: language)
        input.look = report
        input.query.stage = report.id
        return input
    }
}

/// What is not ready, and what models and people say beside the data.
extension GoldenPage {
    static let states: [GoldenPage] = [
        state("loading", .loading(nil)),
        state(
            "reading",
            .loading(
                LoadProgress(file: "a.csv", fileIndex: 2, fileCount: 6, rows: 87_766, share: 0.4))),
        state("analysing", .analysing), state("failed", .failed(.empty(file: "a.csv"))),
        state("set-aside", .setAside(SetAside(step: .load, time: 1_795_893_725, count: 2))),
    ]

    private static func state(_ name: String, _ state: LoadState) -> GoldenPage {
        GoldenPage(name: "state-" + name) { language in
            var input = PageInput(
                datasets: ["azure_pdm"], dataset: "azure_pdm", state: state,
                languageDefault: language)
            if case .setAside = state { input.setsAside = ["azure_pdm"] }
            return PageRenderer.render(.overview, input)
        }
    }

    /// With each thing that a model can say, notes, versions and a notice.
    static let told: [GoldenPage] =
        [0, 2, 3, 4, 5, 7, 9, 10].map { told(.overview, $0) }
        + [0, 2, 4].map { told(.diagnostics, $0) }

    private static func told(_ page: Page, _ place: Int) -> GoldenPage {
        GoldenPage(name: "told-\(page.rawValue)-\(place)") { language in
            var input = input(.rich, language)
            let device = DeviceRef(index: 12, name: "13")
            input.prediction = Sample.predictions[place]
            input.modelVersions = Sample.modelVersions[place % Sample.modelVersions.count]
            input.diagnostics?.row.device = device
            input.diagnostics?.aftermath = Sample.aftermaths[place % Sample.aftermaths.count]
            input.notes = notes(device)
            input.notices = [.reloadStarted(set: "azure_pdm")]
            return PageRenderer.render(page, input)
        }
    }

    private static func notes(_ device: DeviceRef) -> [DeviceNote] {
        DeviceNote.Kind.allCases.map {
            DeviceNote(
                id: $0.rawValue, device: device.name, time: Sample.end, kind: $0, text: "seal")
        }
    }

    /// Devices over one another, and one beside its group.
    static let compared: [GoldenPage] = [
        compared("devices", .devices, .time), compared("repairs", .devices, .repair),
        compared("group", .group, .time),
    ]

    private static func compared(
        _ name: String, _ against: ComparisonQuestion.Against,
        _ alignment: ComparisonQuestion.Alignment
    ) -> GoldenPage {
        GoldenPage(name: "compare-" + name) { language in
            var input = input(.rich, language)
            input.comparison = Sample(.rich).comparison(against, alignment)
            input.comparison?.attributes = ["model"]
            input.query.devices = against == .group ? ["1"] : ["1", "2", "3"]
            return PageRenderer.render(.compare, input)
        }
    }

    /// With each thing that a search for similar stretches can find.
    static let similar: [GoldenPage] = (0..<11).map { place in
        GoldenPage(name: "similar-\(place)") { language in
            var input = input(.rich, language)
            input.query.like = ChosenStretch(from: .number(0), to: .number(0))
            input.similar = Sample(.rich).similar[place]
            return PageRenderer.render(.diagnostics, input)
        }
    }

    static let all = ofKinds + others + states + told + compared + similar
}
