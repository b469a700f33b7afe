extension BinaryInteger {
    /// The decimal digits with leading zeros up to a length: `007`. Only for numbers of at least 0.
    package func padded(to length: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, length - digits.utf8.count)) + digits
    }
}
