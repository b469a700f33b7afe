/// Whether cells look like times in any form: tells columns that are not understood from free text.
enum TimeLikeness {
    /// Share of the filled cells that look like a date or a time of day, 0…1; 0 without any.
    ///
    /// `isNamed`: the column's name speaks of time, so that plain numbers count as well.
    static func share(of cells: some Collection<[UInt8]>, isNamed: Bool) -> Double {
        let filled = cells.filter { !$0.isEmpty }
        guard !filled.isEmpty else { return 0 }
        let count = filled.count { looksLikeTime($0, isNamed: isNamed) }
        return Double(count) / Double(filled.count)
    }

    /// Whether a cell has a clock time, units of time, or a year with other numbers or words, and
    /// not too much else.
    static func looksLikeTime(_ cell: [UInt8], isNamed: Bool = false) -> Bool {
        guard (4...80).contains(cell.count), let elements = TimeElement.all(of: cell) else {
            return false
        }
        let numbers = elements.filter { $0.kind == .number }
        let words = elements.count { $0.kind == .word }
        guard (1...9).contains(numbers.count), words <= 9,
            numbers.allSatisfy({ $0.digits <= 17 })
        else { return false }
        if hasClock(elements) || hasUnits(elements) { return true }
        let hasYear = numbers.contains { $0.digits == 4 && (1300...2600).contains($0.value) }
        if hasYear, numbers.count + words >= 2, numbers.count <= 7 { return true }
        guard isNamed else { return false }
        return numbers.count >= 3
            || [5, 6, 7, 8, 10, 11, 12, 13, 14, 17].contains(numbers[0].digits)
            || numbers.count == 2 && words > 0
    }

    /// Whether two digits below 60 follow a colon, with at most four before it: `9:50`.
    private static func hasClock(_ elements: [TimeElement]) -> Bool {
        elements.indices.dropFirst().dropLast().contains { index in
            elements[index].kind == .sign && elements[index].value == 0x3A
                && elements[index + 1].kind == .number && elements[index + 1].digits == 2
                && elements[index + 1].value < 60 && elements[index - 1].kind == .number
                && elements[index - 1].digits <= 4
        }
    }

    /// Whether it is like `9時50分` or `2024年3月`.
    private static func hasUnits(_ elements: [TimeElement]) -> Bool {
        let units = elements.filter { $0.kind == .word && TimeWords.units[$0.text] != nil }
        return units.count >= 2 && units.contains { ($0.text.utf8.first ?? 0) >= 0x80 }
    }
}
