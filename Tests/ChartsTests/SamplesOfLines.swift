import Charts
import Values

extension Samples {
    private static var weeklyRate: [DataPoint] {
        let values = noise(53, seed: 1).map { 0.08 + $0 * 0.055 }
        return values.enumerated().map { index, value in
            DataPoint(
                x: start + (Double(index) * 7 + 0.5) * day, y: value,
                title: "week \(index + 1): "
                    + NumberFormat.fixed(value, decimals: 3, style: .english),
                isComplete: index < 52)
        }
    }

    private static func smoothed(_ points: [DataPoint], over count: Int) -> [DataPoint] {
        points.indices.dropFirst(count - 1).map { index in
            let window = points[(index - count + 1)...index].compactMap(\.y)
            return DataPoint(x: points[index].x, y: window.reduce(0, +) / Double(window.count))
        }
    }

    static var errorRate: LineChart {
        let raw = LineSeries(points: weeklyRate, tone: .context, hasMarks: true)
        let mean = LineSeries(points: smoothed(weeklyRate.dropLast(), over: 4), endLabel: "")
        return LineChart(
            text: ChartText(
                title: "Errors per device and day, by week",
                description: "Level at 0.107, no trend; the last week is not whole.",
                valueTitle: "errors per device and day"),
            axis: .time(zone), panels: [LinePanel(series: [raw, mean])],
            range: start...(start + 366 * day))
    }

    static var forecast: LineChart {
        let last = start + 365 * day
        func interval(_ half: Double) -> [LineBand.Point] {
            (0...4).map { week in
                LineBand.Point(
                    x: last + Double(week) * 7 * day, low: 0.107 - half, high: 0.107 + half)
            }
        }
        let expected = (0...4).map { DataPoint(x: last + Double($0) * 7 * day, y: 0.107) }
        let errors = LinePanel(
            valueTitle: "errors per device and day",
            series: [LineSeries(points: weeklyRate, tone: .context, hasMarks: true)],
            levels: [LevelLine(value: 0.107, to: last, style: .subject)],
            moments: [MomentLine(x: last, label: "last data", style: .lastData)],
            forecast: LineForecast(
                points: expected,
                bands: [
                    LineBand(points: interval(0.025), level: .outer, title: "95 % interval"),
                    LineBand(points: interval(0.015), title: "80 % interval"),
                ], label: "forecast with 80 and 95 % interval", endLabel: "0.107"))
        let change = start + 32 * day
        let failures = weeklyRate.enumerated().map { index, point in
            DataPoint(x: point.x, y: (point.y ?? 0) / (index < 5 ? 3 : 5), title: "week \(index)")
        }
        let lower = LinePanel(
            valueTitle: "failures per device and day",
            series: [LineSeries(points: failures, tone: .context, hasMarks: true)],
            levels: [
                LevelLine(value: 0.035, to: change, style: .subject),
                LevelLine(value: 0.021, from: change, to: last, style: .subject),
                LevelLine(value: 0.04, label: "limit given: 0.040"),
            ],
            moments: [
                MomentLine(x: change, label: "change on 2 Feb: 0.035 to 0.021", style: .change)
            ])
        return LineChart(
            text: ChartText(
                title: "Errors and failures per device and day, by week, with forecast",
                description: "Errors level at 0.107; failures 0.035 until 2 Feb, then 0.021."),
            axis: .time(zone), panels: [errors, lower])
    }

    static var cumulative: LineChart {
        let ends = [11.8, 9.9, 6.3, 5.7]
        let series = ends.enumerated().map { index, end in
            var sum = 0.0
            let steps = noise(120, seed: UInt32(index + 7))
            let total = steps.reduce(0, +)
            let points = steps.enumerated().map { step, value in
                sum += value / total * end
                return DataPoint(x: start + Double(step) * 3 * day, y: sum)
            }
            return LineSeries(
                points: points, tone: .series(index), joint: .steps,
                endLabel: "model\(index + 1)")
        }
        return LineChart(
            text: ChartText(
                title: "Mean cumulative failures per device, by model",
                description: "model1 11.8, model2 9.9, model3 6.3, model4 5.7",
                valueTitle: "failures per device since 1 Jan"),
            axis: .time(zone), panels: [LinePanel(series: series)], height: .tall)
    }

    static var precisionRecall: LineChart {
        let points = (0...60).map { index in
            let recall = Double(index) / 60
            return DataPoint(x: recall, y: 1 - 0.35 * recall * recall * recall)
        }
        let panel = LinePanel(
            series: [LineSeries(points: points)],
            levels: [LevelLine(value: 0.018, label: "chance 0.018")],
            markers: [
                LineMarker(x: 0.887, y: 0.755, label: "at 50 %", title: "at 50 %: precision 0.755"),
                LineMarker(
                    x: 1, y: 0.194, label: "rule: any error in 24 h", shape: .square,
                    tone: .context),
            ])
        return LineChart(
            text: ChartText(
                title: "Precision and recall of the model", description: "Precision 0.755.",
                valueTitle: "precision"),
            axis: .number(title: "recall"), panels: [panel], height: .tall)
    }

    static var thinned: LineChart {
        let values = noise(100_000, seed: 3)
        let points = values.enumerated().map { index, value in
            let base = 100 + 10 * (Double(index) / 20_000).rounded()
            return DataPoint(
                x: start + Double(index) * 60, y: index == 50_000 ? 300 : base + value * 8)
        }
        return LineChart(
            text: ChartText(
                title: "Pressure by minute", description: "100,000 points, one spike to 300.",
                valueTitle: "pressure, bar"),
            axis: .time(zone), panels: [LinePanel(series: [LineSeries(points: points)])])
    }

    static var gaps: LineChart {
        let points = (0..<48).map { hour -> DataPoint in
            let isMissing = (10..<16).contains(hour) || hour == 30 || hour == 32
            let value: Double? = isMissing ? nil : Double(hour % 12) - 8
            return DataPoint(x: start + Double(hour) * 3_600, y: value)
        }
        return LineChart(
            text: ChartText(
                title: "Temperature by hour", description: "No readings from 10:00 to 16:00.",
                valueTitle: "temperature, °C"),
            axis: .time(zone),
            panels: [LinePanel(series: [LineSeries(points: points)], startsAtZero: false)])
    }
}
