/// Walks through the events of all devices in time order and keeps the sums that the mean
/// cumulative function and its variance need.
///
/// Device i contributes (A_i - G(t))² to the variance, A_i being 1/n(t) summed over its events
/// plus G at its start, and G the events of all devices, each divided by n(t)²; after its end its
/// part is frozen. Sums of A_i and A_i² over the devices at risk therefore suffice.
struct CumulativeAccumulator {
    struct Moment {
        let time: Double
        let atRisk: Int
        let events: Int
        let mean: Double
        let error: Double
    }

    private let histories: [EventHistory]
    private let starts: [Int]
    private let ends: [Int]
    private let events: [(time: Double, device: Int)]
    private var nextStart = 0
    private var nextEnd = 0
    private var nextEvent = 0
    private var own: [Double]
    private var sum = 0.0
    private var sumOfSquares = 0.0
    private var frozen = 0.0
    private var mean = 0.0
    private var expected = 0.0

    init(_ histories: [EventHistory]) {
        self.histories = histories
        starts = histories.indices.sorted { histories[$0].start < histories[$1].start }
        ends = histories.indices.sorted { histories[$0].end < histories[$1].end }
        events = histories.enumerated()
            .flatMap { device, history in history.events.map { (time: $0, device: device) } }
            .sorted { ($0.time, $0.device) < ($1.time, $1.device) }
        own = [Double](repeating: 0, count: histories.count)
    }

    /// The next distinct event time, or nil at the end.
    mutating func next() -> Moment? {
        guard nextEvent < events.count else { return nil }
        let time = events[nextEvent].time
        // A device is at risk in (start, end]: those that end now still count, those that start
        // now do not yet.
        while nextStart < starts.count, histories[starts[nextStart]].start < time { enter() }
        while nextEnd < ends.count, histories[ends[nextEnd]].end < time { leave() }
        let atRisk = nextStart - nextEnd
        var count = 0
        while nextEvent < events.count, events[nextEvent].time == time {
            add(1 / Double(atRisk), to: events[nextEvent].device)
            count += 1
            nextEvent += 1
        }
        mean += Double(count) / Double(atRisk)
        expected += Double(count) / (Double(atRisk) * Double(atRisk))
        let active =
            sumOfSquares - 2 * expected * sum + Double(atRisk) * expected * expected
        return Moment(
            time: time, atRisk: atRisk, events: count, mean: mean,
            error: max(0, active + frozen).squareRoot())
    }

    private mutating func enter() {
        add(expected, to: starts[nextStart])
        nextStart += 1
    }

    private mutating func leave() {
        let device = ends[nextEnd]
        let part = own[device] - expected
        frozen += part * part
        sum -= own[device]
        sumOfSquares -= own[device] * own[device]
        nextEnd += 1
    }

    private mutating func add(_ amount: Double, to device: Int) {
        let before = own[device]
        own[device] = before + amount
        sum += amount
        sumOfSquares += (before + amount) * (before + amount) - before * before
    }
}
