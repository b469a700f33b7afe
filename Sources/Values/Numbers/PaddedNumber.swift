extension BinaryInteger {
    /// The decimal digits with zeros before them up to a length: `007`. For numbers that are not
    /// negative.
    package func padded(to length: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, length - digits.utf8.count)) + digits
    }
}
