import Telemetry
import Values

/// A few devices that hold far more events than all others.
struct HotSpot {
    /// The devices, the one with most events first.
    let devices: [DeviceRef]
    let share: Double
    let total: Int

    /// The least share of all events that these devices must hold.
    static let least = 0.1
    /// How many times the events of the next device the last of them must have.
    static let drop = 3.0

    /// `nil` where no device stands out, below 10 devices and below 20 events. The cut is at the
    /// sharpest drop among the first five; without one, where they hold a quarter and five times
    /// their part.
    init?(_ counts: [Int], devices: [DeviceRef]) {
        let total = counts.reduce(0, +)
        let order = counts.indices.filter { !devices[$0].isPlaceholder }
            .sorted { (counts[$1], $0) < (counts[$0], $1) }
        guard counts.count >= 10, total >= 20, order.count > 5 else { return nil }
        var covered = 0
        let sums = order.prefix(5).map { index in
            covered += counts[index]
            return Double(covered) / Double(total)
        }
        let drops = (0..<5).map {
            Double(counts[order[$0]]) / Double(max(1, counts[order[$0 + 1]]))
        }
        let fair = { (place: Int) in 5 * Double(place + 1) / Double(counts.count) }
        let sharp = (0..<5).filter {
            drops[$0] >= Self.drop && sums[$0] >= max(Self.least, fair($0))
        }.max { drops[$0] < drops[$1] }
        guard let place = sharp ?? (0..<5).first(where: { sums[$0] >= max(0.25, fair($0)) })
        else { return nil }
        self.devices = order.prefix(place + 1).map { devices[$0] }
        share = sums[place]
        self.total = total
    }
}

extension DeviceRef {
    /// Whether the name stands for no device at all, such as `null` or `unknown`.
    var isPlaceholder: Bool {
        let word = name.lowercased()
        return ["null", "none", "nil", "na", "n/a", "nan", "-", "?"].contains(word)
            || word.hasPrefix("unknown")
    }
}
