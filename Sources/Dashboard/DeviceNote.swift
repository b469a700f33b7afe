package import Reports

/// What a person wrote down about a device at a time.
package struct DeviceNote: Sendable, Hashable, Codable, Identifiable {
    /// What the note says of the device.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Anything worth remembering.
        case remark
        /// Somebody mended it.
        case repaired
        /// What was found here was real trouble.
        case confirmed
        /// What was found here was none.
        case falseAlarm
    }

    /// Tells it from all others of the set.
    package var id: String
    /// The device's name.
    package var device: String
    /// Seconds since 1970, or a cycle or row.
    package var time: Double
    /// What it says.
    package var kind: Kind
    /// In words; may be empty where the kind says enough.
    package var text: String

    /// Makes a note.
    package init(id: String, device: String, time: Double, kind: Kind, text: String) {
        self.id = id
        self.device = device
        self.time = time
        self.kind = kind
        self.text = text
    }
}

/// What people found alarms to be worth.
struct AlarmJudgements: Hashable {
    var confirmed = 0
    var falseAlarms = 0

    init(confirmed: Int = 0, falseAlarms: Int = 0) {
        self.confirmed = confirmed
        self.falseAlarms = falseAlarms
    }

    init(_ notes: some Sequence<DeviceNote>) {
        for note in notes {
            switch note.kind {
            case .confirmed: confirmed += 1
            case .falseAlarm: falseAlarms += 1
            case .remark, .repaired: break
            }
        }
    }

    var judged: Int { confirmed + falseAlarms }
    /// The share that was false; NaN where none was judged.
    var falseShare: Double { Double(falseAlarms) / Double(judged) }
}

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
