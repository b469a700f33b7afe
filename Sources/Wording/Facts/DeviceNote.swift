/// What a person wrote down about a device at a time.
package struct DeviceNote: Sendable, Hashable, Codable, Identifiable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Anything worth remembering.
        case remark
        /// Somebody repaired the device.
        case repaired
        /// What was found at this time was real trouble.
        case confirmed
        /// What was found at this time was none.
        case falseAlarm
    }

    /// Unique among the notes of the set.
    package var id: String
    package var device: String
    /// Seconds since 1970, or a cycle or row.
    package var time: Double
    package var kind: Kind
    /// May be empty where the kind says enough.
    package var text: String

    package init(id: String, device: String, time: Double, kind: Kind, text: String) {
        self.id = id
        self.device = device
        self.time = time
        self.kind = kind
        self.text = text
    }
}
