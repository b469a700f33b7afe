import Analysis
public import Models
public import Pipeline
public import Reports
import Telemetry
public import Values

/// An autoencoder learned from the readings of all devices, and how it was selected.
///
/// The same data give the same file.
public struct TrainedAutoencoder: Sendable {
    /// Rows that are learned from, approximately; evenly chosen over all devices and their time.
    public static let rowLimit = 50_000

    /// The model that was kept: principal components or a network.
    public let model: any ReconstructionModel

    /// How it was selected.
    public let selection: AutoencoderSelection

    /// The rows it was learned from: those without gaps.
    let rows: FeatureMatrix
    private let period: (from: String, to: String)

    /// Learns from the set of a pipeline.
    ///
    /// - Parameter progress: Called now and then with the share of the work done, 0…1; throws to
    ///   cancel.
    /// - Throws: `ModelError`, also where there are too few rows; what the source throws.
    public init(
        _ pipeline: AnalysisPipeline, progress: (Double) throws(ModelError) -> Void = { _ in }
    ) throws {
        let catalog = pipeline.source.catalog
        let (rows, devices) = try Self.rows(pipeline)
        let found = try AutoencoderTraining().fit(
            rows, names: catalog.metrics.map(\.name), groups: devices, progress: progress)
        model = found.model
        self.rows = rows
        selection = AutoencoderSelection(
            rows: found.rows, leftOut: found.leftOut,
            devicesLeftOut: found.groupsLeftOut.map { catalog.devices[$0].name },
            heldOutRows: found.heldOutRows,
            linearError: found.networkError.map { _ in found.linearError },
            networkError: found.networkError, widths: found.widths)
        let scope = Scope(catalog: catalog, choice: Choice())
        let range = catalog.axis.dataRange
        period = (scope.timeLabel(range.lowerBound), scope.timeLabel(range.upperBound))
    }

    /// The model as an `.onnx` file with its selection in the metadata.
    public func onnx() -> [UInt8] {
        model.onnx(period: period, metadata: [AutoencoderSelection.metadataKey: selection.json])
    }

    private static func rows(
        _ pipeline: AnalysisPipeline
    ) throws -> (rows: FeatureMatrix, devices: [Int]) {
        let catalog = pipeline.source.catalog
        let share = max(1, rowLimit / max(1, catalog.devices.count))
        var rows: [[Double]] = []
        var devices: [Int] = []
        for (index, device) in catalog.devices.enumerated() {
            let readings = try DeviceReadings(
                DeviceRef(index: index, name: device.name), pipeline, limit: .max)
            let step = max(1, readings.times.count / share)
            for row in stride(from: 0, to: readings.times.count, by: step) {
                let values = Array(readings.matrix.row(row))
                guard values.allSatisfy(\.isFinite) else { continue }
                rows.append(values)
                devices.append(index)
            }
        }
        guard !rows.isEmpty else { throw ModelError.tooFewRows(found: 0, needed: 1) }
        return (try FeatureMatrix(rows: rows), devices)
    }
}
