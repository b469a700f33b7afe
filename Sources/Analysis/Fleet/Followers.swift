/// Signals that answer others slowly, as an oil's temperature does a load.
enum Followers {
    /// Slots over which an answer may be spread; 0 for at once.
    private static let delays = [0.0, 4, 12, 36, 108]
    /// About how many devices are looked at.
    private static let sample = 5

    /// By signal and other signal, the delay with which the first one follows best; 0 where a delay
    /// does not help.
    ///
    /// - Parameter deviations: By device and signal.
    /// - Complexity: O(devices of the sample · signals² · slots).
    static func lags(_ deviations: [[[Double]]], model: UsualModel) -> [[Double]] {
        let places = stride(
            from: 0, to: deviations.count, by: max(1, deviations.count / sample))
        let devices = places.map { deviations[$0].map { $0.filled() } }
        let signals = model.sorts.indices
        let slots = Double(model.group.slotCount)
        return Concurrent.map(signals.count) { signal -> [Double] in
            signals.map { other in
                guard signal != other, model.sorts[signal] == .gauge,
                    model.explaining.contains(other)
                else { return 0 }
                let agreement = delays.map { delay in
                    devices.reduce(0) {
                        $0 + abs(correlation($1[signal], $1[other].smoothed(over: delay)))
                    } / Double(max(1, devices.count))
                }
                let best = agreement.indices.max { agreement[$0] < agreement[$1] } ?? 0
                let helps = agreement[best] > agreement[0] + 0.05 && agreement[best] > 0.3
                return helps && slots > 20 * delays[best] ? delays[best] : 0
            }
        }
    }

    /// Pearson's correlation of two series of one length without missing values; 0 where one is
    /// constant.
    static func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let count = Double(max(1, a.count))
        let meanA = a.reduce(0, +) / count
        let meanB = b.reduce(0, +) / count
        var ab = 0.0
        var aa = 0.0
        var bb = 0.0
        for (x, y) in zip(a, b) {
            ab += (x - meanA) * (y - meanB)
            aa += (x - meanA) * (x - meanA)
            bb += (y - meanB) * (y - meanB)
        }
        return aa > 1e-18 && bb > 1e-18 ? ab / (aa * bb).squareRoot() : 0
    }
}

extension [Double] {
    /// Means of each `width` values in a row; NaN for a block without any. An incomplete last block
    /// is left out.
    func blockMeans(_ width: Int) -> [Double] {
        self[...].blockMeans(width)
    }
}

extension ArraySlice<Double> {
    /// As for an array. Each block is summed by itself, so that equal values have exactly their own
    /// mean.
    func blockMeans(_ width: Int) -> [Double] {
        let width = Swift.max(1, width)
        return stride(from: startIndex, through: endIndex - width, by: width).map { first in
            var (sum, known) = (0.0, 0)
            for value in self[first..<first + width] where !value.isNaN {
                sum += value
                known += 1
            }
            return known > 0 ? sum / Double(known) : .nan
        }
    }
}
