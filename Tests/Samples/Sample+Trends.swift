package import Reports
import Values

extension Sample {
    package var trends: TrendReport {
        let errors = codes.isEmpty ? [] : [kindTrend(.error, 0.107), kindTrend(.failure, 0.02)]
        let rows = trendRows
        let shift = findings.last
        var report = TrendReport(
            headline: .init(
                verdict: rows.isEmpty ? .cannotSay : .neither, leading: rows.first,
                shift: codes.isEmpty ? nil : shift,
                next: codes.isEmpty
                    ? nil : .init(kind: .error, width: width, mean: 75.2, low: 61.6, high: 83.1)),
            kinds: errors, rows: rows, week: week,
            codes: codes.filter { $0.kind == .error }.map { rate(.error, code: $0, mean: 0.02) },
            metrics: slices.isEmpty || kind == .noTime ? [] : metrics.map(metricTrend),
            precursors: precursors, cumulative: cumulative, reliability: reliability,
            findings: codes.isEmpty ? [] : Array(allFindings.suffix(3)), missingData: missingData)
        report.partLives = partLives
        return report
    }

    private var allFindings: [Finding] {
        metrics.isEmpty ? findings : allKinds.map { Finding($0, tone: .neutral, weight: 1) }
    }

    private func kindTrend(_ kind: EventKind, _ mean: Double) -> TrendReport.KindTrend {
        let change = range.lowerBound + 32 * step
        let segments: [TrendReport.KindTrend.Segment] =
            kind == .failure
            ? [
                .init(from: range.lowerBound, to: change, mean: 0.03),
                .init(from: change, to: range.upperBound, mean: 0.02),
            ] : [.init(from: range.lowerBound, to: range.upperBound, mean: mean)]
        return TrendReport.KindTrend(
            series: rate(kind, mean: mean), segments: segments,
            forecast: kind == .error ? forecast(mean, spread: 0.015) : nil)
    }

    package func forecast(_ mean: Double, spread: Double) -> ForecastFigures {
        let length = slices.first.map { $0.to - $0.from } ?? 1
        let times = (0..<4).map { range.upperBound + Double($0) * length }
        func level(_ offset: Double) -> [Double] { times.map { _ in mean + offset } }
        return ForecastFigures(
            method: .mean,
            trials: [
                .init(method: .mean, ratio: 0.67), .init(method: .theta, ratio: 0.78),
                .init(method: .naive, ratio: 1), .init(method: .drift, ratio: 1.02),
            ], backtests: 16, beatsNaive: true, times: times, values: level(0),
            low80: level(-spread), high80: level(spread), low95: level(-1.6 * spread),
            high95: level(1.6 * spread))
    }

    private var trendRows: [TrendRow] {
        guard kind != .noTime, kind != .empty else { return [] }
        let events: [TrendRow.Subject] =
            codes.isEmpty
            ? []
            : [.events(.error), .events(.failure)]
                + codes.filter { $0.kind == .error }.map { .code($0) }
        return (events + metrics.map { .metric($0) }).enumerated().map { index, subject in
            let slope = Double(index) * 0.4 - 1.7
            return TrendRow(
                subject: subject,
                figures: TrendFigures(
                    slopePercent: slope, low: slope - 1.7, high: slope + 1.7, p: 0.28, q: 0.73),
                verdict: .level)
        }
    }

    private var week: TrendReport.WeekMap? {
        guard !codes.isEmpty, kind != .cycles else { return nil }
        var random = random
        let counts = (0..<7).map { _ in
            (0..<24).map { hour in Int(17 + 3 * random.normal()) + (hour == 6 ? 140 : 0) }
        }
        return .init(kind: .error, counts: counts, total: counts.joined().reduce(0, +))
    }

    private func metricTrend(_ metric: MetricRef) -> TrendReport.MetricTrend {
        var random = SampleRandom(state: UInt64(metric.index + 1))
        let level = [170.0, 446, 101, 40][metric.index]
        let mean = slices.map { _ in
            kind == .constant ? level : level * (1 + 0.002 * random.normal())
        }
        return .init(
            metric: metric, width: width, slices: slices, mean: mean, low: mean.map { $0 * 0.98 },
            high: mean.map { $0 * 1.02 }, trend: nil, shiftAt: nil)
    }

    private var precursors: PrecursorTable? {
        guard !codes.isEmpty else { return nil }
        let failures = codes.filter { $0.kind == .failure }
        let rows = codes.filter { $0.kind == .error }.enumerated().map { index, code in
            PrecursorTable.Row(
                code: code, shares: failures.indices.map { $0 == index ? 0.96 : 0.05 },
                followed: 0.2 + 0.08 * Double(index), chance: 0.027)
        }
        return PrecursorTable(
            hours: 24, failures: failures, failureCount: 761, errorCount: 3_919, rows: rows,
            announced: 0.97)
    }

    private var cumulative: CumulativeFailures? {
        guard !codes.isEmpty else { return nil }
        let lines = (0..<4).map { index -> CumulativeFailures.Line in
            let times = (0..<60).map { range.lowerBound + Double($0) * 6 * step }
            return .init(
                value: "model\(index + 1)", devices: 16 + index, times: times,
                values: times.indices.map { Double($0) * (0.2 - 0.03 * Double(index)) })
        }
        return .init(kind: .failure, attribute: "model", total: 761, lines: lines)
    }

    private var reliability: [ReliabilityRow] {
        guard !codes.isEmpty else { return [] }
        return (0..<4).map { index in
            .init(
                value: "model\(index + 1)", failures: 189 - 9 * index, devices: 16 + index,
                meanTime: 30.9 + 11 * Double(index), low: 26.8, high: 35.8, beta: 0.86,
                betaLow: 0.75, betaHigh: index == 0 ? 0.98 : 1.08)
        }
    }
}
