import Values

/// A value of a style sheet for programs that know neither custom properties nor colour functions,
/// as librsvg: `var()`, `light-dark()` and `color-mix()` are worked out.
struct StyleValue {
    let tokens: [String: String]
    let isDark: Bool

    /// The most `var()` within each other.
    private static let depthLimit = 8

    /// The value without functions; nil where one of them cannot be worked out.
    func resolved(_ value: String) -> String? { resolved(value[...], depth: 0) }

    private func resolved(_ value: Substring, depth: Int) -> String? {
        guard depth <= Self.depthLimit else { return nil }
        guard let call = Call(in: value) else { return String(value) }
        let inner: String?
        switch call.name {
        case "var":
            let name = StyleSheet.trimmed(call.arguments.first ?? "").dropFirst(2)
            inner = tokens[String(name)].flatMap { resolved($0[...], depth: depth + 1) }
        case "light-dark":
            guard call.arguments.count == 2 else { return nil }
            let chosen = call.arguments[isDark ? 1 : 0]
            inner = resolved(StyleSheet.trimmed(chosen)[...], depth: depth + 1)
        default: inner = mixed(call.arguments, depth: depth + 1)
        }
        guard let inner, let rest = resolved(value[call.range.upperBound...], depth: depth) else {
            return nil
        }
        return value[..<call.range.lowerBound] + inner + rest
    }

    /// `color-mix(in srgb, A p%, B)`.
    private func mixed(_ arguments: [Substring], depth: Int) -> String? {
        guard arguments.count == 3, StyleSheet.trimmed(arguments[0]) == "in srgb",
            let first = resolved(StyleSheet.trimmed(arguments[1])[...], depth: depth),
            let second = resolved(StyleSheet.trimmed(arguments[2])[...], depth: depth)
        else { return nil }
        let parts = first.split(separator: " ")
        guard parts.count == 2, parts[1].hasSuffix("%"), let percent = Double(parts[1].dropLast()),
            let one = Self.channels(String(parts[0])), let other = Self.channels(second)
        else { return second == "transparent" ? parts.first.map(String.init) : nil }
        let share = min(max(percent / 100, 0), 1)
        return "#"
            + zip(one, other).map { a, b in
                let mean = (Double(a) * share + Double(b) * (1 - share)).rounded()
                let digits = String(UInt8(clamping: Int(clamping: mean)), radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// Red, green and blue of `#rrggbb`.
    private static func channels(_ colour: String) -> [UInt8]? {
        guard colour.hasPrefix("#"), colour.utf8.count == 7,
            let value = UInt32(colour.dropFirst(), radix: 16)
        else { return nil }
        return [16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// The first call of one of the functions in a value.
    private struct Call {
        let name: String
        let arguments: [Substring]
        let range: Range<Substring.Index>

        init?(in value: Substring) {
            let starts = ["var", "light-dark", "color-mix"].compactMap { name in
                value.firstRange(of: name + "(").map { (name, $0) }
            }
            guard let (name, start) = starts.min(by: { $0.1.lowerBound < $1.1.lowerBound }) else {
                return nil
            }
            var depth = 1
            guard
                let end = value[start.upperBound...].indices.first(where: { index in
                    if value[index] == "(" { depth += 1 }
                    if value[index] == ")" { depth -= 1 }
                    return depth == 0
                })
            else { return nil }
            self.name = name
            arguments = StyleSheet.split(value[start.upperBound..<end], at: ",")
            range = start.lowerBound..<value.index(after: end)
        }
    }
}
