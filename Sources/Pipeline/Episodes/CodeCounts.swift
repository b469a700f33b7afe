import Analysis
import Telemetry
import Values

/// The events of one code, counted in equal parts of the time that its log covers.
struct CodeCounts: Sendable {
    /// The time that the log covers.
    let known: ClosedRange<Double>
    /// Devices with events, ascending.
    let devices: [Int]
    /// The variance of the fleet's counts as a multiple of that of independent events; at least 1.
    let dispersion: Double
    private let counts: [Int: [Double]]
    private let width: Double
    /// First and last part in which each device is in service, by catalog index.
    private let service: [ClosedRange<Int>]
    /// Events per device and part, over the whole fleet.
    private let usual: Double

    init(_ events: [SetEvents.Event], known: ClosedRange<Double>, readings: SetReadings) {
        let bins = CodeEpisodes.bins
        let width = (known.upperBound - known.lowerBound) / Double(bins)
        self.known = known
        self.width = width
        let place = { (time: Double) in ((time - known.lowerBound) / width).place(in: bins) ?? 0 }
        service = readings.devices.map { device in
            guard let first = device.slots.first, let last = device.slots.last else {
                return 0...bins - 1
            }
            let from = place(readings.time(Int(first)))
            // The last slot too lasts until its end: in wide ones a device would be out of service
            // where its latest events are.
            let to = place(readings.time(Int(last) + 1).nextDown)
            return ClosedRange(between: from, and: to) ?? 0...bins - 1
        }
        var counts: [Int: [Double]] = [:]
        for event in events {
            counts[event.device, default: [Double](repeating: 0, count: bins)][place(event.time)] +=
                Double(event.count)
        }
        self.counts = counts
        devices = counts.keys.sorted()
        let exposure = service.reduce(0.0) { $0 + Double($1.count) }
        usual = Double(events.reduce(0) { $0 + $1.count }) / max(1, exposure)
        dispersion = Self.dispersion(Array(counts.values), bins: bins)
    }

    /// Half the squared difference of neighbouring blocks over their mean, of the devices with most
    /// events: changes of the rate, which are to be found, hardly count. The largest tenth is left
    /// out.
    private static func dispersion(_ counts: [[Double]], bins: Int) -> Double {
        let fullest = counts.sorted { $0.reduce(0, +) > $1.reduce(0, +) }.prefix(20)
        let ratios = fullest.compactMap { counts -> Double? in
            let total = counts.reduce(0, +)
            guard total >= 20 else { return nil }
            // Blocks in which about five events are expected.
            let size = max(1, Int(clamping: 5 * Double(bins) / total))
            let sums = stride(from: 0, to: bins, by: size).map { start in
                counts.dropFirst(start).prefix(size).reduce(0, +)
            }
            let squares = zip(sums.dropFirst(), sums).map { ($0 - $1) * ($0 - $1) / 2 }
                .sorted().dropLast(max(3, sums.count / 10))
            let mean = total / Double(sums.count)
            return mean > 0.2 ? Statistics.mean(Array(squares)) / mean : nil
        }
        return ratios.isEmpty ? 1 : max(1, Statistics.median(ratios))
    }

    func total(_ device: Int) -> Int { Int(clamping: counts[device]?.reduce(0, +) ?? 0) }

    /// The stretch in which a set of devices has most events relative to its own other parts.
    func strongest(_ members: [Int]) -> ScanStatistic.Stretch? {
        var sums = [Double](repeating: 0, count: CodeEpisodes.bins)
        var changes = [Double](repeating: 0, count: CodeEpisodes.bins + 1)
        for device in members {
            changes[service[device].lowerBound] += 1
            changes[service[device].upperBound + 1] -= 1
            guard let own = counts[device] else { continue }
            for bin in own.indices { sums[bin] += own[bin] }
        }
        var alive = 0.0
        let exposure = (0..<CodeEpisodes.bins).map { bin in
            alive += changes[bin]
            // Events also count for a device that is not in service.
            return max(alive, sums[bin] > 0 ? 1 : 0)
        }
        return ScanStatistic.strongest(
            sums, exposure: exposure, prior: (events: 1, exposure: 1 / max(usual, 1e-12)))
    }

    /// The members that have clearly more events in a stretch than in their own other parts.
    func taking(_ members: [Int], _ bins: Range<Int>) -> Set<Int> {
        Set(
            members.filter { device in
                guard let own = counts[device] else { return false }
                let within = own[bins].reduce(0, +)
                let rest = own.reduce(0, +) - within + usual * 20
                let expected =
                    rest / (Double(CodeEpisodes.bins - bins.count) + 20) * Double(bins.count)
                return within >= 1 && within > expected + 2 * expected.squareRoot()
            })
    }

    /// Beginning and end of a stretch; the last part ends with the log.
    func times(_ bins: Range<Int>) -> ClosedRange<Double> {
        let edge = { (bin: Int) in
            bin >= CodeEpisodes.bins ? known.upperBound : known.lowerBound + Double(bin) * width
        }
        return ClosedRange(between: edge(bins.lowerBound), and: edge(bins.upperBound)) ?? known
    }

    /// Length of a stretch in days where times are dates; else in 86,400 units of the axis.
    func days(_ bins: Range<Int>) -> Double {
        max(1e-9, Double(bins.count) * width / Scope.day)
    }
}
