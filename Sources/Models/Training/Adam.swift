/// Gradient steps whose length follows the running mean and mean square of the slopes (Kingma and
/// Ba 2015), with weights that decay apart from them (Loshchilov and Hutter 2019).
struct Adam {
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
        _ network: inout DenseNetwork, _ slopes: [DenseNetwork.Layer], rate: Float, decay: Float
    ) {
        meanShare *= 0.9
        squareShare *= 0.999
        let length = rate * (1 - squareShare).squareRoot() / (1 - meanShare)
        for place in slopes.indices {
            let kept = 1 - rate * decay
            for weight in network.layers[place].weights.indices where kept < 1 {
                network.layers[place].weights[weight] *= kept
            }
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
