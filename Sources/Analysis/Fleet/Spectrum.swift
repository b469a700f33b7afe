/// Where in frequency the power of a stretch lies.
enum Spectrum {
    private static let most = 768

    struct Band: Sendable {
        /// The share of all power within two frequencies of the strongest.
        var share = 0.0
        /// Slots of one swing; 0 where none was found.
        var period = 0.0
    }

    /// The strongest swing of a stretch: looked for in the rows in its middle and, in a long one,
    /// in means of rows over all of it. None in fewer than 24 slots.
    ///
    /// - Complexity: O(slots + 768²).
    static func strongest(_ values: [Double]) -> Band {
        let count = values.count
        guard count >= 24 else { return Band() }
        let slow = values.runningMean(max(3, count / 3))
        let swings = zip(values, slow).map { $0.isNaN ? 0 : $0 - $1 }
        guard count > most else { return band(swings, width: 1) }
        let start = (count - most) / 2
        let near = band(Array(swings[start..<(start + most)]), width: 1)
        let width = (count + most - 1) / most
        let far = band(swings.blockMeans(width), width: Double(width))
        return far.share > near.share ? far : near
    }

    private static func band(_ values: [Double], width: Double) -> Band {
        let count = values.count
        guard count >= 8 else { return Band() }
        let turns = (0..<count).map { 2 * Double.pi * Double($0) / Double(count) }
        let cosines = turns.map { ElementaryFunctions.cosine($0) }
        let sines = turns.map { ElementaryFunctions.sine($0) }
        let tapered = values.indices.map { values[$0] * (0.5 - 0.5 * cosines[$0]) }
        var powers = [0.0, 0.0]
        for frequency in 2...(count / 2) {
            var real = 0.0
            var imaginary = 0.0
            var angle = 0
            for value in tapered {
                real += value * cosines[angle]
                imaginary += value * sines[angle]
                angle += frequency
                if angle >= count { angle -= count }
            }
            powers.append(real * real + imaginary * imaginary)
        }
        let best = powers.indices.max { powers[$0] < powers[$1] } ?? 0
        let total = powers.reduce(0, +)
        guard best >= 2, total > 0 else { return Band() }
        let within = powers[max(0, best - 2)...min(powers.count - 1, best + 2)].reduce(0, +)
        return Band(share: within / total, period: Double(count) / Double(best) * width)
    }
}
