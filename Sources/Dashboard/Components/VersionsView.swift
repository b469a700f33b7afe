internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// How the model in use was learned, which others were, and the choice of horizon and version.
struct VersionsView {
    let page: PageContext
    let state: PredictionState
    let versions: ModelVersions

    /// The horizons offered, in seconds.
    private static let horizons: [Double] = [
        3_600, 21_600, 43_200, 86_400, 172_800, 259_200, 604_800, 1_209_600, 2_592_000,
    ]

    var markup: Markup {
        Markup {
            if let since = versions.since {
                element("p", [.class("note")]) { page.markup(page.phrases.since(since)) }
            }
            element("details") {
                element("summary", text: page.phrases.versionsTitle(versions))
                if let sentence = page.phrases.horizonReason(versions) {
                    element("p") { page.markup(sentence) }
                }
                if isFailure, !state.isOff { horizonForm }
                if !versions.versions.isEmpty { page.table(table) }
                if versions.pinned != nil { form(.newest, page.phrases.versionAction(.newest)) }
                form(
                    state.isOff ? .on : .off,
                    page.phrases.versionAction(state.isOff ? .on : .off))
            }
        }
    }

    /// Remaining lives have no horizon.
    private var isFailure: Bool {
        switch state {
        case .learning(let quantity, _), .noBetter(let quantity, _), .tooFew(let quantity, _, _),
            .failed(let quantity), .off(let quantity):
            quantity != .life
        case .known(let prediction): prediction.quantity != .life
        case .none: false
        }
    }

    private var horizonForm: Markup {
        form(.horizon, page.phrases.versionAction(.horizon)) {
            page.select(
                "value", page.phrases.horizonTitle(),
                [
                    Option(
                        PredictorForm.automatic, page.phrases.horizonByData(),
                        isSelected: versions.horizon == nil)
                ]
                    + Self.horizons.map {
                        Option(
                            "\($0)", page.format.length($0), isSelected: versions.horizon == $0)
                    })
        }
    }

    private var table: Table {
        let heads = page.phrases.versionColumns(isFailure: isFailure)
        return Table(
            caption: page.phrases.versionsTitle(versions),
            columns: [
                .init(title: heads.version), .init(title: heads.learned),
                .init(title: heads.rows, isNumber: true, isOptional: true),
                .init(title: heads.horizon),
                .init(title: heads.score, isNumber: true),
                .init(title: heads.rule, isNumber: true, isOptional: true),
                .init(title: heads.cause, isOptional: true),
                .init(title: ""),
            ],
            rows: versions.versions.reversed().map(row))
    }

    private func row(_ version: ModelVersions.Version) -> [Table.Cell] {
        [
            page.cells.count(version.number),
            .init(page.format.instant(version.learned)),
            page.cells.count(version.rows),
            page.cells.length(version.horizon),
            .init(version.score.map(score) ?? NumberFormat.missing),
            .init(version.ruleScore.map(score) ?? NumberFormat.missing),
            .init(page.phrases.versionCause(version.cause)),
            .init(use(version)),
        ]
    }

    /// Average precision, or the error of a remaining life as a length.
    private func score(_ value: Double) -> String {
        isFailure ? page.format.figure(value) : page.format.length(value)
    }

    private func use(_ version: ModelVersions.Version) -> Markup {
        let isCurrent = version.number == versions.current
        if isCurrent, versions.pinned == version.number {
            return element("b", text: page.phrases.versionState(isPinned: true))
        }
        return Markup {
            if isCurrent { element("b", text: page.phrases.versionState(isPinned: false)) }
            form(
                .use, page.phrases.versionAction(.use, isCurrent: isCurrent),
                value: "\(version.number)")
        }
    }

    private func form(
        _ action: PredictorForm, _ title: String, value: String? = nil,
        @MarkupBuilder _ content: () -> Markup = { Markup() }
    ) -> Markup {
        element(
            "form",
            [
                .fixed("method", "post"), page.sending(to: "/models/predictor"),
                .class("steps", "gapt"),
            ]
        ) {
            page.hidden("set", page.input.dataset ?? "")
            page.hidden("action", action.rawValue)
            if let value { page.hidden("value", value) }
            content()
            page.button(title)
        }
    }
}
