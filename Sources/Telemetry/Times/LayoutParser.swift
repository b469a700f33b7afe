import Values

/// Parses times of one layout, place by place.
///
/// One pass over the bytes, without allocations.
struct LayoutParser: Sendable {
    private struct Step {
        var field: TimeLayout.Field
        var limit = 19
        var sign = 0
        /// The cell may end before this place: only a clock time, its seconds or a zone would
        /// follow.
        var mayEnd = false
        var words = WordTable([:])
    }

    private let steps: [Step]
    private let assumed: TimeLayout.AssumedYear?
    private let hasDate: Bool
    private let zones = Self.zoneWords
    private static let zoneWords = WordTable(ZoneWords.offsets)

    init(_ layout: TimeLayout) {
        assumed = layout.assumedYear
        hasDate = layout.hasDate
        let ends = Self.ends(layout)
        steps = layout.parts.enumerated().map { index, part in
            var step = Step(field: part.field, limit: part.digits ?? 19)
            step.mayEnd = ends.contains(index)
            switch part.field {
            case .sign: step.sign = part.texts.first?.utf8.first.map(Int.init) ?? 0
            case .word: step.words = WordTable(part.texts)
            case .monthName: step.words = WordTable(layout.months)
            case .weekdayName: step.words = WordTable(layout.weekdays)
            case .half: step.words = WordTable(layout.halves)
            default: break
            }
            return step
        }
    }

    /// The places before which a cell may end: where the date is complete and only the clock
    /// follows, or only seconds, zone and words.
    private static func ends(_ layout: TimeLayout) -> Set<Int> {
        let fields = layout.parts.map(\.field)
        let rest: Set<TimeLayout.Field> = [.second, .fraction, .zone, .sign, .word]
        let clock = rest.union([.hour, .minute, .half])
        return Set(
            fields.indices.filter { index in
                guard index > 0 else { return false }
                let tail = fields[index...]
                if tail.allSatisfy({ $0 == .zone || $0 == .word }) { return true }
                if tail.allSatisfy(rest.contains), fields[..<index].contains(.minute) {
                    return !layout.has(.half)
                }
                return layout.hasDate && tail.contains(.hour) && tail.allSatisfy(clock.contains)
                    && !fields[..<index].contains { $0 == .half }
            })
    }

    /// The time in a cell; `nil` where it is not written in this layout.
    func parse(_ cell: Span<UInt8>) -> ParsedTimestamp? {
        fields(cell)?.time(hasDate: hasDate, assumed: assumed)
    }

    /// The fields of a cell; `nil` where it is not written in this layout.
    func fields(_ cell: Span<UInt8>) -> LayoutFields? {
        var index = 0
        var parts = LayoutFields()
        for step in steps {
            if step.field == .zone {
                guard zone(cell, &index, into: &parts) || step.mayEnd else { return nil }
                continue
            }
            guard let token = TimeScanner.next(cell, &index, limit: step.limit) else {
                guard step.mayEnd else { return nil }
                break
            }
            guard take(token, step, into: &parts) else { return nil }
            if step.field == .second { fraction(cell, &index, into: &parts) }
        }
        TimeScanner.skipBlanks(cell, &index)
        return index == cell.count ? parts : nil
    }

    private func take(
        _ token: TimeToken, _ step: Step, into parts: inout LayoutFields
    ) -> Bool {
        switch token.kind {
        case .sign: return step.field == .sign && token.value == step.sign
        case .word:
            guard let number = step.words.number(of: token) else { return false }
            switch step.field {
            case .monthName: parts.month = number
            case .half: parts.half = number
            case .weekdayName: parts.weekday = number
            case .word: break
            default: return false
            }
            return true
        case .number:
            guard step.limit == 19 || token.digits == step.limit else { return false }
            return parts.take(token, step.field)
        }
    }

    /// Reads a point, comma or semicolon with digits after the second.
    private func fraction(
        _ cell: Span<UInt8>, _ index: inout Int, into parts: inout LayoutFields
    ) {
        guard let sign = cell.byte(at: index), sign == 0x2E || sign == 0x2C || sign == 0x3B,
            let next = cell.byte(at: index + 1), next &- 0x30 < 10
        else { return }
        index += 1
        if let token = TimeScanner.next(cell, &index, limit: 15) { parts.fraction = token.fraction }
        while let byte = cell.byte(at: index), byte &- 0x30 < 10 { index += 1 }
    }

    /// Reads `Z`, `UTC`, `CET`, `+0100`, `GMT-7`; false, and nothing read, where there is none.
    private func zone(
        _ cell: Span<UInt8>, _ index: inout Int, into parts: inout LayoutFields
    ) -> Bool {
        var probe = index
        guard var token = TimeScanner.next(cell, &probe) else { return false }
        if token.kind == .word {
            guard let offset = zones.number(of: token) else { return false }
            parts.offset = offset
            index = probe
            guard let next = TimeScanner.next(cell, &probe) else { return true }
            token = next
        }
        guard token.kind == .sign, token.value == 0x2B || token.value == 0x2D,
            let hours = TimeScanner.next(cell, &probe), hours.kind == .number, hours.isGlued
        else { return parts.offset != nil }
        var minutes =
            hours.digits > 2 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
        if cell.byte(at: probe) == 0x3A, hours.digits <= 2 {
            probe += 1
            guard let rest = TimeScanner.next(cell, &probe), rest.digits == 2, rest.value < 60
            else { return false }
            minutes += rest.value
        }
        guard minutes <= 15 * 60, hours.digits <= 4, hours.digits != 3 else { return false }
        parts.offset = (parts.offset ?? 0) + minutes * (token.value == 0x2D ? -60 : 60)
        index = probe
        return true
    }
}

extension TimeToken {
    /// The digits as a decimal fraction: `25` is 0.25.
    var fraction: Double {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        return Double(value) / scale
    }
}
