/// A question that divides the rows of a leaf: those up to `bin` go left.
struct Split {
    let feature: Int
    let bin: Int
    let isMissingLeft: Bool
    let gain: Double

    func isLeft(_ code: Int) -> Bool {
        code == FeatureBins.missing ? isMissingLeft : code <= bin
    }
}

/// Looks for the bin of a feature behind which a leaf is best divided.
struct SplitSearch {
    let feature: Int
    let bins: Int
    /// One sum per bin.
    let histogram: ArraySlice<TreeGrower.Slope>
    let sum: TreeGrower.Slope
    let settings: BoostedTrees

    /// The division that lowers the loss most; nil where none gains enough or all leave too little
    /// weight on one side.
    func best(hasMissing: Bool) -> Split? {
        let start = histogram.startIndex
        let missing = hasMissing ? histogram[start + FeatureBins.missing] : .zero
        var best: Split?
        for isMissingLeft in missing.y > 0 ? [false, true] : [false] {
            var left = isMissingLeft ? missing : .zero
            for bin in 0..<max(0, bins - 1) {
                left += histogram[start + bin]
                let right = sum - left
                if right.y < settings.minimumWeight { break }
                guard left.y >= settings.minimumWeight else { continue }
                let gain = worth(left) + worth(right) - worth(sum)
                guard gain > best?.gain ?? settings.minimumGain else { continue }
                // Where nothing is missing here, it goes with the heavier side.
                let side = missing.y > 0 ? isMissingLeft : left.y >= right.y
                best = Split(feature: feature, bin: bin, isMissingLeft: side, gain: gain)
            }
        }
        return best
    }

    private func worth(_ side: TreeGrower.Slope) -> Double {
        side.x * side.x / (side.y + settings.ridge)
    }
}
