package import Reports
import Values

extension Sample {
    /// Two periods of the fleet.
    package var comparison: ComparisonReport { comparison(.period) }

    /// What is set side by side: the first reading differs, of the codes every other one.
    package func comparison(
        _ against: ComparisonQuestion.Against, _ alignment: ComparisonQuestion.Alignment = .time
    ) -> ComparisonReport {
        let length = (range.upperBound - range.lowerBound) / 4
        let ends = [range.upperBound - length, range.upperBound]
        let sides: [ComparisonReport.Side] =
            switch against {
            case .period:
                ends.map { .init(device: nil, from: $0 - length, to: $0, zero: $0 - length) }
            case .devices:
                (0..<min(3, deviceCount)).map {
                    .init(
                        device: device($0), from: ends[0], to: ends[1],
                        zero: alignment == .time ? 0 : ends[0] + length / 2)
                }
            case .group:
                [.init(device: device(0), from: ends[0], to: ends[1], zero: 0)]
            }
        let lines = against == .group ? 2 : sides.count
        return ComparisonReport(
            against: against, alignment: alignment, sides: deviceCount == 0 ? [] : sides,
            missing: against == .devices ? [name(9_999)] : [],
            group: against == .group
                ? .init(attribute: "model", value: "model3", devices: 34) : nil,
            block: length / 24, step: length / 48,
            readings: deviceCount == 0 || sides.count + (against == .group ? 1 : 0) < 2
                ? [] : metrics.map { compared($0, sides[0], length, lines, against) },
            events: deviceCount == 0 || lines < 2 ? [] : codes.map { compared($0, lines) },
            changes: against == .period && kind == .rich ? changes : [])
    }

    private func compared(
        _ metric: MetricRef, _ side: ComparisonReport.Side, _ length: Double, _ lines: Int,
        _ against: ComparisonQuestion.Against
    ) -> ComparisonReport.Reading {
        let offsets = (0..<48).map { side.from - side.zero + (Double($0) + 0.5) * length / 48 }
        let level = Double(metric.index + 1) * 40
        let drawn = (0..<lines).map { line in
            offsets.indices.map { level + Double($0 % 7) + 3 * Double(line) }
        }
        let isApart = metric.index == 0
        let isRanked = against == .group
        let difference = ComparisonReport.Difference(
            value: isApart ? 3.2 : -0.4, low: isRanked ? .nan : isApart ? 2.1 : -1.3,
            high: isRanked ? .nan : isApart ? 4.3 : 0.5, q: isApart ? 0.0004 : 0.61, cases: 24)
        return ComparisonReport.Reading(
            metric: metric, offsets: offsets, lines: drawn,
            low: isRanked ? drawn[0].map { $0 - 4 } : [],
            high: isRanked ? drawn[0].map { $0 + 4 } : [],
            means: (0..<lines).map { level + 3 * Double($0) },
            differences: (1..<max(2, lines)).map { $0 == 2 ? nil : difference })
    }

    private func compared(_ code: CodeRef, _ lines: Int) -> ComparisonReport.Events {
        let ratio = ComparisonReport.Ratio(
            value: code.index == 2 ? .infinity : 4.5, low: 2.1,
            high: code.index == 2 ? .infinity : 9.7, q: code.index.isMultiple(of: 2) ? 0.001 : 0.4)
        return ComparisonReport.Events(
            code: code,
            counts: (0..<lines).map { code.index == 2 && $0 == 0 ? 0 : 4.5 * Double($0 + 1) },
            ratios: (1..<max(2, lines)).map { $0 == 2 || code.index == 5 ? nil : ratio })
    }

    private var changes: [ComparisonReport.Change] {
        (0..<3).map { place in
            ComparisonReport.Change(
                device: device(place), metric: metrics[place], earlier: 60, later: 64.25,
                difference: .init(value: 4.25, low: 3.5, high: 5, q: 0.000_2, cases: 24))
        }
    }
}
