public import Reports
public import Telemetry
import Values

/// What is to be learned of a set without being asked, and whether a model that is there still does.
public struct LearningPlan: Sendable, Hashable, Codable {
    /// What is predicted.
    public let task: PredictionRecipe.Task
    /// How far a person wants failures to be looked for, in the axis' unit; nil for as far as the data
    /// show signs of them.
    public var horizon: Double?
    /// How far they are looked for where the data show none.
    private let usual: Double
    /// The set's rows now.
    public let rows: Int
    /// The first and the last time that occur in the set.
    private let start: Double
    private let end: Double

    /// A model is learned anew when the rows are this many times those it was taught.
    private static let growth = 1.2

    /// Failures where enough are named on a calendar; lives where they are known to end: where files of
    /// whole lives stand beside such that are cut off, or failures end lives that are counted in
    /// cycles. Nil where nothing is known to end.
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

    /// What is predicted, as reports say it: with a usual horizon until the data have been asked.
    public var quantity: FleetPrediction.Quantity {
        task == .failure ? .failure(within: horizon ?? usual) : .life
    }

    /// `risk-<set>.onnx` and `life-<set>.onnx`: of the tasks in their order.
    static func fileNames(of set: String) -> [String] {
        ["risk", "life"].map { ModelPanels.fileName($0, set) }
    }

    /// The name of the model's file.
    func fileName(of set: String) -> String {
        Self.fileNames(of: set)[task == .failure ? 0 : 1]
    }

    /// Whether a model was learned in the background.
    static func isOrigin(of metadata: [String: String]) -> Bool { metadata["set_rows"] != nil }

    /// The last time that a model was taught; nil for one that was not learned in the background.
    static func end(of metadata: [String: String]) -> Double? {
        metadata["set_end"].flatMap(Double.init)
    }

    /// What a model's file says of the data that it was taught; see `fits`.
    public var metadata: [String: String] {
        [
            "set_rows": String(rows), "set_start": String(start), "set_end": String(end),
            "horizon_by": horizon == nil ? "data" : "choice",
        ]
    }

    /// Whether a model was taught the same question on these data, or on all but the newest part.
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

    /// Whether there are hardly more rows than when so many were learned from.
    private func isCovered(by taught: Int) -> Bool {
        Double(rows) < Self.growth * Double(taught)
    }

    /// Whether an attempt on earlier data of the set would end as it did then.
    func repeats(_ earlier: LearningPlan) -> Bool {
        task == earlier.task && horizon == earlier.horizon && usual == earlier.usual
            && start == earlier.start && earlier.rows <= rows && isCovered(by: earlier.rows)
    }
}
