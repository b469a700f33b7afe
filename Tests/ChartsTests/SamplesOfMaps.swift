import Charts

extension Samples {
    private static let centers = [(-1.8, -0.1), (0.6, -1.3), (2.6, 0.7), (0.2, 2.9)]
    private static let counts = [39, 28, 19, 14]

    private static func cloud(_ group: Int, count: Int) -> [(x: Double, y: Double)] {
        let values = noise(count * 4, seed: UInt32(group + 51))
        return (0..<count).map { index in
            let place = values[(index * 4)..<(index * 4 + 4)].map { $0 }
            return (
                centers[group].0 + (place[0] + place[1] - 1) * 1.2,
                centers[group].1 + (place[2] + place[3] - 1) * 0.8
            )
        }
    }

    static var scatter: ScatterChart {
        scatterChart { group in
            cloud(group, count: counts[group]).enumerated().map { index, place in
                ScatterChart.Mark(
                    x: place.x, y: place.y, title: "machine \(group * 40 + index)",
                    label: index == 3 ? "machine \(group * 40 + index)" : "")
            }
        }
    }

    static var manyPoints: ScatterChart {
        scatterChart { group in
            cloud(group, count: counts[group] * 1_000).enumerated().map { index, place in
                ScatterChart.Mark(x: place.x, y: place.y, title: "row \(index)")
            }
        }
    }

    private static func scatterChart(_ marks: (Int) -> [ScatterChart.Mark]) -> ScatterChart {
        ScatterChart(
            text: ChartText(
                title: "Devices in the plane of the first two principal components",
                description: "4 groups of 39, 28, 19, 14 devices.",
                valueTitle: "component 2, 27 %: more comp3 failures, error4"),
            acrossTitle: "component 1, 38 %: more comp4 failures, error5",
            groups: (0..<4).map { group in
                ScatterChart.Group(
                    label: "\(["A", "B", "C", "D"][group]): \(counts[group]) devices",
                    marks: marks(group), tone: .series(group), shape: .group(group))
            })
    }

    static var weeks: HeatMap {
        let values = noise(16 * 53, seed: 71)
        let rows = (0..<16).map { row in
            HeatMap.Row(
                label: "machine \(row * 5 + 3)",
                cells: (0..<53).map { column in
                    let value = values[row * 53 + column]
                    let isMissing = row == 4 && (20..<26).contains(column)
                    let level = value < 0.45 ? 0 : Int((value - 0.45) * 12)
                    return HeatMap.Cell(
                        level: isMissing ? nil : level,
                        title: "machine \(row * 5 + 3), week \(column + 1): \(level) of 7 days",
                        isMarked: value > 0.93)
                })
        }
        return HeatMap(
            text: ChartText(
                title: "Days out of band by device and week",
                description: "16 devices with the lowest health."),
            rows: rows,
            columns: .times(
                starts: (0..<53).map { start - 3 * day + Double($0) * 7 * day },
                end: start + 368 * day, zone))
    }

    static var hours: HeatMap {
        let values = noise(7 * 24, seed: 81)
        let rows = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].enumerated().map { row, name in
            HeatMap.Row(
                label: name,
                cells: (0..<24).map { hour in
                    HeatMap.Cell(
                        level: hour == 6 ? 6 : 1 + Int(values[row * 24 + hour] * 3),
                        title: "\(name) \(hour):00")
                })
        }
        return HeatMap(
            text: ChartText(
                title: "Errors by weekday and hour", description: "06:00 holds 29 %.",
                valueTitle: "hour of the day, local time"),
            rows: rows,
            columns: .names((0..<24).map { ($0 < 10 ? "0" : "") + "\($0):00" }),
            shortage: .showsAll)
    }
}
