import Reports
import Samples
import Values

@testable import Wording

/// Charts of the Overview.
extension PhraseCases {
    /// Troubles counted in each unit, events of each kind, a quiet fleet, and other axes.
    var laneCases: [(Axis, OverviewReport.Lanes)] {
        guard let lanes = Sample(.rich).lanes, let steps = Sample(.cycles).lanes else { return [] }
        let counted: [Double?] = [
            nil, 60, 3_600, 86_400, 604_800, 7_200, 30, 31_557_600, .nan, 0,
        ]
        let troubles = counted.map { length in Self.with(lanes) { $0.counted = length } }
        let events = EventKind.allCases.map { kind in
            Self.with(lanes) { $0.measure = .events(kind) }
        }
        let quiet = Self.with(lanes) { lanes in
            lanes.values = lanes.values.map { $0.map { _ in 0 } }
            lanes.slices = Array(lanes.slices.prefix(5))
        }
        let marked = [(1, TimeStep.hour), (2, .day), (5, .month), (21, .week)].map { marks, width in
            Self.with(quiet) { lanes in
                lanes.width = width
                lanes.values[1] = (0..<5).map { $0 < marks ? 1 : 0 }
                lanes.devices = Array(lanes.devices.prefix(marks == 1 ? 2 : 5))
            }
        }
        let stepped = [1, 10].map { length in Self.with(steps) { $0.counted = length } }
        return (troubles + events + [quiet] + marked).map { (days, $0) }
            + stepped.map { (cycles, $0) } + stepped.map { (rows, $0) }
    }

    /// Of each kind and of codes; level, rising, falling, too short; with a record that ends.
    var rateCases: [(Axis, RateSeries)] {
        let series = Self.with(Sample(.rich).rate(.error, mean: 0.107)) {
            $0.slices[$0.slices.count - 1].isComplete = true
        }
        let kinds = EventKind.allCases.map { kind in
            Self.with(series) { ($0.kind, $0.trend) = (kind, nil) }
        }
        let coded = [series] + Self.codes.map { code in Self.with(series) { $0.code = code } }
        let sloping = Self.slopes.map { slope in Self.with(series) { $0.trend = slope } }
        let steep = Array(sloping.prefix(2))
        let named = Self.pairs(steep, [Self.codes[1], Self.codes[3]]).map { series, code in
            Self.with(series) { $0.code = code }
        }
        let unfinished = Self.widths.map { width in
            Self.with(series) {
                $0.slices[$0.slices.count - 1].isComplete = false
                $0.width = width
            }
        }
        let all = coded + kinds + sloping + named + unfinished + known(series)
        let stepped = (steep + kinds).map { series in
            Self.with(series) { $0.width = .width(10) }
        }
        return all.map { (days, $0) } + Self.pairs([cycles, rows], stepped)
    }

    private func known(_ series: RateSeries) -> [RateSeries] {
        let (from, to) = (days.start + 40 * 86_400, days.end - 40 * 86_400)
        let spans = [from...to, days.start...to, from...days.end]
        return Self.pairs(spans, [true, false]).map { span, isWhole in
            Self.with(series) {
                $0.known = span
                $0.slices[5].isComplete = isWhole
            }
        }
    }

    /// Rising and falling by every span, level, and one whose q is not known.
    static let slopes: [TrendFigures] = {
        let steep = [2.5, -2.5].map {
            TrendFigures(slopePercent: $0, low: -1, high: 3, p: 0.0004, q: 0.001)
        }
        let spans = [TrendSpan.week, .day, .hour, .tenth].map {
            TrendFigures(slopePercent: 21, low: 1, high: 30, p: 0.003, q: 0.01, span: $0)
        }
        return steep + spans + [.init(slopePercent: 1, low: -1, high: 3, p: .nan, q: .nan)]
    }()
}
