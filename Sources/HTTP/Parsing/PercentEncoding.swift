/// Percent-encoding (RFC 3986 §2.1).
enum PercentEncoding {
    /// Decodes once; nil where a percent sign is not followed by two hexadecimal digits.
    static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = false) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            if byte == .percent {
                guard let high = iterator.next()?.hexDigitValue,
                    let low = iterator.next()?.hexDigitValue
                else { return nil }
                result.append(high << 4 | low)
            } else {
                result.append(plusIsSpace && byte == UInt8(ascii: "+") ? .space : byte)
            }
        }
        return result
    }
}
