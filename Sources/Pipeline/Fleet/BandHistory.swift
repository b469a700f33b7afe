import Telemetry
import Values

/// The slices of a chosen period together with those before it, from which bands are learned.
struct BandHistory: Sendable {
    /// All slices, the period's at the end.
    let grid: SliceGrid
    /// How many lie before the period.
    let before: Int

    /// Slices that begin with those of `history` and end with those of `period`.
    init(_ history: [TimeSlice], before period: SliceGrid) {
        grid = SliceGrid(history)
        before = max(0, grid.count - period.count)
    }
}
