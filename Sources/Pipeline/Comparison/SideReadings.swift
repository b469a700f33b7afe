import Reports
import Telemetry
import Values

/// What one device read and told on one side of a comparison.
struct SideReadings {
    /// By metric and block.
    let blocks: [[Double]]
    /// By metric and step of the drawing.
    let lines: [[Double]]
    /// By code of the catalog and block.
    let counts: [Int: [Int]]

    /// - Throws: What the source throws.
    init(
        _ device: Int, _ side: ComparisonReport.Side, _ frame: ComparisonFrame,
        _ source: any TelemetrySource
    ) throws {
        let series = try source.series(of: device, Filter(from: side.from, to: side.to))
        let grid = BlockMeans(from: side.from, width: frame.block, count: frame.blocks)
        blocks = grid.means(series)
        lines = BlockMeans(from: side.from, width: frame.step, count: frame.steps).means(series)
        let codes = Set(series.events.map(\.code))
        counts = Dictionary(
            codes.map { ($0, grid.counts(series.events, of: $0)) },
            uniquingKeysWith: { first, _ in first })
    }
}
