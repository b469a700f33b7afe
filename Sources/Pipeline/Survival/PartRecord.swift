import Analysis
import Values

/// What the record tells about one part: when it was watched, when it failed and when it was
/// renewed. Times are in the axis' unit.
struct PartRecord: Sendable, Hashable {
    let device: Int
    /// The time in which its failures could be recorded.
    let watched: ClosedRange<Double>
    /// Failures within `watched`, ascending.
    var failures: [Double]
    /// Repairs that always renew the part, also before it was watched; ascending.
    var renewals: [Double]
    /// Repairs that renew the part only where it has just failed, as they follow failures of other
    /// parts as well; ascending.
    var repairs: [Double] = []
    /// Age of the part at the beginning of `watched`; nil where it is not known.
    var firstAge: Double?
}

/// One life of a part, as far as it was watched.
struct PartLife: Sendable, Hashable {
    enum End: Sendable, Hashable { case failure, replacement, atWork }

    let device: Int
    /// When the part was new; nil where that is not known.
    let start: Double?
    /// When it was first watched.
    let from: Double
    /// When it ended or was last seen.
    let to: Double
    let end: End

    /// The life in ages; nil without a known start, or where nothing of it was watched.
    ///
    /// - Parameter isEvent: The ends that count as failures.
    func lifetime(_ isEvent: (End) -> Bool = { $0 == .failure }) -> Lifetime? {
        start.flatMap {
            Lifetime(entry: max(0, from - $0), exit: to - $0, isFailure: isEvent(end))
        }
    }
}
