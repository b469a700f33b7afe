import Values

extension Episode: Identifiable {
    /// Names the episode by what it is about and when it began, so that it keeps its name from one
    /// analysis to the next; one whose beginning moves gets another. FNV-1a of 64 bits in
    /// hexadecimal digits.
    public var id: String {
        let key =
            [kind.rawValue] + devices.map(\.name) + subjects.map(\.name) + ["\(from)"]
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key.joined(separator: "\u{1F}").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}
