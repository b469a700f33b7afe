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
