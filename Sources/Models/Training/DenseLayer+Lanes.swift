#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// 16 rows go through a layer at once, one lane a row: sums of a unit never mix lanes, so that the
/// order of adding, and with it every bit, is the same on every machine. (Twice as many lanes are
/// no longer kept in registers, and a hundred times slower.)
typealias Lanes = SIMD16<Float>

extension DenseNetwork.Layer {
    /// What the units give, one number per unit and lane.
    func forward(_ input: [Lanes]) -> [Lanes] {
        var result: [Lanes] = []
        result.reserveCapacity(outputs)
        for unit in 0..<outputs {
            var sum = Lanes(repeating: biases[unit])
            let start = unit * inputs
            for place in 0..<inputs { sum += input[place] * weights[start + place] }
            result.append(isRectified ? sum.rectified : sum)
        }
        return result
    }

    /// Puts the slopes of the loss by weights and biases, summed over the lanes, into `slopes`.
    /// `delta` are its slopes by what the units gave, before any rectifying; returns those by their
    /// inputs.
    func backward(
        _ delta: [Lanes], input: [Lanes], slopes: inout DenseNetwork.Layer
    ) -> [Lanes] {
        var result = [Lanes](repeating: .zero, count: inputs)
        for unit in 0..<outputs {
            let own = delta[unit]
            let start = unit * inputs
            slopes.biases[unit] = own.total
            for place in 0..<inputs {
                slopes.weights[start + place] = (own * input[place]).total
                result[place] += own * weights[start + place]
            }
        }
        return result
    }
}

extension Lanes {
    /// Each lane, or 0 where it is below 0.
    var rectified: Lanes { pointwiseMax(self, .zero) }

    /// The probability that each lane's log odds stand for.
    var logistic: Lanes {
        var result = self
        for lane in indices { result[lane] = 1 / (1 + exp(-self[lane])) }
        return result
    }

    /// The sum of all lanes, by halves.
    var total: Float {
        let half = lowHalf + highHalf
        let quarter = half.lowHalf + half.highHalf
        let pair = quarter.lowHalf + quarter.highHalf
        return pair[0] + pair[1]
    }
}
