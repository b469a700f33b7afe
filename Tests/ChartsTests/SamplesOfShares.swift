import Charts
import Values

extension Samples {
    static var models: BarChart {
        let values = [
            ("model3", 6.3, "221 on 35 devices"), ("model1", 11.8, "189 on 16 devices"),
            ("model2", 9.9, "168 on 17 devices"), ("model4", 5.7, "183 on 32 devices"),
        ]
        return BarChart(
            text: ChartText(
                title: "Failures per device by model",
                description: "model1 11.8, model2 9.9, model3 6.3, model4 5.7"),
            bars: values.map { name, value, detail in
                BarChart.Bar(
                    label: name, value: value,
                    valueText: NumberFormat.fixed(value, decimals: 1, style: .english),
                    detail: detail,
                    tone: value > 9 ? .subject : .context,
                    title: "\(name): \(value) failures per device")
            })
    }

    static var contributions: BarChart {
        let values = [("pressure", 0.655), ("volt", 0.335), ("rotate", 0.01), ("vibration", 0)]
        return BarChart(
            text: ChartText(
                title: "Contribution of each reading", description: "pressure 65 %, volt 34 %"),
            bars: values.map { name, share in
                BarChart.Bar(
                    label: name, value: share,
                    valueText: NumberFormat.percent(share, style: .english),
                    tone: share > 0.5 ? .subject : .context, title: name)
            }, style: .compact)
    }

    static var ages: BarChart {
        let values = [
            ("comp2", 61.0, 30.0, 135.0), ("comp3", 46, 45, 140), ("comp4", 16, 45, 147),
            ("comp1", 1, 45, 135),
        ]
        return BarChart(
            text: ChartText(
                title: "Age of the parts", description: "comp2 61 days, median life 30",
                valueTitle: "days since the last replacement"),
            bars: values.map { name, age, median, late in
                BarChart.Bar(
                    label: name, value: age,
                    valueText: NumberFormat.fixed(age, decimals: 0, style: .english),
                    title: "\(name): \(age) days", range: median...late, reference: median,
                    rangeTitle: "half by day \(median), 90 % by day \(late)")
            })
    }

    static var pareto: ParetoChart {
        let counts = [1_010, 988, 838, 727, 356]
        return ParetoChart(
            text: ChartText(
                title: "Error codes, share and cumulative share",
                description: "error1 26 %, error2 25 %, error3 21 %, error4 19 %, error5 9 %",
                valueTitle: "% of all errors"),
            parts: counts.enumerated().map { index, count in
                Share(
                    label: "error\(index + 1)", value: Double(count),
                    detail: NumberFormat.count(count, style: .english), tone: .series(index),
                    title: "error\(index + 1): \(count) errors")
            }, cumulativeLabel: "cumulative")
    }

    static var pie: PieChart {
        let counts = [("comp1", 192, 0), ("comp2", 259, 1), ("comp3", 131, 3), ("comp4", 179, 4)]
        return PieChart(
            text: ChartText(
                title: "Failures by component", description: "comp2 259, comp1 192, comp4 179"),
            parts: counts.map { name, count, tone in
                Share(
                    label: name, value: Double(count), detail: "\(count) failures",
                    tone: .series(tone), title: "\(name): \(count) failures")
            })
    }

    static var sizes: ShareBar {
        ShareBar(
            text: ChartText(title: "Size of the groups", description: "A 39, B 28, C 19, D 14"),
            parts: [("A", 39), ("B", 28), ("C", 19), ("D", 14)].enumerated().map { index, part in
                Share(
                    label: part.0, value: Double(part.1), detail: "\(part.1)",
                    tone: .series(index), title: "group \(part.0): \(part.1) devices")
            })
    }
}
