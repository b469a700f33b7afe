import Analysis
import Values

/// What the record tells of one part: when it was watched, when it failed and when it was renewed.
struct PartRecord: Sendable, Hashable {
    /// Index in the catalog.
    let device: Int
    /// When failures of the part could be told of.
    let watched: ClosedRange<Double>
    /// Failures within it, rising.
    var failures: [Double]
    /// Repairs that make the part new, also before it was watched, rising.
    var renewals: [Double]
    /// Repairs that make the part new only where it has just failed: they follow failures of other
    /// parts as well. Rising.
    var repairs: [Double] = []
    /// The age of the part when it was first watched, where that is known.
    var firstAge: Double?
}

/// One life of a part, as far as it was seen.
struct PartLife: Sendable, Hashable {
    /// How a life ended.
    enum End: Sendable, Hashable { case failure, replacement, atWork }

    /// Index in the catalog.
    let device: Int
    /// When its clock was started; nil where that is not known.
    let start: Double?
    /// When it was first watched.
    let from: Double
    /// When it ended or was last seen.
    let to: Double
    let end: End

    /// In ages; nil without a known start, or where nothing was watched of it.
    ///
    /// - Parameter isEvent: Which end counts as a failure.
    func lifetime(_ isEvent: (End) -> Bool = { $0 == .failure }) -> Lifetime? {
        start.flatMap {
            Lifetime(entry: max(0, from - $0), exit: to - $0, isFailure: isEvent(end))
        }
    }
}
