import Telemetry
import Values

/// The slices of a chosen period and those before it, from which bands are learned.
struct BandHistory: Sendable {
    /// All slices, the period's at the end.
    let grid: SliceGrid
    /// Number of slices before the period.
    let before: Int

    /// Both end with the same slices.
    init(_ history: [TimeSlice], before period: SliceGrid) {
        grid = SliceGrid(history)
        before = max(0, grid.count - period.count)
    }
}
