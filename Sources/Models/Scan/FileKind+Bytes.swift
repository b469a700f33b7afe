import Values

extension FileKind {
    /// What the first bytes of a file look like; nil where they resemble nothing known.
    init?(_ bytes: [UInt8]) {
        let starts: [(FileKind, [UInt8])] = [
            (.zip, [0x50, 0x4B, 0x03, 0x04]), (.hdf5, [0x89, 0x48, 0x44, 0x46]),
            (.png, [0x89, 0x50, 0x4E, 0x47]), (.pickle, [0x80, 0x02]), (.pickle, [0x80, 0x03]),
            (.pickle, [0x80, 0x04]), (.pickle, [0x80, 0x05]),
        ]
        if bytes.isEmpty {
            self = .empty
        } else if let start = starts.first(where: { bytes.starts(with: $0.1) }) {
            self = start.0
        } else if bytes.prefix(512).allSatisfy({ $0 >= 0x20 || (9...13).contains($0) }) {
            self = .text
        } else {
            return nil
        }
    }
}
