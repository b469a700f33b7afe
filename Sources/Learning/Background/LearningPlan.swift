public import Reports
public import Telemetry
import Values

/// What is to be learned of a set without being asked, and whether a model that is there still does.
public struct LearningPlan: Sendable, Hashable, Codable {
    /// What is predicted.
    public let task: PredictionRecipe.Task
    /// How far failures are looked for, in the axis' unit.
    public let horizon: Double
    /// The set's rows now.
    public let rows: Int
    /// The first time that occurs in the set.
    public let start: Double

    /// The lengths that failures are looked for in, in seconds: an hour to a month.
    private static let horizons: [Double] = [3_600, 21_600, 86_400, 604_800, 2_592_000]
    /// A model is learned anew when the rows are this many times those it was taught.
    private static let growth = 1.2

    /// Failures where enough are named on a calendar; lives where they are known to end: where files of
    /// whole lives stand beside such that are cut off, or failures end lives that are counted in
    /// cycles. Nil where nothing is known to end.
    public init?(_ catalog: Catalog, rows: Int) {
        self.rows = rows
        start = catalog.axis.dataRange.lowerBound
        let failures = catalog.codes.reduce(0) { $0 + ($1.kind == .failure ? $1.count : 0) }
        if catalog.axis.isCalendar {
            guard failures > 0, let fitting = Self.horizon(catalog.axis) else { return nil }
            (task, horizon) = (.failure, fitting)
        } else {
            let hasSplit = ["train", "test"].allSatisfy {
                !PredictionTraining.devices(of: catalog, named: $0).isEmpty
            }
            guard catalog.axis.kind == .cycle, !catalog.metrics.isEmpty, hasSplit || failures > 0
            else { return nil }
            (task, horizon) = (.life, catalog.axis.bucketWidth)
        }
    }

    /// The first usual length of two dozen readings or more, within a tenth of the data; an hour where
    /// readings come every minute, a day where they come every hour.
    private static func horizon(_ axis: TimeAxis) -> Double? {
        let span = axis.dataRange.upperBound - axis.dataRange.lowerBound
        return horizons.first { $0 >= 24 * axis.bucketWidth && 10 * $0 <= span }
    }

    /// What is predicted, as reports say it.
    public var quantity: FleetPrediction.Quantity {
        task == .failure ? .failure(within: horizon) : .life
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

    /// What a model's file says of the data that it was taught; see `fits`.
    public var metadata: [String: String] {
        ["set_rows": String(rows), "set_start": String(start)]
    }

    /// Whether a model was taught the same question on these data, or on all but the newest part.
    func fits(_ metadata: [String: String]) -> Bool {
        guard let recipe = PredictionRecipe(metadata: metadata), recipe.task == task,
            task == .life || recipe.horizon == horizon,
            let taught = metadata["set_rows"].flatMap(Int.init), taught > 0, taught <= rows,
            metadata["set_start"] == String(start)
        else { return false }
        return isCovered(by: taught)
    }

    /// Whether there are hardly more rows than when so many were learned from.
    private func isCovered(by taught: Int) -> Bool {
        Double(rows) < Self.growth * Double(taught)
    }

    /// Whether an attempt on earlier data of the set would end as it did then.
    func repeats(_ earlier: LearningPlan) -> Bool {
        task == earlier.task && horizon == earlier.horizon && start == earlier.start
            && earlier.rows <= rows && isCovered(by: earlier.rows)
    }
}
