/// How long before failures a set's readings or events begin to announce them.
public struct LeadTime: Sendable, Hashable, Codable {
    /// The lead, in the axis' unit; above 0.
    public var length: Double
    /// The reading or code that announces failures that early.
    public var source: BackTest.Source
    /// Code of the failures announced; nil for failures of all codes.
    public var code: String?
    /// Failures of these codes that were compared.
    public var failures: Int
    /// How far the source lies above or below other times of the same device before these failures:
    /// 0 = as often above as below, 1 = always beyond all of them.
    public var strength: Double

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
