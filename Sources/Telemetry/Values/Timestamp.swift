private import CKernels
import Values

/// A moment as a cell tells it.
struct ParsedTimestamp: Equatable {
    /// Seconds since 1970-01-01 00:00: in UTC where `isAbsolute`, else on the wall clock.
    var seconds: Double
    /// The cell has an offset from UTC, or counts in UTC from an epoch.
    var isAbsolute: Bool
}

/// Parses the times of one column, all in one form.
struct TimestampParser: Sendable {
    let form: TimeFormat.Form
    private let count: TimeCount?
    private let layout: LayoutParser?
    /// Separates beginning and end where a cell is an interval; the beginning is read.
    private let intervalSign: [UInt8]
    /// Seconds since 1970 from which durations are counted.
    private let origin: Double
    private let number = CountParser()

    init(_ form: TimeFormat.Form) {
        self.init(TimeFormat(form: form, pattern: ""))
    }

    init(_ format: TimeFormat) {
        form = format.form
        count = TimeCount(format)
        origin = format.origin ?? 0
        intervalSign = Array((format.intervalSign ?? "").utf8)
        layout = format.layout.map(LayoutParser.init)
    }

    /// The time in a cell; `nil` where it has none in this form. There is none for dates that do
    /// not exist (30 February), hours above 24 and years outside 1900...2261. 24:00 is on the next
    /// day, a leap second is the first second of the next minute.
    func parse(_ cell: Span<UInt8>) -> ParsedTimestamp? {
        let whole = cell.extracting(cell.trimmedRange)
        let cell = whole.extracting(..<lengthOfBeginning(whole))
        switch form {
        case .yearFirst, .dayFirst, .monthFirst: return numericDate(cell)
        case .compact: return compact(cell)
        case .monthName: return MonthNameTime.parse(cell)
        case .layout: return layout?.parse(cell)
        case .clockNumber: return ClockNumber.parse(cell)
        case .clockNumberWithSeconds: return ClockNumber.parse(cell, hasSeconds: true)
        case .epochSeconds, .epochMilliseconds, .epochMicroseconds, .epochNanoseconds,
            .excelSerial1900, .excelSerial1904, .macSeconds, .fileTime, .dotNetTicks, .matlabDays,
            .julianDay, .modifiedJulianDay, .elapsed:
            return counted(cell)
        case .duration:
            return ElapsedText.seconds(cell).map {
                ParsedTimestamp(seconds: origin + $0, isAbsolute: false)
            }
        case .timeOfDay:
            var index = 0
            // `10.20.1.11` is an address, no clock with a fraction.
            guard cell.indices.count(where: { cell[$0] == 0x2E }) < 3,
                let clock = ClockTime(cell, &index), index == cell.count, clock.zone == nil,
                clock.hasMinutes
            else { return nil }
            return ParsedTimestamp(seconds: clock.seconds, isAbsolute: false)
        }
    }

    /// Bytes before the sign of an interval; all of them without one.
    private func lengthOfBeginning(_ cell: Span<UInt8>) -> Int {
        guard let first = intervalSign.first, cell.count > intervalSign.count else {
            return cell.count
        }
        let starts = 0...(cell.count - intervalSign.count)
        return starts.first { start in
            cell[start] == first
                && intervalSign.indices.allSatisfy { cell[start + $0] == intervalSign[$0] }
        } ?? cell.count
    }

    private func numericDate(_ cell: Span<UInt8>) -> ParsedTimestamp? {
        var index = 0
        guard let first = cell.integer(&index, maximum: 4), let sign = cell.byte(at: index),
            sign == 0x2D || sign == 0x2E || sign == 0x2F
        else { return nil }
        index += 1
        guard let second = cell.integer(&index, maximum: 2), cell.byte(at: index) == sign
        else { return nil }
        index += 1
        guard let third = cell.integer(&index, maximum: 4) else { return nil }
        let date: Int?
        switch form {
        case .yearFirst where first.digits == 4 && third.digits <= 2:
            date = Self.days(year: first.value, month: second.value, day: third.value)
        case .dayFirst where first.digits <= 2:
            date = Self.days(year: third, month: second.value, day: first.value)
        case .monthFirst where first.digits <= 2:
            date = Self.days(year: third, month: first.value, day: second.value)
        default: date = nil
        }
        guard let date else { return nil }
        return Self.time(on: date, cell, &index)
    }

    private func compact(_ cell: Span<UInt8>) -> ParsedTimestamp? {
        var index = 0
        guard let date = cell.integer(&index, maximum: 8), date.digits == 8,
            let days = Self.days(
                year: date.value / 10_000, month: date.value / 100 % 100, day: date.value % 100)
        else { return nil }
        if index == cell.count {
            return ParsedTimestamp(seconds: Double(days) * 86_400, isAbsolute: false)
        }
        if let byte = cell.byte(at: index),
            byte | 0x20 == 0x74 || byte == 0x20 || byte == 0x2D || byte == 0x5F
        {
            index += 1
        }
        guard let clock = ClockTime(compact: cell, &index), index == cell.count else { return nil }
        return clock.moment(on: days)
    }

    private func counted(_ cell: Span<UInt8>) -> ParsedTimestamp? {
        guard let count, let value = number.value(cell), let seconds = count.seconds(of: value)
        else { return nil }
        return ParsedTimestamp(seconds: seconds, isAbsolute: count.isUTC)
    }

    /// The time after a date: midnight where nothing follows, else a separator and a time of day.
    static func time(on days: Int, _ cell: Span<UInt8>, _ index: inout Int) -> ParsedTimestamp? {
        if index == cell.count {
            return ParsedTimestamp(seconds: Double(days) * 86_400, isAbsolute: false)
        }
        guard let sign = cell.byte(at: index),
            sign | 0x20 == 0x74 || [0x20, 0x09, 0x2C, 0x2D, 0x3A, 0x5F].contains(sign)
        else { return nil }
        index += 1
        cell.skipBlanks(&index)
        guard let clock = ClockTime(cell, &index), index == cell.count else { return nil }
        return clock.moment(on: days)
    }

    /// Days since 1970, of a year with four digits or two: 69 to 99 are 1969 to 1999 (POSIX).
    static func days(year: (value: Int, digits: Int), month: Int, day: Int) -> Int? {
        switch year.digits {
        case 4: days(year: year.value, month: month, day: day)
        case 2: days(year: year.value + (year.value < 69 ? 2_000 : 1_900), month: month, day: day)
        default: nil
        }
    }

    /// Days since 1970; `nil` where there is no such date, and outside the years 1900...2261.
    static func days(year: Int, month: Int, day: Int) -> Int? {
        guard (1_900...2_261).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let length = ck_csv_month_length(
            Int32(truncatingIfNeeded: year), Int32(truncatingIfNeeded: month))
        guard day <= Int(length) else { return nil }
        return CivilDate(year: year, month: month, day: day).daysSince1970
    }
}

/// Hours and minutes as one number, such as `950`, `0950` and `2400`; with seconds `95000`.
enum ClockNumber {
    /// Seconds since midnight; `nil` where the number is no time of day. `hasSeconds`: short
    /// numbers end with the second, too; those of five or six digits always do.
    static func parse(_ cell: Span<UInt8>, hasSeconds: Bool = false) -> ParsedTimestamp? {
        var index = 0
        guard let number = cell.integer(&index, maximum: 6), index == cell.count else { return nil }
        let isLong = hasSeconds || number.digits > 4
        let minutes = isLong ? number.value / 100 : number.value
        let second = isLong ? number.value % 100 : 0
        guard minutes % 100 <= 59, second <= 59, number.value <= (isLong ? 240_000 : 2_400) else {
            return nil
        }
        let seconds = minutes / 100 * 3_600 + minutes % 100 * 60 + second
        return ParsedTimestamp(seconds: Double(seconds), isAbsolute: false)
    }
}
