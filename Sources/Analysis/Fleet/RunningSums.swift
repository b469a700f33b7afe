/// Sums and counts of a series up to each place, so that the mean of any stretch is O(1).
struct RunningSums: Sendable {
    /// Up to each place, so one more than the series has values; as are `counts`.
    let sums: [Double]
    let counts: [Int32]

    /// NaN is not counted. O(n).
    init(_ values: [Double]) {
        var sums = [Double](repeating: 0, count: values.count + 1)
        var counts = [Int32](repeating: 0, count: values.count + 1)
        var sum = 0.0
        var count: Int32 = 0
        for (place, value) in values.enumerated() {
            if !value.isNaN {
                sum += value
                count += 1
            }
            sums[place + 1] = sum
            counts[place + 1] = count
        }
        self.sums = sums
        self.counts = counts
    }

    var length: Int { sums.count - 1 }

    func sum(_ range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound] }

    func count(_ range: Range<Int>) -> Int {
        Int(counts[range.upperBound] - counts[range.lowerBound])
    }

    /// NaN for a stretch without values.
    func mean(_ range: Range<Int>) -> Double {
        let known = count(range)
        return known > 0 ? sum(range) / Double(known) : .nan
    }
}

extension [Double] {
    /// The mean of the values around each place, without missing ones; 0 where all are missing. A
    /// width below 2 changes nothing.
    func runningMean(_ width: Int) -> [Double] {
        guard width >= 2 else { return self }
        let running = RunningSums(self)
        let half = width / 2
        return indices.map { place in
            let mean = running.mean(Swift.max(0, place - half)..<Swift.min(count, place + half + 1))
            return mean.isNaN ? 0 : mean
        }
    }

    /// Missing values filled on straight lines between their neighbours, at the ends with the
    /// nearest one; all 0 without any value.
    func filled() -> [Double] {
        guard contains(where: \.isNaN) else { return self }
        var result = self
        var last: Int?
        for place in indices where !self[place].isNaN {
            let from = last ?? place
            let rise = last.map { (self[place] - self[$0]) / Double(place - $0) } ?? 0
            let start = last.map { $0 + 1 } ?? 0
            for hole in start..<place {
                result[hole] = self[from] + (last == nil ? 0 : rise * Double(hole - from))
            }
            last = place
        }
        guard let last else { return [Double](repeating: 0, count: count) }
        for hole in (last + 1)..<Swift.max(count, last + 1) { result[hole] = self[last] }
        return result
    }

    /// A first-order response with a time constant of so many places; 0 or less changes nothing.
    func smoothed(over places: Double) -> [Double] {
        guard places > 0, var value = first else { return self }
        let part = 1 - ElementaryFunctions.exponential(-1 / places)
        return map {
            value += part * ($0 - value)
            return value
        }
    }

    /// The standard deviation (divisor n) of the values that are not missing; 0 for fewer than two.
    var spread: Double {
        var count = 0.0
        var mean = 0.0
        var square = 0.0
        for value in self where !value.isNaN {
            count += 1
            let difference = value - mean
            mean += difference / count
            square += difference * (value - mean)
        }
        return count > 1 ? (square / count).squareRoot() : 0
    }
}
