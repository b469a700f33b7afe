/// Why a period cannot be shown.
package enum PeriodProblem: Sendable, Hashable, CaseIterable {
    /// It ends before it begins.
    case reversed
    /// No data lie in it.
    case outside
    /// Dates on an axis of cycles or rows, or the other way round.
    case otherUnit
}
