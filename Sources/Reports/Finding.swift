public import Values

/// Something worth saying, with its numbers; the sentence is made from the phrase table.
public struct Finding: Sendable, Hashable {
    /// Good or bad news, or neither.
    public enum Tone: Sendable, Hashable { case bad, good, neutral }

    /// What sort it is.
    public var kind: Kind
    /// Whether it is good or bad news.
    public var tone: Tone
    /// Orders findings: the gravest first.
    public var weight: Double

    /// Makes a finding.
    public init(_ kind: Kind, tone: Tone, weight: Double) {
        self.kind = kind
        self.tone = tone
        self.weight = weight
    }

    /// What was found.
    public enum Kind: Sendable, Hashable {
        /// So many devices have an open episode; at an ordinary time it is `ordinary`.
        case devicesOut(count: Int, total: Int, ordinary: Double, at: Double)
        case episode(Episode)
        /// Events of a kind (or one code) changed between the recent span and the one before.
        case eventsChanged(
            EventKind, code: CodeRef?, Compared, p: Double, topDevices: [DeviceRef],
            topShare: Double)
        case eventsLevel(EventKind, Compared, p: Double)
        /// The level of a rate changed for good at a time; rates per device and day (or unit).
        case rateShift(
            EventKind, code: CodeRef?, at: Double, before: Double, after: Double, p: Double)
        /// `never` names the devices that did not fail, where they are few.
        case mostFailures(
            DeviceRef, count: Int, withoutAny: Int, never: [DeviceRef] = [])
        case mostErrors(DeviceRef, count: Int, median: Double)
        /// Few devices hold a large share of the rows that are marked.
        case labelledAt([DeviceRef], share: Double, total: Int)
        /// Marked rows differ from the others in these readings.
        case labelledDiffer([ReadingDifference], count: Int, total: Int)
        /// Share of marked rows for each value of an attribute, the highest first.
        case labelledRates(attribute: String, [LabelledShare])
        /// A stretch with far more events than before and after it.
        case wave(EventKind, EventWave)
        /// A reading shifts in the days before failures of a code.
        case beforeFailure(MetricRef, CodeRef, FailureSign)
        /// Readings that never change.
        case constant([MetricRef])
        /// One of a few devices lies apart from all others in these readings.
        case apartOfFew(DeviceRef, [ReadingDifference])
        /// A reading that follows the year; months from 0.
        case yearlyPattern(
            MetricRef, highest: Int, lowest: Int, high: Double, low: Double, p: Double)
        /// Years that the data hold in part only.
        case partYears([PartYear])
        /// Devices with one value of an attribute differ in a reading.
        case groupApart(
            attribute: String, value: String, MetricRef, mean: Double, others: Double, devices: Int,
            z: Double)
        /// Few devices hold a large share of the events.
        case concentration(EventKind, devices: [DeviceRef], share: Double, total: Int)
        /// Devices whose names begin alike hold far more than an even share; most events first.
        case nameGroups([NameGroup], total: Int)
        /// A repeating pattern; `strength` is the explained share of variance, `peak` the hour (0-23) or weekday (0 = Monday).
        case dailyPattern(MetricRef, strength: Double, peakHour: Int, amplitude: Double)
        case weeklyPattern(
            MetricRef, strength: Double, highestDay: Int, lowestDay: Int, amplitude: Double)
        case hotHour(EventKind, hour: Int, share: Double, times: Double)
        /// A code is seen before failures of a code far more often than by chance.
        case precursor(
            code: CodeRef, failure: CodeRef, share: Double, followed: Double, chance: Double,
            hours: Double)
        case noPrecursor(failures: Int)
        /// Single readings far off, back to normal at the next.
        case glitches(MetricRef, count: Int, devices: [DeviceRef])
        case missing(MetricRef, share: Double, count: Int)
        case refusedCells(count: Int, rows: Int)
        /// The files that can hold a kind of event begin or end within the period; `nil` where they
        /// do not. Nothing is known of such events before and after.
        case logSpan(EventKind, from: Double?, to: Double?)
        /// Rows years away from all others, which are left out of the period.
        case strayRows(count: Int, at: Double)
        case correlated(MetricRef, MetricRef, r: Double)
        /// The stretch with most events of a kind.
        case busiest(from: Double, to: Double, EventKind, count: Int, ordinary: Double)
        case nothingUnusual(devices: Int)
    }
}
