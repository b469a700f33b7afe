/// The readings of one device in equal steps of time, as subsequences are compared.
package struct SteppedRecord: Sendable {
    /// Consecutive steps without a long gap.
    package struct Segment: Sendable {
        /// The number of its first step; all records count from the same moment.
        package let start: Int
        /// By reading a value for each step, NaN where there is none; empty for a reading without
        /// any value.
        package let columns: [[Double]]
        /// How many steps it has.
        package let count: Int

        /// All columns that are not empty have `count` values.
        package init(start: Int, columns: [[Double]], count: Int) {
            self.start = start
            self.columns = columns
            self.count = count
        }
    }

    /// In order of time.
    package let segments: [Segment]
    /// By reading the median of its values, which is the device's usual one; NaN without values.
    package let usual: [Double]

    /// More values do not change a median noticeably.
    private static let sample = 4_096

    /// - Complexity: O(segments × readings), with at most some thousand values of each reading.
    package init(_ segments: [Segment], readings: Int) {
        self.segments = segments
        usual = (0..<readings).map { reading in
            Statistics.median(Self.sample(segments, reading).filter { !$0.isNaN })
        }
    }

    /// Values of a reading from all over the record.
    private static func sample(_ segments: [Segment], _ reading: Int) -> [Double] {
        let step = max(1, segments.reduce(0) { $0 + $1.count } / sample)
        var values: [Double] = []
        var rest = 0
        for segment in segments where !segment.columns[reading].isEmpty {
            let column = segment.columns[reading]
            values += stride(from: rest, to: column.count, by: step).map { column[$0] }
            rest = (step - (column.count - rest) % step) % step
        }
        return values
    }

    /// Differences of neighbouring values of a reading, from all over the record.
    func changes(of reading: Int) -> [Double] {
        let step = max(1, segments.reduce(0) { $0 + $1.count } / Self.sample)
        return segments.flatMap { segment -> [Double] in
            let column = segment.columns[reading]
            return stride(from: 1, to: column.count, by: step).compactMap { place in
                let change = column[place] - column[place - 1]
                return change.isNaN ? nil : abs(change)
            }
        }
    }
}
