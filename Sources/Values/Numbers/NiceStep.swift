/// Steps and widths that are easy to read.
package enum NiceStep {
    package static let mantissas: [Double] = [1, 2, 5]

    /// Usual numbers of seconds up to a day; each divides a day.
    package static let seconds: [Double] = [
        1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1_200, 1_800, 3_600, 7_200, 10_800,
        21_600, 43_200, 86_400,
    ]

    /// The smallest of 1, 2, 5 × 10ⁿ that is at least a width, up to rounding; 1 where that is not
    /// a positive finite number.
    package static func decimal(atLeast width: Double) -> Double {
        guard width.isFinite, width > 0 else { return 1 }
        var power = 1.0
        while power * 10 <= width { power *= 10 }
        while power > width { power /= 10 }
        let steps = (mantissas + [10]).map { $0 * power }
        return steps.first { $0 >= width * (1 - 1e-9) } ?? 10 * power
    }

    /// The smallest usual number of seconds that is at least a width; a day for longer ones.
    package static func seconds(atLeast width: Double) -> Double {
        seconds.first { $0 >= width } ?? 86_400
    }
}
