import CKernels

/// The products of a pattern with all stretches of a series.
enum SlidingProducts {
    /// The sum of products with each stretch as long as the pattern, in the order of their
    /// beginnings; none where the series is shorter than the pattern, or the pattern is empty.
    ///
    /// - Complexity: O(values × pattern).
    static func products(of pattern: [Double], along values: [Double]) -> [Double] {
        guard !pattern.isEmpty, values.count >= pattern.count else { return [] }
        var products = [Double](repeating: 0, count: values.count - pattern.count + 1)
        unsafe ck_series_slide(values, values.count, pattern, pattern.count, &products)
        return products
    }
}
