public import Values

/// Something worth saying, with its numbers; a phrase table turns it into a sentence.
public struct Finding: Sendable, Hashable {
    /// Good or bad news, or neither.
    public enum Tone: Sendable, Hashable { case bad, good, neutral }

    /// What was found, with the numbers that say it.
    public var kind: Kind
    /// Whether it is good or bad news.
    public var tone: Tone
    /// Findings are listed by descending weight, about 0…100.
    public var weight: Double

    /// A finding of some weight, about 0…100.
    public init(_ kind: Kind, tone: Tone, weight: Double) {
        self.kind = kind
        self.tone = tone
        self.weight = weight
    }

    /// What was found. Times are in the axis' unit, shares 0…1, rates per device and day (or unit).
    public enum Kind: Sendable, Hashable {
        /// `count` devices have an open episode; the median over the period is `ordinary`.
        case devicesOut(count: Int, total: Int, ordinary: Double, at: Double)
        case episode(Episode)
        /// Events of a kind, or of one code, changed between the recent span and the one before;
        /// `topDevices` hold `topShare` of the recent ones.
        case eventsChanged(
            EventKind, code: CodeRef?, Compared, p: Double, topDevices: [DeviceRef],
            topShare: Double)
        case eventsLevel(EventKind, Compared, p: Double)
        /// The level of a rate, events per device and day, changed for good at a time; `devices` are
        /// those that it is of.
        case rateShift(
            EventKind, code: CodeRef?, at: Double, before: Double, after: Double, devices: Int,
            p: Double)
        /// `withoutAny` devices did not fail; `never` names them where they are at most three.
        case mostFailures(
            DeviceRef, count: Int, withoutAny: Int, never: [DeviceRef] = [])
        case mostErrors(DeviceRef, count: Int, median: Double)
        /// A few devices hold a large share of the marked rows.
        case labelledAt([DeviceRef], share: Double, total: Int)
        /// `count` marked rows of `total` differ from the others in these readings.
        case labelledDiffer([ReadingDifference], count: Int, total: Int)
        /// The share of marked rows for each value of an attribute, the highest first.
        case labelledRates(attribute: String, [LabelledShare])
        /// A stretch with far more events than before and after it.
        case wave(EventKind, EventWave)
        /// A reading shifts in the days before failures of a code.
        case beforeFailure(MetricRef, CodeRef, FailureSign)
        case constant([MetricRef])
        /// One of a few devices lies apart from all others in these readings.
        case apartOfFew(DeviceRef, [ReadingDifference])
        /// A reading that follows the year; months count from 0.
        case yearlyPattern(
            MetricRef, highest: Int, lowest: Int, high: Double, low: Double, p: Double)
        /// Years of which the data hold only some months.
        case partYears([PartYear])
        /// Devices with one value of an attribute differ in a reading by `z` robust standard
        /// deviations.
        case groupApart(
            attribute: String, value: String, MetricRef, mean: Double, others: Double, devices: Int,
            z: Double)
        /// A few devices hold a large share of the events.
        case concentration(EventKind, devices: [DeviceRef], share: Double, total: Int)
        /// One group of devices with names that begin alike holds far more than an even share; most
        /// events first.
        case nameGroups([NameGroup], total: Int)
        /// A daily pattern; `strength` is the explained share of variance, `peakHour` 0…23,
        /// `amplitude` highest minus lowest.
        case dailyPattern(MetricRef, strength: Double, peakHour: Int, amplitude: Double)
        case weeklyPattern(
            MetricRef, strength: Double, highestDay: Int, lowestDay: Int, amplitude: Double)
        case hotHour(EventKind, hour: Int, share: Double, times: Double)
        /// A code is seen before `share` of a code's failures, within `hours`, far more often than
        /// by chance.
        case precursor(
            code: CodeRef, failure: CodeRef, share: Double, followed: Double, chance: Double,
            hours: Double)
        case noPrecursor(failures: Int)
        /// Single readings far off, back to normal at the next.
        case glitches(MetricRef, count: Int, devices: [DeviceRef])
        case missing(MetricRef, share: Double, count: Int)
        case refusedCells(count: Int, rows: Int)
        /// Files that can hold a kind of event begin or end within the period; `nil` where they do
        /// not. Nothing is known of such events before and after.
        case logSpan(EventKind, from: Double?, to: Double?)
        /// Rows far in time from all others, left out of the period; `at` is the furthest of them.
        case strayRows(count: Int, at: Double)
        case correlated(MetricRef, MetricRef, r: Double)
        /// The calendar month with most events of a kind; `ordinary` is the median month.
        case busiest(from: Double, to: Double, EventKind, count: Int, ordinary: Double)
        case nothingUnusual(devices: Int)
    }
}

extension Finding {
    /// Whether it says what readings always follow, the day, the week, the year or one another, which
    /// is no news.
    public var isCycle: Bool {
        switch kind {
        case .dailyPattern, .weeklyPattern, .yearlyPattern, .correlated: true
        default: false
        }
    }
}
