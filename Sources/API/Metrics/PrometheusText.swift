/// Writes metrics in the Prometheus text format 0.0.4: a HELP and a TYPE line for each family, then
/// its samples.
///
/// Families without samples are left out. Text of any kind is taken: what would break a line is
/// escaped, and bytes that are no UTF-8 cannot come in a `String`.
///
/// - Complexity: amortised O(bytes) into one buffer.
package struct PrometheusText {
    /// What a family counts, as its TYPE line says.
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// A label's name and value; the name must be one of the format's names.
    package typealias Label = (name: String, value: String)

    /// Of an answer with this text.
    package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// What was written so far.
    package private(set) var bytes: [UInt8] = []
    /// The name of the family that is being written.
    private var family = ""

    /// Without any metric.
    package init() {}

    /// A family of samples.
    ///
    /// - Parameters:
    ///   - name: In the format's alphabet, with the unit and for counters `_total` at its end.
    ///   - help: One sentence about what is counted.
    ///   - samples: Writes the samples by `sample` and `histogram`.
    package mutating func family(
        _ name: String, _ kind: Kind, _ help: String, _ samples: (inout PrometheusText) -> Void
    ) {
        let start = bytes.count
        add("# HELP \(name) ")
        add(escaped: help, quotes: false)
        add("\n# TYPE \(name) \(kind.rawValue)\n")
        let head = bytes.count
        family = name
        samples(&self)
        if bytes.count == head { bytes.removeLast(head - start) }
    }

    /// A family of one sample without labels; left out where the value is not known.
    package mutating func family(
        _ name: String, _ kind: Kind, _ help: String, value: Double?
    ) {
        family(name, kind, help) { text in
            if let value { text.sample(value) }
        }
    }

    /// A sample of the family being written.
    package mutating func sample(_ value: Double, _ labels: [Label] = []) {
        add(family)
        add(labels)
        add(" \(Self.text(value))\n")
    }

    /// A histogram of the family being written.
    ///
    /// - Parameters:
    ///   - counts: How many values each bucket holds, not those before it; one more than `bounds`,
    ///     for what exceeds the last.
    ///   - bounds: The upper bounds of the buckets, ascending.
    ///   - sum: Of all values.
    package mutating func histogram(
        _ counts: [Int], bounds: [Double], sum: Double, _ labels: [Label] = []
    ) {
        var total = 0
        for (bound, count) in zip(bounds + [.infinity], counts) {
            total += count
            add("\(family)_bucket")
            add(labels + [("le", Self.text(bound))])
            add(" \(total)\n")
        }
        add("\(family)_sum")
        add(labels)
        add(" \(Self.text(sum))\n\(family)_count")
        add(labels)
        add(" \(total)\n")
    }

    /// A number as the format writes it: whole ones without a fraction, the others with the fewest
    /// digits that read back as the same.
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return "\(whole)" }
        return "\(value)"
    }

    private mutating func add(_ labels: [Label]) {
        guard !labels.isEmpty else { return }
        for (number, label) in labels.enumerated() {
            add(number == 0 ? "{" : ",")
            add("\(label.name)=\"")
            add(escaped: label.value, quotes: true)
            add("\"")
        }
        add("}")
    }

    private mutating func add(_ text: String) { bytes += Array(text.utf8) }

    private mutating func add(escaped text: String, quotes: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): add(#"\\"#)
            case 0x0A: add(#"\n"#)
            case UInt8(ascii: "\"") where quotes: add(#"\""#)
            default: bytes.append(byte)
            }
        }
    }
}
