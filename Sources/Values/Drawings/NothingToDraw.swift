/// Why there is no drawing.
package enum NothingToDraw: Error, Sendable, Equatable {
    /// There are no rows, points or parts.
    case noData
    /// There are rows, but none of them has a value.
    case allMissing(count: Int)
    /// A pie shows at most five parts; use sorted bars.
    case tooManyParts(count: Int, limit: Int)
    /// Shares need a total above zero and no negative part.
    case noShares
}
