import Analysis
import Values

/// Fits a network by gradient descent in small batches (Adam: Kingma and Ba 2015), and stops where
/// rows that it is not fitted on are no longer predicted better.
///
/// The same rows, seed and settings give the same network bit for bit.
struct DenseTrainer: Sendable, Hashable {
    /// How the sums of the last layer are judged.
    enum Loss: Sendable, Hashable {
        /// The squared distance from the targets.
        case squared
        /// The log loss of the sums as log odds; targets are 0 and 1.
        case logistic
    }

    /// How the sums of the last layer are judged.
    var loss = Loss.squared

    /// Units of each layer between the inputs and the last layer.
    var hidden: [Int]

    /// Which of them, counted from 0, give plain sums: a narrow layer of rectified units could lose
    /// one of its few numbers for good.
    var plainLayers: Set<Int> = []

    /// The most passes over the rows.
    var epochs = 80

    /// Passes without a gain on the validation rows after which it stops.
    var patience = 10

    /// The rate of the first pass; it falls in a line to about a twentieth at the last.
    var rate: Float = 0.003

    /// The most rows that are fitted on, spread evenly over those given.
    var rowLimit = 20_000

    /// Seed of the first weights and of the order of rows.
    var seed: UInt64 = 1

    /// The share of each weight that decays in a step, times the rate (Loshchilov and Hutter 2019).
    var decay: Float = 0

    /// The network of the best pass, and the number of passes up to it.
    struct Fit {
        let network: DenseNetwork
        let passes: Int
    }

    /// Fits on some rows and stops by others; values must be finite. Rows that fill no whole batch
    /// are left out of a pass.
    ///
    /// - Parameter passes: After how many to end, as an earlier fit found it; validation rows are
    ///   then not looked at.
    /// - Parameter progress: Called after each pass with the share of the passes that are allowed;
    ///   cancels by throwing.
    /// - Complexity: O(passes × rows × weights).
    func fit(
        _ rows: DenseRows, on fit: [Int], validatedOn validation: [Int] = [], passes: Int? = nil,
        progress: (Double) throws(ModelError) -> Void
    ) throws(ModelError) -> Fit {
        var random = SeededGenerator(seed: seed)
        var network = start(rows, &random)
        var adam = Adam(network)
        var order = Self.thinned(fit, rowLimit)
        let validationRows = Self.thinned(validation, rowLimit / 2)
        let last = min(epochs, max(1, passes ?? epochs))
        var best = (loss: Double.infinity, network: network, epoch: 0)
        for epoch in 0..<last {
            random.shuffle(&order)
            let rate = rate * (1 - 0.95 * Float(epoch) / Float(epochs))
            for first in stride(
                from: 0, through: order.count - DenseRows.batch, by: DenseRows.batch)
            {
                let batch = order[first..<first + DenseRows.batch]
                adam.step(&network, network.slopes(rows, batch, loss), rate: rate, decay: decay)
            }
            // Where the number of passes is given, the last is the one.
            let found = passes == nil ? network.loss(rows, validationRows, loss) : -Double(epoch)
            if found < best.loss { best = (found, network, epoch) }
            if epoch - best.epoch >= patience { break }
            try progress(Double(epoch + 1) / Double(last))
        }
        return Fit(network: best.network, passes: best.epoch + 1)
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

    /// At most `limit` of the rows, spread evenly.
    static func thinned(_ rows: [Int], _ limit: Int) -> [Int] {
        let step = (rows.count + limit - 1) / max(limit, 1)
        return stride(from: 0, to: rows.count, by: max(step, 1)).map { rows[$0] }
    }
}

/// Rows, and what a network should give for each.
struct DenseRows {
    let inputs: FeatureMatrix
    let targets: FeatureMatrix

    /// Rows per step.
    static let batch = Lanes.scalarCount

    /// Per column, its values in up to a batch of rows, one lane per row; further lanes are 0.
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
    /// The slopes of half the mean squared error of a batch, or of its mean log loss, layer by
    /// layer.
    fileprivate func slopes(
        _ rows: DenseRows, _ batch: ArraySlice<Int>, _ loss: DenseTrainer.Loss
    ) -> [Layer] {
        var values = [DenseRows.lanes(rows.inputs, batch)]
        for (place, layer) in layers.enumerated() {
            values.append(layer.forward(values[place]))
        }
        let wanted = DenseRows.lanes(rows.targets, batch)
        let given =
            loss == .logistic ? values[layers.count].map(\.logistic) : values[layers.count]
        var delta = zip(given, wanted).map { ($0 - $1) * (1 / Float(DenseRows.batch)) }
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

    /// The mean squared error of some rows, or their mean log loss.
    fileprivate func loss(
        _ rows: DenseRows, _ chosen: [Int], _ loss: DenseTrainer.Loss
    ) -> Double {
        var sum = 0.0
        for first in stride(from: 0, to: chosen.count, by: DenseRows.batch) {
            let batch = chosen[first..<min(first + DenseRows.batch, chosen.count)]
            var values = DenseRows.lanes(rows.inputs, batch)
            for layer in layers { values = layer.forward(values) }
            for (found, wanted) in zip(values, DenseRows.lanes(rows.targets, batch)) {
                for lane in 0..<batch.count { sum += loss.of(found[lane], wanted[lane]) }
            }
        }
        return sum / Double(max(chosen.count * rows.targets.columnCount, 1))
    }
}

extension DenseTrainer.Loss {
    fileprivate func of(_ found: Float, _ wanted: Float) -> Double {
        let (found, wanted) = (Double(found), Double(wanted))
        return switch self {
        case .squared: (found - wanted) * (found - wanted)
        case .logistic: LogLoss.of(score: found, target: wanted)
        }
    }
}
