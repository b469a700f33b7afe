/// Numbers as SVG and HTML attributes want them: a point, no exponent, no locale.
enum DecimalText {
    /// Beyond it no number means anything on a page.
    private static let limit = 1e9

    /// Appends `value` with at most two decimals, trailing zeros dropped: `12`, `12.5`, `-0.25`.
    ///
    /// NaN becomes 0, and what lies beyond ±10⁹ is clamped: a coordinate is always a number.
    static func append(_ value: Double, to bytes: inout [UInt8]) {
        let clamped = value.isNaN ? 0 : min(max(value, -limit), limit)
        let hundredths = Int((clamped * 100).rounded())
        if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
        append(UInt64(hundredths.magnitude) / 100, to: &bytes)
        let fraction = UInt8(hundredths.magnitude % 100)
        guard fraction > 0 else { return }
        let zero = UInt8(ascii: "0")
        bytes.append(UInt8(ascii: "."))
        bytes.append(zero + fraction / 10)
        if fraction % 10 > 0 { bytes.append(zero + fraction % 10) }
    }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        if value >= 10 { append(value / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    }
}
