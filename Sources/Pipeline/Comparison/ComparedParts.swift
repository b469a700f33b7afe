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
        let metrics = catalog.metricRefs
        let codes = catalog.codeRefs
        var differing = read.map { reading in
            let tests = reading.tests.map { test in
                Self.difference(test, q: corrected.removeFirst())
            }
            return ComparisonReport.Reading(
                metric: metrics[reading.metric], offsets: frame.offsets, lines: reading.lines,
                low: reading.low, high: reading.high, means: reading.means, differences: tests)
        }
        var counted = happened.map { events in
            let tests = events.tests.map { test in
                let q = corrected.removeFirst()
                return test.map {
                    ComparisonReport.Ratio(
                        value: $0.ratio, low: $0.ratioInterval.lower, high: $0.ratioInterval.upper,
                        q: q)
                }
            }
            return ComparisonReport.Events(
                code: codes[events.code], counts: events.counts, ratios: tests)
        }
        func weight(_ qs: [Double?]) -> Double { qs.compactMap(\.self).min() ?? 2 }
        differing.sort {
            (weight($0.differences.map { $0?.q }), $0.metric.index)
                < (weight($1.differences.map { $0?.q }), $1.metric.index)
        }
        counted.sort {
            (weight($0.ratios.map { $0?.q }), $0.code.index)
                < (weight($1.ratios.map { $0?.q }), $1.code.index)
        }
        return ComparisonReport(
            against: frame.against, alignment: frame.alignment, sides: frame.sides,
            missing: frame.missing, group: group, block: frame.block,
            step: frame.step, readings: differing,
            events: counted)
    }

    static func difference(_ test: Test?, q: Double) -> ComparisonReport.Difference? {
        test.map {
            ComparisonReport.Difference(
                value: $0.value, low: $0.interval.lower, high: $0.interval.upper, q: q,
                cases: $0.cases)
        }
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
