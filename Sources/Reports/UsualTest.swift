/// How what is usual was learned: which of two models gave rows it had not seen back better, and
/// which rows were left out. Kept in the model's file.
public struct UsualTest: Sendable, Hashable, Codable {
    /// Whole rows that were given.
    public var rows: Int
    /// Of these, how many were left out as far off.
    public var leftOut: Int
    /// The devices that were left out as a whole.
    public var devicesLeftOut: [String]
    /// Rows that neither model was fitted on.
    public var heldRows: Int
    /// The share of the variance of these that principal components do not explain; nil where
    /// there were too few rows to compare.
    public var linearError: Double?
    /// The same of the network.
    public var networkError: Double?
    /// The number of columns, and of units of each layer of the network.
    public var widths: [Int]

    /// The network is the one that was kept.
    public var keepsNetwork: Bool {
        guard let linearError, let networkError else { return false }
        return networkError < linearError
    }

    /// Tells how a model was chosen.
    public init(
        rows: Int, leftOut: Int, devicesLeftOut: [String], heldRows: Int, linearError: Double?,
        networkError: Double?, widths: [Int]
    ) {
        self.rows = rows
        self.leftOut = leftOut
        self.devicesLeftOut = devicesLeftOut
        self.heldRows = heldRows
        self.linearError = linearError
        self.networkError = networkError
        self.widths = widths
    }

    /// Reads what a model's file says.
    public init?(metadata: [String: String]) {
        guard let found = Self.read(metadata) else { return nil }
        self = found
    }
}

extension UsualTest: MetadataValue {
    package static let metadataKey = "usual"

    package var isPossible: Bool {
        ([rows, leftOut, heldRows] + widths).allSatisfy(\.isPossibleCount)
    }
}
