import Analysis
import Telemetry
import Values

/// The time before failures of one device, compared with its other times.
struct ApproachView {
    let history: DeviceHistory
    let lengths: [Double]
    let range: ClosedRange<Double>
    let until: Double

    private static let day = 86_400.0

    /// `ranks[band][source]`, readings before codes: the rank among other times, from −1 (below
    /// all) to 1 (above all); NaN where it is not known, and empty for bands that cannot be
    /// compared.
    func ranks(before failure: Double) -> [[Double]] {
        lengths.indices.map { band in
            // With another failure as near, its own signs or aftermath would be seen.
            guard failure - lengths[band] >= range.lowerBound,
                !hasFailure(from: failure - lengths[band], before: failure)
            else { return [] }
            let others = otherTimes(than: failure, away: lengths[band]).map { values($0, band) }
            guard others.count >= LeadTimeSearch.leastOtherTimes else { return [] }
            let found = values(failure, band)
            return found.indices.map { source in
                Self.rank(found[source], among: others.map { $0[source] })
            }
        }
    }

    /// Times that are whole days (in short sets, fortieths of the data) away from a failure, and
    /// neither in the aftermath of one nor within `length` before one.
    private func otherTimes(than failure: Double, away length: Double) -> [Double] {
        let end = min(range.upperBound, until)
        let span = end - range.lowerBound
        let unit = span >= 20 * Self.day ? Self.day : span / Double(LeadTimeSearch.otherTimes)
        let count = max(1, (span / unit / Double(LeadTimeSearch.otherTimes)).rounded(.up))
        let step = unit * count
        guard step > 0, step.isFinite else { return [] }
        let first = ((range.lowerBound + length - failure) / step).rounded(.up)
        return stride(from: failure + first * step, through: end, by: step).filter {
            abs($0 - failure) >= step / 2 && !hasFailure(from: $0 - length, before: $0 + length)
        }
    }

    private func hasFailure(from start: Double, before end: Double) -> Bool {
        let place = history.failures.indices.partitionPoint {
            history.failures[$0] < start
        }
        return place < history.failures.count && history.failures[place] < end
    }

    /// Per reading its mean in one band before a time, per code the events in that band and all
    /// nearer ones.
    private func values(_ time: Double, _ band: Int) -> [Double] {
        let (near, far) = (band > 0 ? lengths[band - 1] : 0, lengths[band])
        let end = history.known.count(upTo: time - near)
        let readings = min(history.known.count(upTo: time - far), end)..<end
        return history.signals.map { $0?.mean(readings) ?? .nan }
            + history.events.map {
                // What happens at the time of the failure is no sign of it.
                let times = $0
                let bound = times.indices.partitionPoint { times[$0] < time }
                let start = times.indices.partitionPoint { times[$0] < time - far }
                return Double(max(0, bound - start))
            }
    }

    private static func rank(_ value: Double, among others: [Double]) -> Double {
        let known = others.filter(\.isFinite)
        guard value.isFinite, known.count >= LeadTimeSearch.leastOtherTimes else { return .nan }
        let below = known.count { $0 < value }
        let above = known.count { $0 > value }
        return Double(below - above) / Double(known.count)
    }
}
