import Analysis
import Models
import Telemetry

extension ModelPanels {
    /// Rows that a model is fitted on at most, spread evenly over all devices and their time.
    public static let trainingLimit = 50_000

    /// Fits an autoencoder on the readings of all devices and stores it beside the other models.
    ///
    /// The same data give the same file.
    ///
    /// - Returns: The file's name.
    /// - Throws: `ModelError`, also where there are too few rows; what the source throws.
    public func train(on pipeline: Pipeline) throws -> String {
        let catalog = pipeline.source.catalog
        return try manager.train(
            on: try Self.trainingRows(pipeline), names: catalog.metrics.map(\.name),
            period: Self.period(catalog), named: Self.fileName("autoencoder", catalog.name)
        ).entry.name
    }

    /// The same autoencoder as the bytes of a file.
    ///
    /// - Throws: as `train(on:)`.
    public static func anomalyModel(of pipeline: Pipeline) throws -> [UInt8] {
        let catalog = pipeline.source.catalog
        let model = try PCAAutoencoder().fit(
            try trainingRows(pipeline), names: catalog.metrics.map(\.name))
        return model.onnx(period: period(catalog))
    }

    private static func period(_ catalog: Catalog) -> (from: String, to: String) {
        let scope = Scope(catalog: catalog, choice: Choice())
        let range = catalog.axis.dataRange
        return (scope.timeLabel(range.lowerBound), scope.timeLabel(range.upperBound))
    }

    private static func trainingRows(_ pipeline: Pipeline) throws -> FeatureMatrix {
        let catalog = pipeline.source.catalog
        let share = max(1, trainingLimit / max(1, catalog.devices.count))
        var rows: [[Double]] = []
        for (index, device) in catalog.devices.enumerated() {
            let readings = try DeviceReadings(
                DeviceRef(index: index, name: device.name), pipeline, limit: .max)
            let step = max(1, readings.times.count / share)
            for row in stride(from: 0, to: readings.times.count, by: step) {
                let values = Array(readings.matrix.row(row))
                if values.allSatisfy(\.isFinite) { rows.append(values) }
            }
        }
        guard !rows.isEmpty else { throw ModelError.tooFewRows(found: 0, needed: 1) }
        return try FeatureMatrix(rows: rows)
    }

    /// `<kind>-<set>.onnx` with nothing in it that a file system could mind.
    static func fileName(_ kind: String, _ set: String) -> String {
        let safe = set.unicodeScalars.prefix(60).map { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || scalar == "-" || scalar == "_" ? Character(scalar) : "_"
        }
        return "\(kind)-\(String(safe)).onnx"
    }
}
