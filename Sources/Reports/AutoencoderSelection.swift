/// How an autoencoder of normal operation was selected: which of two reconstructs held-out rows
/// better, and which rows were excluded as outliers. Kept in the model's file, under the keys of
/// `CodingKeys`.
public struct AutoencoderSelection: Sendable, Hashable, Codable {
    /// Whole rows that were given.
    public var rows: Int
    /// Of these, how many were left out as outliers.
    public var leftOut: Int
    /// The devices that were left out as a whole.
    public var devicesLeftOut: [String]
    /// Held-out rows, on which neither model was fitted.
    public var heldOutRows: Int
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

    /// Makes one from its parts.
    public init(
        rows: Int, leftOut: Int, devicesLeftOut: [String], heldOutRows: Int, linearError: Double?,
        networkError: Double?, widths: [Int]
    ) {
        self.rows = rows
        self.leftOut = leftOut
        self.devicesLeftOut = devicesLeftOut
        self.heldOutRows = heldOutRows
        self.linearError = linearError
        self.networkError = networkError
        self.widths = widths
    }

    private enum CodingKeys: String, CodingKey {
        case rows, leftOut, devicesLeftOut, linearError, networkError, widths
        case heldOutRows = "heldRows"
    }

    /// Reads what a model's file says.
    public init?(metadata: [String: String]) {
        guard let found = Self.read(metadata) else { return nil }
        self = found
    }
}

extension AutoencoderSelection: MetadataValue {
    package static let metadataKey = "usual"

    package var isPossible: Bool {
        ([rows, leftOut, heldOutRows] + widths).allSatisfy(\.isPossibleCount)
    }
}
