/// The codings of `Accept-Encoding` with their weights (RFC 9110 §12.5.3).
struct AcceptedCodings {
    private var weights: [(name: ArraySlice<UInt8>, weight: Int)] = []

    /// What cannot be read is passed over: then the content goes as it is, which all understand.
    init(_ headers: HeaderFields) {
        for member in headers.members(of: "Accept-Encoding") {
            let parts = member.split(
                separator: UInt8(ascii: ";"), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first?.trimmingBlanks, !name.isEmpty,
                let weight = parts.count == 1 ? 1000 : Self.weight(parts[1].trimmingBlanks)
            else { continue }
            weights.append((name, weight))
        }
    }

    /// The weight of a coding in thousandths, 0 where it is refused; nil where it is not named.
    func weight(of coding: String) -> Int? {
        weights.first { $0.name.equalsIgnoringCase(coding) }?.weight
    }

    /// `q=` and a number from 0 to 1 with at most three decimals (§12.4.2).
    private static func weight(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.prefix(2).equalsIgnoringCase("q=") else { return nil }
        let digits = Array(bytes.dropFirst(2))
        guard let whole = digits.first, whole == 0x30 || whole == 0x31, digits.count <= 5,
            digits.count == 1 || digits[1] == UInt8(ascii: ".")
        else { return nil }
        var weight = Int(whole - 0x30)
        for index in 2..<5 {
            let digit = index < digits.count ? digits[index] : 0x30
            guard digit.isDigit else { return nil }
            weight = weight * 10 + Int(digit - 0x30)
        }
        return weight <= 1000 ? weight : nil
    }
}
