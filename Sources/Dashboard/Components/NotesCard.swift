internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// What people wrote down about a device, and the form for more.
struct NotesCard {
    let page: PageContext
    let report: DiagnosticReport
    let set: String

    private var device: String { report.row.device.name }
    private var notes: [DeviceNote] { page.notes(of: report.row.device) }

    func card(_ span: Span) -> Markup {
        let words = page.phrases.notes(
            own: notes.count, device: AlarmJudgements(notes),
            fleet: AlarmJudgements(page.input.notes))
        return page.card("h-notes", span, words) {
            if !notes.isEmpty { element("ul", [.class("notes")]) { notes.map(item).joined() } }
            form
        }
    }

    private func item(_ note: DeviceNote) -> Markup {
        element("li") {
            element("b", text: page.phrases.noteKind(note.kind))
            element("span", [.class("sub")], text: page.format.place(note.time))
            if !note.text.isEmpty { element("span", text: note.text) }
            element(
                "form", [.fixed("method", "post"), page.sending(to: "/notes/delete")]
            ) {
                page.hidden("set", set)
                page.hidden("device", device)
                page.hidden("note", note.id)
                page.button(page.label(.removeNote))
            }
        }
    }

    private var form: Markup {
        element(
            "form",
            [
                .fixed("method", "post"), page.sending(to: "/notes/add"),
                .class("steps", "gapt"),
            ]
        ) {
            page.hidden("set", set)
            page.hidden("device", device)
            page.select(
                "kind", page.label(.noteKind),
                DeviceNote.Kind.allCases.map { Option($0.rawValue, page.phrases.noteKind($0)) })
            page.textField(
                "time", page.label(.time),
                value: page.edge(report.window.upperBound)?.text ?? "")
            page.textField("text", page.label(.noteText), value: "")
            page.button(page.label(.addNote))
        }
    }
}

extension PageContext {
    /// The notes of a device, the latest first.
    func notes(of device: DeviceRef) -> [DeviceNote] {
        input.notes.filter { $0.device == device.name }
            .sorted { ($1.time, $0.id) < ($0.time, $1.id) }
    }

    /// The notes of a device below its readings; nil for a device without notes.
    func noteLane(of device: DeviceRef) -> EventLane? {
        let notes = notes(of: device)
        guard !notes.isEmpty else { return nil }
        return EventLane(
            label: label(.notesTitle), kind: .ticks,
            events: notes.map { note in
                let kind = phrases.noteKind(note.kind)
                let title = [format.place(note.time), kind, note.text]
                return EventLane.Event(
                    x: note.time, label: kind, tone: .ink,
                    title: title.filter { !$0.isEmpty }.joined(separator: " · "))
            })
    }
}
