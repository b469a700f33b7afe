extension BackTest {
    /// A test this good is doubted: an error of at most this share of the plain rule's, or at least
    /// this average precision.
    private static let doubted = (error: 0.1, precision: 0.98)
    /// How many times as much the first source must matter as the next one.
    private static let lead = 5.0

    /// The one source that a nearly perfect model owes its success to; a person should check
    /// whether it was known at the time. Nil where the test is not too good to be true, or several
    /// sources share the merit.
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
