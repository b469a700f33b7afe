import Reports
import Samples
import Values

@testable import Wording

/// Cards of Diagnostics.
extension PhraseCases {
    /// With bands and without; of several readings, one and none.
    var contributionCases: [DiagnosticReport] {
        let rich = Sample(.rich).diagnosis
        let single = Self.with(rich) { $0.contributions = Array($0.contributions.prefix(1)) }
        return [rich, single, Self.bare, Self.with(rich) { $0.contributions = [] }]
    }

    /// Most pass, most of each pass, most do not, one reading, and none.
    var outcomeCases: [DiagnosticReport] {
        let rich = Sample(.rich).diagnosis
        let one = Self.with(rich) { $0.outcomes = Array($0.outcomes.suffix(1)) }
        let grave = Self.with(one) { $0.outcomes[0].share = 0.8 }
        let mild = Self.with(rich) { $0.outcomes.removeFirst() }
        return [rich, mild, one, grave, Self.with(rich) { $0.outcomes = [] }]
    }

    /// Devices to compare with, one device alone, and too few for groups of devices.
    var alikeCases: [DiagnosticReport] {
        let rich = Sample(.rich).diagnosis
        let few = Self.with(rich) { $0.alike = [] }
        return [rich, few, Self.with(few) { $0.list = [] }]
    }

    /// Old, middling and young parts, one and several.
    var wornDevices: [(Axis, DiagnosticReport)] {
        let rich = Sample(.rich).diagnosis
        let ages = [(140.0, 1), (140, 2), (60, 1), (60, 2), (5, 1)].map { age, count in
            Self.with(rich) { report in
                report.parts = Self.codes.prefix(count).map {
                    .init(code: $0, age: age, median: 45, high: 135)
                }
            }
        }
        return ages.map { (days, $0) } + ages.prefix(1).map { (cycles, $0) }
    }

    static let thresholds: [DiagnosticReport.SignalForecast.Threshold] =
        [.init(value: 118, origin: .band)]
        + [1, 2, 5, 21].map { .init(value: 118, origin: .failures($0)) }

    /// Each method, each threshold; crossed, not crossed, and none that beats the last value.
    var forecasts: [(Axis, DiagnosticReport.SignalForecast)] {
        guard let forecast = Sample(.rich).diagnosis.forecast,
            let steps = Sample(.cycles).diagnosis.forecast
        else { return [] }
        let methods = ForecastFigures.Method.allCases.map { method in
            Self.with(forecast) { $0.figures.method = method }
        }
        let backtests = [1, 2, 5, 21].map { count in
            Self.with(forecast) {
                ($0.figures.backtests, $0.threshold, $0.crossing) = (count, nil, nil)
            }
        }
        let limits = Self.thresholds.map { threshold in
            Self.with(forecast) { $0.threshold = threshold }
        }
        let away = Self.with(forecast) { $0.crossing = nil }
        let naive = Self.with(away) { $0.figures.beatsNaive = false }
        let unnamed = Self.with(forecast) { $0.metric = Self.volt }
        return (methods + backtests + limits + [away, naive, unnamed]).map { (days, $0) }
            + [(cycles, steps)]
    }
}
