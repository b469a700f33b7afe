extension BackTest {
    /// How good a test must be to be doubted: this much of the error of the plain rule, or this average
    /// precision.
    private static let doubted = (error: 0.1, precision: 0.98)
    /// How many times more the first source must matter than the next one.
    private static let lead = 5.0

    /// The source that a model which is nearly never wrong owes that to, where it is one alone: a person
    /// is to look whether it was known at the time. Nil where nothing is to be doubted.
    public var suspect: Source? {
        guard let importance, let first = importance.first, first.source.kind != .age else {
            return nil
        }
        let next = importance.count > 1 ? importance[1].loss : 0
        let isPerfect =
            if let rmse, let naiveRMSE {
                rmse <= Self.doubted.error * naiveRMSE
            } else {
                averagePrecision ?? 0 >= Self.doubted.precision
            }
        return isPerfect && first.loss >= Self.lead * next ? first.source : nil
    }
}
