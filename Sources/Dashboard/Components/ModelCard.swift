internal import Charts
internal import Markup
import Reports
import Wording

/// What models say about the device, or why they say nothing.
struct ModelCard {
    let page: PageContext
    let panel: ModelPanel

    var markup: Markup {
        page.card("h-model", .whole, page.phrases.models(panel)) {
            if let set = page.input.dataset, page.input.snapshot?.context.metrics.isEmpty == false {
                TrainingForm(page: page, set: set, training: panel.training).markup
            }
            for (index, entry) in own.prefix(6).enumerated() { self.entry(entry, index) }
            for entry in own.dropFirst(6) { shortEntry(entry) }
            others
        }
    }

    /// Models that ask for nothing that the set does not have.
    private var own: [ModelPanel.Entry] { panel.entries.filter { !$0.isOfOtherData } }

    /// Models of other sets stand on one line, behind which each tells what it lacks.
    private var others: Markup {
        let others = panel.entries.filter(\.isOfOtherData)
        guard !others.isEmpty else { return Markup() }
        return element("details", [.class("model")]) {
            element("summary", text: page.phrases.otherModels(others.count))
            for entry in others { shortEntry(entry) }
        }
    }

    /// Index of the first model whose alarms were judged; only there the costs of alarms are asked
    /// for.
    private var firstAlarms: Int? {
        own.firstIndex { $0.card.backTest?.alarms != nil }
    }

    private func entry(_ entry: ModelPanel.Entry, _ index: Int) -> Markup {
        element("div", [.class("model")]) {
            element("h3", [.class("gapt")], text: page.phrases.modelTitle(entry.card))
            // What it tells of remaining life stands on a card of its own.
            if entry.life == nil {
                element("p", [.class("say")]) {
                    page.markup(page.phrases.outcome(entry.outcome, entry.card))
                }
            }
            if let autoencoder = entry.card.autoencoder {
                element("p", [.class("say")]) { page.markup(page.phrases.autoencoder(autoencoder)) }
            }
            if let test = entry.card.backTest {
                BackTestView(
                    page: page, test: test, index: index,
                    asksPrices: index == firstAlarms
                ).markup
            }
            element("div", [.class("kids", "k2")]) {
                if case .result(let result) = entry.outcome, entry.life == nil {
                    element("div", [.class("kid")]) { drawing(result, entry.card, index) }
                }
                facts(entry)
            }
            if let set = page.input.dataset {
                ColumnsForm(page: page, set: set, entry: entry).markup
                changes(of: entry.card.file, set)
            }
        }
    }

    /// One of many: its answer without a drawing.
    private func shortEntry(_ entry: ModelPanel.Entry) -> Markup {
        element("details", [.class("model")]) {
            element("summary", text: page.phrases.modelTitle(entry.card))
            element("p", [.class("say")]) {
                page.markup(page.phrases.outcome(entry.outcome, entry.card))
            }
            facts(entry)
            if let set = page.input.dataset {
                ColumnsForm(page: page, set: set, entry: entry).markup
                changes(of: entry.card.file, set)
            }
        }
    }

    /// Renaming and deleting, behind a click, so that nothing is deleted by mistake.
    private func changes(of file: String, _ set: String) -> Markup {
        element("details") {
            element("summary", text: page.phrases.modelChanges())
            modelForm("/models/rename", file, set) {
                page.textField("name", page.label(.name), value: file)
                page.button(page.phrases.renameModel())
            }
            modelForm("/models/delete", file, set) { page.button(page.label(.deleteConfirm)) }
        }
    }

    private func modelForm(
        _ path: StaticString, _ file: String, _ set: String,
        @MarkupBuilder _ content: () -> Markup
    ) -> Markup {
        element(
            "form",
            [.fixed("method", "post"), page.sending(to: path), .class("steps", "gapt")]
        ) {
            page.hidden("set", set)
            page.hidden("model", file)
            content()
        }
    }

    private func drawing(
        _ result: ModelPanel.Result, _ card: ModelPanel.Card, _ index: Int
    ) -> Markup {
        let title = page.phrases.scoreAxis(card.meaning)
        let levels = result.threshold.map {
            [LevelLine(value: $0, label: page.label(.threshold) + " " + page.format.figure($0))]
        }
        let chart = LineChart(
            text: page.chartText(
                title: card.file,
                description: page.phrases.outcome(.result(result), card).plain),
            axis: page.horizontalAxis,
            panels: [
                LinePanel(
                    valueTitle: title,
                    series: [
                        LineSeries(
                            x: result.times, y: result.scores.map(\.present),
                            endLabel: page.format.figure(result.last))
                    ], levels: levels ?? [])
            ])
        let id: StaticString = Self.ids[min(index, Self.ids.count - 1)]
        let table = Table(
            caption: title,
            columns: [
                .init(title: page.label(.time)), .init(title: page.label(.score), isNumber: true),
            ],
            rows: zip(result.times, result.scores).reversed().map {
                [page.cells.place($0), page.cells.figure($1)]
            })
        let drawn = page.draw(chart, .beside, id: id)
        return Markup {
            drawn.markup
            if !drawn.note.isEmpty { element("p", [.class("note")], text: drawn.note) }
            page.details(table, chart: drawn.name)
        }
    }

    private static let ids: [StaticString] = ["mod1", "mod2", "mod3", "mod4", "mod5", "mod6"]

    private func facts(_ entry: ModelPanel.Entry) -> Markup {
        let card = entry.card
        return element("dl", [.class("kv", "kid")]) {
            if card.sha256.isEmpty {
                // Of a refused file only the name is known.
                fact(.modelFile, Markup(card.file))
            } else {
                fact(.modelFile, Markup(card.file + ", " + page.format.bytes(card.bytes)))
                fact(.modelHash, element("code", text: String(card.sha256.prefix(16))))
                fact(.modelFormat, Markup(page.phrases.modelFormat(card)))
            }
            if !card.producer.isEmpty { fact(.modelProducer, Markup(card.producer)) }
            for input in card.inputs.prefix(4) { fact(.modelInputs, element("code", text: input)) }
            for output in card.outputs.prefix(4) {
                fact(.modelOutputs, element("code", text: output))
            }
            if !card.features.isEmpty, card.backTest == nil {
                fact(.modelNeeds, Markup(card.features.prefix(12).joined(separator: ", ")))
            }
            if let rows = card.trainedRows {
                fact(.modelRows, Markup(page.phrases.rowCount(rows)))
            }
            if case .result(let result) = entry.outcome {
                fact(.modelTime, Markup(page.phrases.milliseconds(result.milliseconds)))
            }
        }
    }

    private func fact(_ label: Label, _ value: Markup) -> Markup {
        Markup {
            element("dt", text: page.label(label))
            element("dd") { value }
        }
    }
}

extension ModelPanel.Entry {
    /// Whether the model asks for columns that the set does not have.
    fileprivate var isOfOtherData: Bool {
        if case .columnsMissing = outcome { true } else { false }
    }
}
