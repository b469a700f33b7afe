/// How an autoencoder of normal operation was selected: which of two models, one linear and one a
/// network, reconstructs held-out rows better, and which rows were excluded as outliers. Kept in
/// the model's file, under the keys of `CodingKeys`.
public struct AutoencoderSelection: Sendable, Hashable, Codable {
    /// Rows without a gap that were offered for training.
    public var rows: Int
    /// Of these, rows left out as outliers.
    public var leftOut: Int
    /// Names of the devices all of whose rows were left out.
    public var devicesLeftOut: [String]
    /// Held-out rows, on which neither model was fitted.
    public var heldOutRows: Int
    /// The share of the held-out rows' variance that principal components do not explain; nil where
    /// there were too few rows to compare.
    public var linearError: Double?
    /// The same for the network.
    public var networkError: Double?
    /// Units of each layer of the network, the number of columns first; empty where none was
    /// fitted.
    public var widths: [Int]

    /// Whether the network was kept; principal components are where it is not better, or nothing
    /// was compared.
    public var keepsNetwork: Bool {
        guard let linearError, let networkError else { return false }
        return networkError < linearError
    }

    /// The widths are those of the layers, the number of columns first; nil errors mean that
    /// nothing was compared.
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

    /// Reads the selection from a model file's metadata; nil where there is none, or an impossible
    /// one.
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
