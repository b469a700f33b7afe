package import Reports
package import Wording

/// A note as its form sends it.
package struct NoteForm: Sendable {
    private let values: [String: String]

    /// In characters; the rest is cut off.
    package static let longestText = 500

    /// Takes decoded names and values, the first 100; of a repeated name the first value counts.
    package init(_ items: some Sequence<(String, String)>) {
        values = Dictionary(items.prefix(100).map { $0 }, uniquingKeysWith: { first, _ in first })
    }

    package var device: String { values["device"] ?? "" }

    /// The note, its text with single spaces; `nil` where device, kind or time is missing or of no
    /// use on the axis of the data, and for a remark without text.
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
