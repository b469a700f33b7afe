package import Reports
package import Wording

/// The form that a note is written with.
package struct NoteForm: Sendable {
    private let values: [String: String]

    /// The longest text that is kept, in characters.
    package static let longestText = 500

    /// Reads decoded names and values.
    package init(_ items: some Sequence<(String, String)>) {
        values = Dictionary(items.prefix(100).map { $0 }, uniquingKeysWith: { first, _ in first })
    }

    /// The device's name; empty where the form has none.
    package var device: String { values["device"] ?? "" }

    /// The note; `nil` for a form without device, a known kind or a time of the data's axis, and
    /// for a remark that says nothing.
    package func note(id: String, in context: ReportContext) -> DeviceNote? {
        guard !device.isEmpty, device.count <= 1_000,
            let kind = DeviceNote.Kind(rawValue: values["kind"] ?? ""),
            let time = Edge(values["time"] ?? "")?.lower(on: context)
        else { return nil }
        let words = (values["text"] ?? "").split(whereSeparator: \.isWhitespace)
        let text = String(words.joined(separator: " ").prefix(Self.longestText))
        guard kind != .remark || !text.isEmpty else { return nil }
        return DeviceNote(id: id, device: device, time: time, kind: kind, text: text)
    }
}
