public import Reports
public import Telemetry
import Values

/// Which model is to be learned of a set without being asked, and whether an existing one still
/// fits.
public struct LearningPlan: Sendable, Hashable, Codable {
    /// What the model is to predict.
    public let task: PredictionRecipe.Task
    /// How far ahead a person wants failures predicted, in the axis' unit; nil = as far as the data
    /// show signs of them.
    public var horizon: Double?
    /// The horizon where the data show no signs.
    private let usual: Double
    /// Rows of the set now.
    public let rows: Int
    /// First and last time in the set, in the axis' unit.
    private let start: Double
    private let end: Double

    /// A model is learned anew when the set has this many times the rows it was taught.
    private static let growth = 1.2

    /// Failures, where a calendar has some and is long enough; remaining life, where ends are
    /// known: where files named `train…` and `test…` hold whole and cut lives, or failures end
    /// lives counted in cycles. Nil where nothing is known to end.
    public init?(_ catalog: Catalog, rows: Int) {
        self.rows = rows
        (start, end) = (catalog.axis.dataRange.lowerBound, catalog.axis.dataRange.upperBound)
        let failures = catalog.codes.reduce(0) { $0 + ($1.kind == .failure ? $1.count : 0) }
        if catalog.axis.isCalendar {
            guard failures > 0, let fitting = PredictionTraining.usualHorizon(catalog.axis)
            else { return nil }
            (task, usual) = (.failure, fitting)
        } else {
            let hasSplit = ["train", "test"].allSatisfy {
                !PredictionTraining.devices(of: catalog, named: $0).isEmpty
            }
            guard catalog.axis.kind == .cycle, !catalog.metrics.isEmpty, hasSplit || failures > 0
            else { return nil }
            (task, usual) = (.life, catalog.axis.bucketWidth)
        }
    }

    /// The quantity as reports name it; without a chosen horizon the usual one, until the data have
    /// been asked.
    public var quantity: FleetPrediction.Quantity {
        task == .failure ? .failure(within: horizon ?? usual) : .life
    }

    /// `risk-<set>.onnx` for failures and `life-<set>.onnx` for remaining life.
    static func fileNames(of set: String) -> [String] {
        ["risk", "life"].map { ModelPanels.fileName($0, set) }
    }

    /// Name of the model's file, by task.
    func fileName(of set: String) -> String {
        Self.fileNames(of: set)[task == .failure ? 0 : 1]
    }

    /// Whether a model was learned in the background, by its metadata.
    static func isOrigin(of metadata: [String: String]) -> Bool { metadata["set_rows"] != nil }

    /// The end of the data that a model was taught; nil for one not learned in the background.
    static func end(of metadata: [String: String]) -> Double? {
        metadata["set_end"].flatMap(Double.init)
    }

    /// Metadata that describe the data taught, for `fits`.
    public var metadata: [String: String] {
        [
            "set_rows": String(rows), "set_start": String(start), "set_end": String(end),
            "horizon_by": horizon == nil ? "data" : "choice",
        ]
    }

    /// Whether a model was taught the same question on these data, or on all but their newest part.
    func fits(_ metadata: [String: String]) -> Bool {
        guard isSameQuestion(metadata), let taught = metadata["set_rows"].flatMap(Int.init),
            taught > 0, taught <= rows, metadata["set_start"] == String(start)
        else { return false }
        return isCovered(by: taught)
    }

    private func isSameQuestion(_ metadata: [String: String]) -> Bool {
        guard let recipe = PredictionRecipe(metadata: metadata), recipe.task == task else {
            return false
        }
        guard task == .failure else { return true }
        return horizon.map { $0 == recipe.horizon } ?? (metadata["horizon_by"] == "data")
    }

    /// Whether there are hardly more rows than those taught.
    private func isCovered(by taught: Int) -> Bool {
        Double(rows) < Self.growth * Double(taught)
    }

    /// Whether learning would fail as it did on an earlier state of the set.
    func repeats(_ earlier: LearningPlan) -> Bool {
        task == earlier.task && horizon == earlier.horizon && usual == earlier.usual
            && start == earlier.start && earlier.rows <= rows && isCovered(by: earlier.rows)
    }
}
