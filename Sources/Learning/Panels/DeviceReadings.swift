import Analysis
import Pipeline
import Telemetry
import Values

/// One device's readings at the finest bucket as rows of features, for models.
struct DeviceReadings: Sendable {
    let metrics: [MetricRef]
    let times: [Double]
    /// One row per bucket, one column per metric of the catalog; NaN where a metric was not read.
    let matrix: FeatureMatrix

    var names: [String] { metrics.map(\.name) }

    /// The latest `limit` rows of the device.
    ///
    /// - Throws: What the source throws; `AnalysisError` where there are no readings.
    init(
        _ device: DeviceRef, _ pipeline: AnalysisPipeline, limit: Int = ModelPanels.rowLimit
    ) throws {
        let catalog = pipeline.source.catalog
        metrics = catalog.metricRefs
        let series = try pipeline.source.series(of: device.index, Filter())
        let first = max(0, series.times.count - limit)
        times = Array(series.times[first...])
        matrix = try FeatureMatrix(
            rowCount: times.count, columnCount: metrics.count,
            values: (first..<series.times.count).flatMap { row in
                series.metrics.map { $0[row].count > 0 ? $0[row].mean : .nan }
            })
    }
}
