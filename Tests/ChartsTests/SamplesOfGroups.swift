import Charts
import Values

extension Samples {
    static var excursions: IntervalChart {
        let rows = [
            ("pressure", 49.6, 41.0, 58.0, "68 of 137"), ("rotate", 39.7, 31, 49, "46 of 116"),
            ("vibration", 36.8, 28, 46, "42 of 114"), ("volt", 30.6, 23, 40, "33 of 108"),
        ]
        return IntervalChart(
            text: ChartText(
                title: "What earlier excursions led to",
                description: "pressure 68 of 137, rotate 46 of 116",
                valueTitle: "% of excursions that ended in the matching failure"),
            rows: rows.enumerated().map { index, row in
                IntervalChart.Row(
                    label: row.0,
                    interval: Interval(
                        value: row.1, low: row.2, high: row.3, title: "\(row.0): \(row.4)"),
                    valueText: NumberFormat.fixed(row.1, decimals: 0, style: .english) + " %",
                    detail: row.4,
                    tone: index == 0 ? .subject : .context)
            })
    }

    private static let features = [
        "comp1 failures", "comp2 failures", "comp3 failures", "comp4 failures", "error4", "error5",
        "pressure days out", "vibration days out",
    ]

    static var profile: ProfileChart {
        ProfileChart(
            text: ChartText(
                title: "What sets each group apart",
                description: "A: vibration days out −0.9 σ; D: comp3 failures +1.5 σ",
                valueTitle: "standard deviations from the mean of the fleet (0)"),
            features: features,
            groups: ["A: 39 devices", "B: 28 devices", "C: 19 devices", "D: 14 devices"]
                .enumerated().map { group, label in
                    let values = noise(features.count, seed: UInt32(group + 91)).map {
                        $0 * 3 - 1.3
                    }
                    return ProfileChart.Group(
                        label: label,
                        intervals: values.map {
                            Interval(value: $0, low: $0 - 0.25, high: $0 + 0.25, title: "95 %")
                        }, tone: .series(group), shape: .group(group))
                })
    }

    static var silhouette: SilhouetteChart {
        let counts = [39, 28, 19, 14]
        return SilhouetteChart(
            text: ChartText(
                title: "Silhouette of each device by group",
                description: "A mean 0.36, B mean 0.28", valueTitle: "silhouette"),
            groups: ["A", "B", "C", "D"].enumerated().map { group, name in
                SilhouetteChart.Group(
                    label: name, detail: ["0.36", "0.28", "0.22", "0.33"][group],
                    members: noise(counts[group], seed: UInt32(group + 101)).enumerated().map {
                        SilhouetteChart.Member(value: $1 * 0.6 - 0.06, title: "machine \($0)")
                    }, tone: .series(group))
            })
    }

    static var groupsCurve: CurveChart {
        let silhouettes = [0.279, 0.283, 0.306, 0.247, 0.22, 0.21, 0.208]
        let agreements = [0.7, 0.74, 0.881, 0.72, 0.65, 0.59, 0.6]
        return CurveChart(
            text: ChartText(
                title: "How many groups", description: "Silhouette is highest at k = 4 (0.31)."),
            acrossTitle: "number of groups",
            panels: [
                CurveChart.Panel(
                    valueTitle: "mean silhouette",
                    points: silhouettes.enumerated().map {
                        CurveChart.Point(
                            x: Double($0 + 2), interval: Interval(value: $1, title: "k = \($0 + 2)")
                        )
                    }, choiceLabel: "0.31"),
                CurveChart.Panel(
                    valueTitle: "agreement of resamplings (ARI)",
                    points: agreements.enumerated().map {
                        CurveChart.Point(
                            x: Double($0 + 2),
                            interval: Interval(
                                value: $1, low: $1 - 0.12, high: min(1, $1 + 0.1),
                                title: "k = \($0 + 2)"))
                    }, choiceLabel: "0.88"),
            ], choice: 4)
    }

    static var distances: CurveChart {
        CurveChart(
            text: ChartText(
                title: "Distance to the 4th neighbour", description: "The bend is at 1.42."),
            acrossTitle: "devices, sorted",
            panels: [
                CurveChart.Panel(
                    valueTitle: "distance to the 4th neighbour",
                    points: (0..<400).map {
                        let share = Double($0) / 400
                        return CurveChart.Point(
                            x: Double($0 + 1),
                            interval: Interval(
                                value: 0.5 + share + 3 * share * share * share * share))
                    }, choiceLabel: "eps 1.9")
            ], choice: 300)
    }
}
