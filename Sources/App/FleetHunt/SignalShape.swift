import Analysis

/// How the readings of one signal look.
enum SignalShape: CaseIterable, Sendable {
    case noise, daily, trend, steps, spikes
    case constant, empty, once, equal
    case tiny, subnormal, huge, opposite, farApart, beyond
    case integers, flags, counter, widest
    case words, gaps, mixed, zeros

    /// The cell of a device's row, of `rows` in all; empty where nothing is read.
    func cell(
        row: Int, of rows: Int, device: Int, level: Double, _ random: inout SeededGenerator
    ) -> String {
        let noise = random.normal()
        let place = Double(row) / Double(max(rows, 1))
        switch self {
        case .noise: return text(level + noise)
        case .daily: return text(level + 5 * sine(Double(row) / 24) + noise / 4)
        case .trend: return text(level * (1 + place) + noise / 10)
        case .steps: return text(place < 0.6 ? level + noise : level + 40 + noise)
        case .spikes: return text(row % 37 == 11 ? level * 1e4 : level + noise)
        case .constant: return text(level)
        case .empty: return ""
        case .once: return row == rows / 2 ? text(level) : ""
        case .equal: return "20"
        case .tiny: return text((level + noise) * 1e-300)
        case .subnormal: return text((level + noise).rounded() * .leastNonzeroMagnitude)
        case .huge: return text((level + noise) * 1e300)
        case .opposite: return text(row % 2 == 0 ? 1.7e308 : -1.7e308)
        case .farApart: return text(device % 2 == 0 ? 1e300 * noise : 1e-300 * noise)
        // What no double can represent.
        case .beyond: return row % 3 == 0 ? "1e400" : row % 3 == 1 ? "-1e400" : "1e-400"
        case .integers: return "\(random.integer(below: 9))"
        case .flags: return random.uniform() < 0.2 ? "1" : "0"
        case .counter: return "\(row * (device + 1))"
        case .widest:
            return random.uniform() < 0.5 ? "18446744073709551616" : "-9223372036854775000"
        case .words: return ["on", "off", "idle"][random.integer(below: 3)]
        case .gaps: return place > 0.3 && place < 0.7 ? "" : text(level + noise)
        case .mixed: return random.uniform() < 0.1 ? "#ERR" : text(level + noise)
        case .zeros: return random.uniform() < 0.5 ? "0" : "-0.0"
        }
    }

    private func text(_ value: Double) -> String {
        // A value beyond all doubles is a sensor without a reading.
        value.isFinite ? "\(value)" : ""
    }

    /// A wave of period and amplitude 1 made of parabolas: the last digit of a library's sine
    /// differs between systems.
    private func sine(_ turns: Double) -> Double {
        let part = turns - turns.rounded(.down)
        return part < 0.5 ? 16 * part * (0.5 - part) : -16 * (part - 0.5) * (1 - part)
    }
}
