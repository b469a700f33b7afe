import Telemetry
import Values

/// Writes rows in the format `RowBinary`, which leaves nothing to be read in another way: an old
/// server takes an empty number of CSV as 0 and ten digits for another time than they are.
struct RowEncoder {
    /// What became of a row.
    enum Outcome: Equatable {
        case written
        /// Its time is none that the column holds.
        case outOfRange
        /// Its time has fractions that the column does not hold.
        case fraction
    }

    private enum Cells {
        case numbers([Double], PushColumn.Form)
        /// Texts behind their lengths, and for each row which of them.
        case texts([[UInt8]], [UInt32])
    }

    private let cells: [Cells]
    private let time: Int?

    init(_ rows: TypedRows, _ columns: [PushColumn], time: Int?) {
        self.time = time
        cells = zip(rows.columns, columns).map { cells, column in
            switch cells {
            case .numbers(let values): .numbers(values, column.form)
            case .texts(let texts): .texts(texts.names.map(Self.text), texts.indices)
            }
        }
    }

    /// Appends a row, or nothing where its time cannot be kept.
    func append(_ row: Int, to bytes: inout [UInt8]) -> Outcome {
        if let time, case .numbers(let values, let form) = cells[time] {
            let outcome = Self.outcome(values[row], form)
            if outcome != .written { return outcome }
        }
        for column in cells {
            switch column {
            case .numbers(let values, let form): Self.append(values[row], form, to: &bytes)
            case .texts(let texts, let indices): bytes += texts[Int(indices[row])]
            }
        }
        return .written
    }

    /// A moment of zero is what a server keeps for a time that is missing.
    private static func outcome(_ time: Double, _ form: PushColumn.Form) -> Outcome {
        switch form {
        case .moment:
            guard time >= 1, time < 4_294_967_296 else { return .outOfRange }
            return time == time.rounded() ? .written : .fraction
        case .ticks(let scale):
            // The years that DateTime64 holds in every version.
            guard time >= -1_420_070_400, time < 9_904_550_400 else { return .outOfRange }
            let ticks = time * scale
            // Nanoseconds end in 2262.
            guard abs(ticks) < 9.2e18 else { return .outOfRange }
            return abs(ticks - ticks.rounded()) <= max(abs(ticks) * 1e-15, 1e-3)
                || scale >= 1e6 ? .written : .fraction
        default: return time.isFinite ? .written : .outOfRange
        }
    }

    private static func append(
        _ value: Double, _ form: PushColumn.Form, to bytes: inout [UInt8]
    ) {
        switch form {
        case .moment: append(UInt32(clamping: Int(clamping: value.rounded())), to: &bytes)
        case .ticks(let scale):
            append(Int(clamping: (value * scale).rounded()), to: &bytes)
        case .numberOrNone:
            bytes.append(value.isNaN ? 1 : 0)
            if !value.isNaN { append(value.bitPattern, to: &bytes) }
        case .number, .text: append(value.bitPattern, to: &bytes)
        }
    }

    static func bytes(of value: some FixedWidthInteger) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes
    }

    static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: value.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Seven bits of the length a byte, the lowest first; then the text.
    static func text(_ text: String) -> [UInt8] {
        var length = text.utf8.count
        var bytes: [UInt8] = []
        while length > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: length) | 0x80)
            length >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: length))
        return bytes + text.utf8
    }
}
