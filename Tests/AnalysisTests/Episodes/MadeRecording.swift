import Foundation

@testable import Analysis

/// Signals made of a wave and noise, with a trouble planted where a test wants it.
struct MadeRecording {
    let rows: Int
    private var generator: SeededGenerator

    init(rows: Int = 3000, seed: UInt64 = 3) {
        self.rows = rows
        generator = SeededGenerator(seed: seed)
    }

    /// A wave of two harmonics.
    mutating func wave(period: Double = 50, noise: Double = 0.05) -> [Double] {
        (0..<rows).map { row in
            let angle = 2 * Double.pi * Double(row) / period
            return sin(angle) + 0.5 * sin(2 * angle + 1) + generator.normal() * noise
        }
    }

    /// Noise around a level.
    mutating func noise(level: Double = 0) -> [Double] {
        (0..<rows).map { _ in level + generator.normal() }
    }
}

/// What stretches say about where something was planted.
extension RecordingJudgement {
    /// Stretches that count.
    var raised: [Stretch] { stretches.filter { !$0.isRemark } }
}
