/// Fits to a stretch a level that is off: at once, in a ramp, or in a ramp that then holds.
struct LevelShapes: Sendable {
    enum Shape: Sendable { case box, ramp, plateau }

    struct Fit: Sendable {
        /// Squared scales that the shape explains.
        var gain: Double
        var begin: Int
        /// How far off the signal is at the end, in scales.
        var height: Double
    }

    let box: Fit
    let ramp: Fit
    let plateau: Fit
    /// The share of the stretch's squares that the best shape explains.
    let share: Double

    /// The shape that explains most; a plateau must be a little better than the others.
    var best: (shape: Shape, fit: Fit) {
        let held = 0.985 * plateau.gain
        if held > box.gain, held > ramp.gain { return (.plateau, plateau) }
        return ramp.gain > box.gain ? (.ramp, ramp) : (.box, box)
    }

    /// - Complexity: O(slots + blocks²) with fewer than 1,000 blocks.
    init(_ series: [Double], _ stretch: Range<Int>) {
        let count = series.count
        let width = max(1, count / 500)
        let running = RunningSums(series)
        let blocks = count / width
        let sums = (0..<blocks).map { running.sum(($0 * width)..<(($0 + 1) * width)) }
        let counts = (0..<blocks).map { Double(running.count(($0 * width)..<(($0 + 1) * width))) }
        let end = min(blocks, (stretch.upperBound + width - 1) / width)
        let first = min(stretch.lowerBound / width, max(0, end - 1))
        let sum = sums[first..<max(first, end)].reduce(0, +)
        let known = max(1, counts[first..<max(first, end)].reduce(0, +))
        box = Fit(gain: sum * sum / known, begin: stretch.lowerBound, height: sum / known)
        let earliest = max(0, first - (end - first))
        let fits = [false, true].map { isHeld -> Fit in
            var best = Fit(gain: 0, begin: stretch.lowerBound, height: 0)
            for begin in earliest..<max(earliest + 1, end - 3) {
                var square = 0.0
                var product = 0.0
                let rise = (isHeld ? 2 : 1) / Double(max(1, end - begin))
                for block in begin..<max(begin, end) {
                    let height = min(1, (Double(block - begin) + 0.5) * rise)
                    square += counts[block] * height * height
                    product += sums[block] * height
                }
                if square > 0, product * product / square > best.gain {
                    best = Fit(
                        gain: product * product / square, begin: begin * width,
                        height: product / square)
                }
            }
            return best
        }
        ramp = fits[0]
        plateau = fits[1]
        let total = series[stretch].reduce(0) { $1.isNaN ? $0 : $0 + $1 * $1 }
        share = max(box.gain, ramp.gain, plateau.gain) / (total + 1e-9)
    }
}
