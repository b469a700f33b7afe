import Analysis
import Telemetry
import Values

/// Which repairs renew the part that a failure code names.
///
/// Repairs of the same name do. Without any, a repair code that comes right after failures of this
/// code, and hardly after those of others, belongs to the part whatever its name; one that follows
/// failures of several codes repairs whatever has just failed.
struct RepairMatch: Sendable, Hashable {
    /// Codes of repairs that always renew the part.
    var renewing: Set<Int> = []
    /// Codes of repairs that renew it only right after its failure.
    var following: Set<Int> = []

    /// Whether no repair of the part is known.
    var isEmpty: Bool { renewing.isEmpty && following.isEmpty }

    /// Of the repairs right after failures, the share that must follow this code's for a repair to
    /// belong to the part alone.
    private static let exclusive = 0.8
    /// A repair code follows failures by more than chance below this p-value.
    private static let chance = 0.001

    /// - Complexity: O(repair codes).
    init(of failure: CodeRef, repairs: [CodeRef], aftermaths: RepairAftermaths) {
        let name = Self.normalised(failure.name)
        renewing = Set(repairs.filter { Self.normalised($0.name) == name }.map(\.index))
        guard renewing.isEmpty, !name.isEmpty else { return }
        for repair in repairs {
            guard let after = aftermaths.counts[repair.index],
                let own = after.failures[failure.index], own > 0,
                let share = aftermaths.share(of: failure.index),
                let chance = Binomial(trials: after.total, probability: share),
                chance.upperTail(own) < Self.chance
            else { continue }
            let all = after.failures.values.reduce(0, +)
            if Double(own) >= Self.exclusive * Double(all) {
                renewing.insert(repair.index)
            } else {
                following.insert(repair.index)
            }
        }
    }

    /// The name's letters and digits, in lower case.
    static func normalised(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

/// How often repairs come right after failures, by the codes of both.
struct RepairAftermaths: Sendable {
    /// The repairs of one code.
    struct Count: Sendable {
        var total = 0
        /// By failure code, repairs right after such a failure.
        var failures: [Int: Int] = [:]
    }

    /// By repair code.
    private(set) var counts: [Int: Count] = [:]
    /// Number of failures by failure code.
    private var failures: [Int: Int] = [:]
    private let exposure: Double
    /// How soon a repair must follow to come right after a failure, in the axis' unit.
    private let window: Double

    /// `window` as a share of a device's mean time between failures.
    private static let part = 0.1

    /// - Parameters:
    ///   - events: By device, in order of time; a failure precedes a repair at the same time.
    ///   - kind: The kind of a code.
    ///   - exposure: How long all devices together were watched.
    init(_ events: [[DeviceSeries.Event]], kind: (Int) -> EventKind, exposure: Double) {
        self.exposure = exposure
        for event in events.joined() where kind(event.code) == .failure {
            failures[event.code, default: 0] += 1
        }
        let all = failures.values.reduce(0, +)
        window = all > 0 ? Self.part * exposure / Double(all) : 0
        for device in events { count(device, kind) }
    }

    private mutating func count(_ events: [DeviceSeries.Event], _ kind: (Int) -> EventKind) {
        var last: [Int: Double] = [:]
        for event in events {
            if kind(event.code) == .failure {
                last[event.code] = event.time
                continue
            }
            counts[event.code, default: Count()].total += 1
            let latest = last.values.max() ?? -.infinity
            guard event.time - latest <= window else { continue }
            for (code, time) in last where time == latest {
                counts[event.code, default: Count()].failures[code, default: 0] += 1
            }
        }
    }

    /// The share of the time that is right after failures of a code: the probability that a repair
    /// at random falls there. Nil where nothing was watched.
    func share(of failure: Int) -> Double? {
        guard exposure > 0 else { return nil }
        return min(1, Double(failures[failure] ?? 0) * window / exposure)
    }
}
