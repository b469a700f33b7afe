import Values

/// The names of files that hold the rows sent by programs: a stream and when the file was begun, as
/// in `rows-20260131T235959Z.csv`; of several begun in one second the later ones have the next free
/// seconds, so that their names are in order too.
///
/// The files of one stream are one table that goes on from file to file.
enum RowFileName {
    /// A stream as files can be named after it.
    static func stream(_ name: String) -> String {
        SafeName.dataset(name) ?? SentTable.plainStream
    }

    /// A name that `isTaken` does not know.
    ///
    /// - Parameter time: in seconds since 1970.
    static func new(
        _ stream: String, at time: Double, isTaken: (String) -> Bool
    ) -> String {
        var second = time > 0 && time < 250_000_000_000 ? time : 0
        while true {
            let name = "\(stream)-\(stamp(second))\(ending)"
            if !isTaken(name) { return name }
            second += 1
        }
    }

    /// The stream that a file belongs to; `nil` for files of people. Only files directly in the
    /// folder of a set are meant.
    static func stream(ofFile name: String) -> String? {
        guard name.hasSuffix(ending), !name.contains("/") else { return nil }
        var parts = name.dropLast(ending.count).split(
            separator: "-", omittingEmptySubsequences: false)
        guard let stamp = parts.popLast(), isStamp(stamp), !parts.isEmpty else { return nil }
        let stream = parts.joined(separator: "-")
        return stream.isEmpty ? nil : stream
    }

    private static let ending = ".csv"

    private static func stamp(_ time: Double) -> String {
        let moment = CivilTime(secondsSince1970: time)
        let second = moment.secondOfDay
        let parts = [
            (moment.date.year, 4), (moment.date.month, 2), (moment.date.day, 2),
            (second / 3_600, 2), (second / 60 % 60, 2), (second % 60, 2),
        ]
        let digits = parts.map { number, width in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return digits[..<3].joined() + "T" + digits[3...].joined() + "Z"
    }

    private static func isStamp(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 16 && bytes[8] == UInt8(ascii: "T") && bytes[15] == UInt8(ascii: "Z")
            && bytes.enumerated().allSatisfy { place, byte in
                place == 8 || place == 15 || (byte >= 0x30 && byte <= 0x39)
            }
    }
}
