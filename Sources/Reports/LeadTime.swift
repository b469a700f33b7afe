/// How long before failures a set's readings or events begin to say so.
public struct LeadTime: Sendable, Hashable, Codable {
    /// The length, in the axis' unit.
    public var length: Double
    /// What says so that early.
    public var source: BackTest.Source
    /// The code of the failures that it precedes; nil where it precedes those of all codes.
    public var code: String?
    /// Failures that were looked at for it.
    public var failures: Int
    /// How far it lies above or below other times of the same device before these failures: 0 for as
    /// often above as below, 1 for always beyond all of them.
    public var strength: Double

    /// A length with the source that it was found in.
    package init(
        length: Double, source: BackTest.Source, code: String?, failures: Int, strength: Double
    ) {
        self.length = length
        self.source = source
        self.code = code
        self.failures = failures
        self.strength = strength
    }
}

extension LeadTime: MetadataValue {
    package static let metadataKey = "lead_time"

    package var isPossible: Bool { failures.isPossibleCount && length > 0 && length.isFinite }
}
