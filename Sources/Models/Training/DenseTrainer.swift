import Analysis

/// Fits a network by gradient descent in small batches (Adam: Kingma and Ba 2015), and stops where
/// rows that it is not fitted on are no longer predicted better.
///
/// The same rows, seed and settings give the same network bit for bit.
struct DenseTrainer: Sendable, Hashable {
    /// The units of the layers between the first and the last.
    var hidden: [Int]

    /// Which of them, counted from 0, give plain sums: a narrow layer of rectified units could lose
    /// one of its few numbers for good.
    var plainLayers: Set<Int> = []

    /// Passes over the rows at most.
    var epochs = 80

    /// Passes without a gain after which it stops.
    var patience = 10

    /// The length of the first steps; it falls to a twentieth at the last pass.
    var rate: Float = 0.003

    /// Rows that are fitted on at most, spread evenly over those given.
    var rowLimit = 20_000

    /// Start of the pseudo-random sequence.
    var seed: UInt64 = 1

    /// Fits on some rows and stops by others; values must be finite.
    ///
    /// - Parameter watch: is told the share that is done at most; throws to stop.
    /// - Complexity: O(passes × rows × weights).
    func fit(
        _ rows: DenseRows, on fit: [Int], stoppedBy stop: [Int],
        watch: (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> DenseNetwork {
        var random = SeededGenerator(seed: seed)
        var network = start(rows, &random)
        var adam = Adam(network)
        var order = Self.thinned(fit, rowLimit)
        let held = Self.thinned(stop, rowLimit / 2)
        var best = (loss: Double.infinity, network: network, epoch: 0)
        for epoch in 0..<epochs {
            random.shuffle(&order)
            let rate = rate * (1 - 0.95 * Float(epoch) / Float(epochs))
            for first in stride(
                from: 0, through: order.count - DenseRows.batch, by: DenseRows.batch)
            {
                let batch = order[first..<first + DenseRows.batch]
                adam.step(&network, network.slopes(rows, batch), rate: rate)
            }
            let loss = network.loss(rows, held)
            if loss < best.loss { best = (loss, network, epoch) }
            if epoch - best.epoch >= patience { break }
            try watch(Double(epoch + 1) / Double(epochs))
        }
        return best.network
    }

    /// Weights of a size that keeps the spread of what units give (He et al. 2015).
    private func start(_ rows: DenseRows, _ random: inout SeededGenerator) -> DenseNetwork {
        let widths = [rows.inputs.columnCount] + hidden + [rows.targets.columnCount]
        return DenseNetwork(
            layers: (0...hidden.count).map { place in
                let isRectified = place < hidden.count && !plainLayers.contains(place)
                let inputs = widths[place]
                var layer = DenseNetwork.Layer(
                    inputs: inputs, outputs: widths[place + 1], isRectified: isRectified)
                let limit = (6 / Double(max(inputs, 1))).squareRoot()
                for place in layer.weights.indices {
                    layer.weights[place] = Float(random.uniform(from: -limit, to: limit))
                }
                return layer
            })
    }

    private static func thinned(_ rows: [Int], _ limit: Int) -> [Int] {
        let step = (rows.count + limit - 1) / max(limit, 1)
        return stride(from: 0, to: rows.count, by: max(step, 1)).map { rows[$0] }
    }
}

/// Rows and what a network is to give for each.
struct DenseRows {
    let inputs: FeatureMatrix
    let targets: FeatureMatrix

    /// Rows that are fitted on at once.
    static let batch = Lanes.scalarCount

    /// One column after another of up to a batch, one lane a row; further lanes are 0.
    static func lanes(_ table: FeatureMatrix, _ rows: ArraySlice<Int>) -> [Lanes] {
        var result = [Lanes](repeating: .zero, count: table.columnCount)
        for (lane, row) in rows.enumerated() {
            for (column, value) in table.row(row).enumerated() {
                result[column][lane] = Float(value)
            }
        }
        return result
    }
}

extension DenseNetwork {
    /// The slopes of half the mean squared error of a batch, layer by layer.
    fileprivate func slopes(_ rows: DenseRows, _ batch: ArraySlice<Int>) -> [Layer] {
        var values = [DenseRows.lanes(rows.inputs, batch)]
        for (place, layer) in layers.enumerated() {
            values.append(layer.forward(values[place]))
        }
        let wanted = DenseRows.lanes(rows.targets, batch)
        var delta = zip(values[layers.count], wanted).map {
            ($0 - $1) * (1 / Float(DenseRows.batch))
        }
        var slopes = layers
        for place in layers.indices.reversed() {
            delta = layers[place].backward(delta, input: values[place], slopes: &slopes[place])
            guard place > 0, layers[place - 1].isRectified else { continue }
            for unit in delta.indices {
                delta[unit].replace(with: 0, where: values[place][unit] .<= 0)
            }
        }
        return slopes
    }

    /// The mean squared error of some rows.
    fileprivate func loss(_ rows: DenseRows, _ chosen: [Int]) -> Double {
        var sum = 0.0
        for first in stride(from: 0, to: chosen.count, by: DenseRows.batch) {
            let batch = chosen[first..<min(first + DenseRows.batch, chosen.count)]
            var values = DenseRows.lanes(rows.inputs, batch)
            for layer in layers { values = layer.forward(values) }
            for (found, wanted) in zip(values, DenseRows.lanes(rows.targets, batch)) {
                let errors = found - wanted
                for lane in 0..<batch.count { sum += Double(errors[lane] * errors[lane]) }
            }
        }
        return sum / Double(max(chosen.count * rows.targets.columnCount, 1))
    }
}

/// Steps whose length follows the mean and the spread of the slopes so far.
private struct Adam {
    private var means: [DenseNetwork.Layer]
    private var squares: [DenseNetwork.Layer]
    private var (meanShare, squareShare): (Float, Float) = (1, 1)

    init(_ network: DenseNetwork) {
        means = network.layers.map {
            DenseNetwork.Layer(
                inputs: $0.inputs, outputs: $0.outputs, isRectified: $0.isRectified)
        }
        squares = means
    }

    mutating func step(
        _ network: inout DenseNetwork, _ slopes: [DenseNetwork.Layer], rate: Float
    ) {
        meanShare *= 0.9
        squareShare *= 0.999
        let length = rate * (1 - squareShare).squareRoot() / (1 - meanShare)
        for place in slopes.indices {
            Self.step(
                &network.layers[place].weights, slopes[place].weights, &means[place].weights,
                &squares[place].weights, length)
            Self.step(
                &network.layers[place].biases, slopes[place].biases, &means[place].biases,
                &squares[place].biases, length)
        }
    }

    private static func step(
        _ values: inout [Float], _ slopes: [Float], _ means: inout [Float],
        _ squares: inout [Float], _ length: Float
    ) {
        for place in values.indices {
            let slope = slopes[place]
            means[place] += 0.1 * (slope - means[place])
            squares[place] += 0.001 * (slope * slope - squares[place])
            values[place] -= length * means[place] / (squares[place].squareRoot() + 1e-8)
        }
    }
}
