import Models
import Reports
import Telemetry

extension ModelPanel.LifeCourse {
    /// Points of a course at most.
    static let pointLimit = 60

    /// The predictions of a model at a device's rows, thinned evenly so that the last is included,
    /// and the precedents most like the device.
    ///
    /// - Parameters:
    ///   - values: One per entry of `times`; those that are not finite are left out.
    /// - Throws: What the source throws.
    init(
        times: [Double], values: [Double], of device: Int, model: TaughtModel,
        source: any TelemetrySource
    ) throws {
        let test = BackTest(metadata: model.metadata) ?? BackTest(rows: 0)
        let step = max(1, (values.count + Self.pointLimit - 2) / (Self.pointLimit - 1))
        let rows = stride(from: values.count - 1, through: 0, by: -step).reversed()
            .filter { values[$0].isFinite }
        self.init(
            points: rows.map {
                Point(
                    time: times[$0], left: max(0, values[$0]),
                    range: test.interval(around: values[$0]))
            }, precedents: try Precedents(model, source: source).nearest(to: device))
    }
}
