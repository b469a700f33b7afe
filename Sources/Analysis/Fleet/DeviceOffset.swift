/// How far one device's signal lies from what its peers have at the same times, over the whole
/// record and in even parts of it.
struct DeviceOffset: Sendable {
    /// The mean over the record; NaN unless more than a fifth of it is known.
    let whole: Double
    /// The mean of each part; NaN unless more than a fifth of the part is known.
    let parts: [Double]

    /// Parts in each of which an offset must be seen that holds all along: a level that changed
    /// once, as after a new set point, leaves at least one of four without most of it.
    static let partCount = 4

    static let unknown = DeviceOffset([], isExplained: [])

    /// - Parameters:
    ///   - difference: By slot, own reading less that of the peers; NaN where missing.
    ///   - isExplained: Slots of troubles, which do not show how the device usually is.
    /// - Complexity: O(slots).
    init(_ difference: [Double], isExplained: [Bool]) {
        let count = difference.count
        let mean = { (slots: Range<Int>) -> Double in
            var sum = 0.0
            var known = 0.0
            for slot in slots where !difference[slot].isNaN && !isExplained[slot] {
                sum += difference[slot]
                known += 1
            }
            return 5 * known > Double(slots.count) ? sum / known : .nan
        }
        whole = mean(0..<count)
        parts = (0..<Self.partCount).map {
            mean(($0 * count / Self.partCount)..<(($0 + 1) * count / Self.partCount))
        }
    }
}
