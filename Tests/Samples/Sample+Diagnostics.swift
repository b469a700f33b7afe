package import Reports
import Values

extension Sample {
    package var diagnosis: DiagnosticReport {
        var random = random
        let isCalm = kind == .constant || kind == .noTime
        let own = row(0, isCalm ? 0 : 1, 0, &random)
        let window = max(range.lowerBound, range.upperBound - 91 * step)...range.upperBound
        var report = DiagnosticReport(
            row: own, rows: 8_761,
            attributes: [.init(name: "model", value: "model1"), .init(name: "age", value: "17")],
            health: health, list: list, next: deviceCount > 1 ? device(1) : nil,
            signals: signals(window), events: marks(window), window: window,
            contributions: zip(metrics, [0.65, 0.34, 0.008, 0.002]).map {
                .init(metric: $0, share: $1)
            },
            troubles: own.trouble.map { [$0] } ?? [],
            excursions: metrics.isEmpty ? [] : excursions, excursionCount: metrics.isEmpty ? 0 : 9,
            outcomes: outcomes, parts: parts, codes: codeCounts,
            forecast: metrics.isEmpty || isCalm ? nil : signalForecast,
            causes: metrics.count > 1 && !isCalm ? causes(window) : nil,
            findings: Array(findings.prefix(2)),
            alike: deviceCount > 5
                ? (1...5).map {
                    .init(
                        device: device($0), status: .ok, distance: 1.58 + Double($0) / 5,
                        failures: 11)
                } : [], model: models, missingData: missingData)
        report.partRisks = partLives?.risks.filter { $0.device == own.device } ?? []
        report.riskHorizon = partLives?.horizon
        return report
    }

    /// All readings but the last one moved, one after another.
    private func causes(_ window: ClosedRange<Double>) -> CauseReport {
        CauseReport(
            device: device(0), onset: window.lowerBound, noticed: window.upperBound,
            signals: metrics.enumerated().map { place, metric in
                .init(
                    metric: metric, confidence: place == 0 ? 0.71 : 0.09,
                    mechanism: place == 0 ? .biasedReading : .disturbance,
                    departure: place + 1 < metrics.count
                        ? window.lowerBound + Double(place) * step : nil,
                    change: place == 1 ? -3.5 : 8)
            })
    }

    private var health: [HealthPart] {
        guard !metrics.isEmpty, !codes.isEmpty else { return [] }
        return [
            .init(rule: .trouble(trouble(device(0))), points: 50.4, limit: 70),
            .init(rule: .moreTroubles(count: 1), points: 8, limit: 24),
            .init(rule: .errors(count: 4, fleetMedian: 3), points: 2.5, limit: 15),
            .init(rule: .failures(count: 1, fleetMedian: 0), points: 8, limit: 20),
        ]
    }

    private var list: [DiagnosticReport.ListEntry] {
        (0..<min(deviceCount, 500)).map { index in
            .init(
                device: device(index), status: index < 5 ? .critical : index < 23 ? .warning : .ok,
                health: min(100, 39 + Double(index) * 1.9),
                trouble: index < 23 ? trouble(device(index)) : nil)
        }
    }

    private func signals(_ window: ClosedRange<Double>) -> [DiagnosticReport.Signal] {
        metrics.map { metric in
            var random = SampleRandom(state: UInt64(metric.index + 9))
            let level = [170.0, 446, 101, 40][metric.index]
            let times = Array(stride(from: window.lowerBound, to: window.upperBound, by: step))
            let isOut = { (index: Int) in
                self.kind != .constant && (index + metric.index * 9) % 43 < 2
            }
            let values = times.indices.map { index -> Double in
                if index == 20 { return .nan }
                let noise = kind == .constant ? 0 : random.normal() * 0.02
                return level * (1 + noise + (isOut(index) ? 0.2 : 0))
            }
            return .init(
                metric: metric, times: times, values: values, low: [level * 0.91],
                high: [level * 1.09],
                out: times.indices.filter { isOut($0) && values[$0].isFinite },
                last: values.last ?? .nan, lastIsOut: metric.index == 2 && kind != .constant,
                points: times.count)
        }
    }

    private func marks(_ window: ClosedRange<Double>) -> [DiagnosticReport.EventMark] {
        codes.enumerated().flatMap { index, code in
            (0..<3).map { n in
                .init(
                    time: window.lowerBound + Double((index * 13 + n * 31) % 90) * step, code: code,
                    count: 1)
            }
        }.sorted { $0.time < $1.time }
    }

    private var excursions: [Excursion] {
        [excursion(device(0), isOpen: true)]
            + (1..<9).map { index in
                let from = range.upperBound - Double(index) * 10 * step
                return Excursion(
                    device: device(0), metric: metrics[index % 4], value: 120 + Double(index),
                    z: 5 + Double(index) / 3, low: 91, high: 109, from: from, to: from + 2 * step,
                    isOpen: false)
            }
    }

    private var outcomes: [DiagnosticReport.Outcome] {
        guard !codes.isEmpty else { return [] }
        let shares = [0.31, 0.40, 0.50, 0.37]
        return metrics.map { metric in
            let share = shares[metric.index]
            return .init(
                metric: metric, excursions: 137, followed: Int(137 * share), share: share,
                low: share - 0.08, high: share + 0.08, within: 3 * step, failure: codes[8])
        }.sorted { $0.share > $1.share }
    }

    private var parts: [DiagnosticReport.PartAge] {
        codes.filter { $0.kind == .repair }.enumerated().map { index, code in
            .init(
                code: code, age: Double(61 - 40 * index) * step, median: 45 * step, high: 135 * step
            )
        }
    }

    private var codeCounts: [DiagnosticReport.CodeCount] {
        codes.map {
            .init(
                code: $0, count: 12 - $0.index, recent: Compared(current: 2, previous: 1),
                fleetMean: 7.6)
        }
    }

    private var signalForecast: DiagnosticReport.SignalForecast {
        let times = (0..<60).map { range.upperBound - Double(60 - $0) * step }
        let end = range.upperBound
        return .init(
            metric: metrics[2], times: times, values: times.indices.map { 100 + Double($0) / 5 },
            figures: ForecastFigures(
                method: .theta, trials: [.init(method: .theta, ratio: 0.71)], backtests: 12,
                beatsNaive: true, times: (0..<10).map { end + Double($0) * step },
                values: (0..<10).map { 112 + Double($0) / 5 },
                low80: (0..<10).map { 110 + Double($0) / 8 },
                high80: (0..<10).map { 114 + Double($0) / 3 },
                low95: (0..<10).map { 108 + Double($0) / 9 },
                high95: (0..<10).map { 116 + Double($0) / 2 }),
            threshold: .init(value: 118, origin: .failures(68)),
            crossing: .init(at: end + 8 * step, earliest: end + 5 * step, latest: nil))
    }

    package var rows: RowsReport {
        let mark = kind == .hostile ? Self.markup : ""
        let header = ["", "day_num", "date", "machineID", "volt", "pressure" + mark]
        let cells = (0..<50).map { index in
            RowPage.RawRow(
                line: index + 2,
                cells: [
                    "\(index)", "\(index + 1)", "2015-01-01", "1.0", "NaN",
                    "96.84978485167949" + mark,
                ])
        }
        return RowsReport(
            page: RowPage(
                file: "PdM_telemetry.csv" + mark, header: header, rows: cells, total: 36_500,
                files: ["PdM_telemetry.csv" + mark, "PdM_errors.csv"]),
            offset: 0, limit: 50, device: deviceCount > 0 ? name(0) : nil, from: nil, to: nil)
    }
}
