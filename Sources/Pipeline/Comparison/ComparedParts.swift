import Analysis
import Reports
import Telemetry
import Values

/// Readings and events of a comparison before chances are corrected for their number.
struct ComparedParts {
    /// A difference with its own p.
    struct Test {
        var value: Double
        var interval: Interval
        var p: Double
        var cases: Int

        init(value: Double, interval: Interval, p: Double, cases: Int) {
            (self.value, self.interval, self.p, self.cases) = (value, interval, p, cases)
        }

        init(_ difference: PairedDifference) {
            self.init(
                value: difference.mean, interval: difference.interval, p: difference.pValue,
                cases: difference.pairs)
        }
    }

    struct Reading {
        var metric: Int
        var lines: [[Double]]
        var low: [Double] = []
        var high: [Double] = []
        var means: [Double]
        var tests: [Test?]
    }

    struct Events {
        var code: Int
        var counts: [Double]
        var tests: [RateComparison?]
    }

    var readings: [Reading] = []
    var events: [Events] = []
    var group: ComparisonReport.Group?
    var changes: [ComparisonReport.Change] = []

    /// The report, with all chances corrected together; what never was is left out.
    func report(_ frame: ComparisonFrame, _ catalog: Catalog) -> ComparisonReport {
        let read = readings.filter { $0.means.contains(where: \.isFinite) }
        let happened = events.sorted { $0.code < $1.code }
        let raw =
            read.flatMap { $0.tests.map { $0?.p ?? .nan } }
            + happened.flatMap { $0.tests.map { $0?.pValue ?? .nan } }
        var corrected = MultipleTesting.benjaminiHochberg(raw)[...]
        func take(_ count: Int) -> [Double] {
            defer { corrected = corrected.dropFirst(count) }
            return Array(corrected.prefix(count))
        }
        let (metrics, codes, offsets) = (catalog.metricRefs, catalog.codeRefs, frame.offsets)
        let differing = read.map {
            $0.corrected(take($0.tests.count), metrics[$0.metric], offsets)
        }
        let counted = happened.map { $0.corrected(take($0.tests.count), codes[$0.code]) }
        return ComparisonReport(
            against: frame.against, alignment: frame.alignment, sides: frame.sides,
            missing: frame.missing, group: group, block: frame.block, step: frame.step,
            readings: Self.sorted(differing) { $0.differences.map { $0?.q } },
            events: Self.sorted(counted) { $0.ratios.map { $0?.q } }, changes: changes)
    }

    /// The surest first; ties, and those without a test, in the order given.
    private static func sorted<Part>(_ parts: [Part], _ chances: (Part) -> [Double?]) -> [Part] {
        let least = parts.map { chances($0).compactMap(\.self).min() ?? 2 }
        return parts.indices.sorted { (least[$0], $0) < (least[$1], $1) }.map { parts[$0] }
    }

    static func difference(_ test: Test?, q: Double) -> ComparisonReport.Difference? {
        test.map {
            ComparisonReport.Difference(
                value: $0.value, low: $0.interval.lower, high: $0.interval.upper, q: q,
                cases: $0.cases)
        }
    }
}

extension ComparedParts.Reading {
    fileprivate func corrected(
        _ qs: [Double], _ metric: MetricRef, _ offsets: [Double]
    ) -> ComparisonReport.Reading {
        ComparisonReport.Reading(
            metric: metric, offsets: offsets, lines: lines, low: low, high: high, means: means,
            differences: zip(tests, qs).map { ComparedParts.difference($0, q: $1) })
    }
}

extension ComparedParts.Events {
    fileprivate func corrected(_ qs: [Double], _ code: CodeRef) -> ComparisonReport.Events {
        ComparisonReport.Events(
            code: code, counts: counts,
            ratios: zip(tests, qs).map { test, q in
                test.map {
                    ComparisonReport.Ratio(
                        value: $0.ratio, low: $0.ratioInterval.lower,
                        high: $0.ratioInterval.upper, q: q)
                }
            })
    }
}

extension ComparisonFrame {
    /// Of the steps of the drawing: times where all sides share them, else times since the zero of
    /// a side.
    var offsets: [Double] {
        guard let first = sides.first else { return [] }
        return (0..<steps).map { first.from - first.zero + (Double($0) + 0.5) * step }
    }
}
