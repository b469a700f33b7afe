import Charts
import Values

extension Samples {
    private static let names = ["pressure", "volt", "rotate", "vibration"]
    private static let levels = [100.0, 170, 446, 40]

    private static func daily(_ index: Int, count: Int) -> [Double] {
        noise(count, seed: UInt32(index + 11)).map { levels[index] * (0.95 + $0 * 0.1) }
    }

    static var readings: SmallMultiples {
        let first = start + 273 * day
        let panels = names.indices.map { index in
            var values = daily(index, count: 92)
            let out = index == 1 ? [20, 91] : [1, 2, 43, 44 + index, 90]
            for place in out { values[place] = levels[index] * 1.24 }
            let points = values.enumerated().map { DataPoint(x: first + Double($0) * day, y: $1) }
            return SmallMultiples.Panel(
                label: names[index],
                series: [LineSeries(points: points, tone: .ink)],
                bands: [
                    LineBand(
                        points: [
                            LineBand.Point(
                                x: first, low: levels[index] * 0.91, high: levels[index] * 1.09)
                        ], title: "expected band")
                ],
                anomalies: out.map { place in
                    SmallMultiples.Panel.Anomaly(
                        x: first + Double(place) * day, y: values[place],
                        title: "machine 23: \(names[index]) out of band")
                },
                endLabel: NumberFormat.fixed(values[91], decimals: 1, style: .english),
                isOut: index < 2)
        }
        func event(_ at: Double, _ label: String, _ tone: Tone = .context) -> EventLane.Event {
            EventLane.Event(
                x: first + at * day, label: label, tone: tone, title: "machine 23: " + label)
        }
        let failures = [0.3, 15.2, 45.3, 75.3]
        return SmallMultiples(
            text: ChartText(
                title: "Readings and events of machine 23",
                description: "pressure is out of its band since 30 Dec."),
            axis: .time(zone), panels: panels,
            lanes: [
                EventLane(
                    label: "errors", kind: .ticks,
                    events: [
                        event(14.2, "error5", .series(4)), event(23.6, "error2", .series(1)),
                        event(28.5, "error3", .series(2)), event(44.3, "error4", .series(3)),
                        event(49.8, "error2", .series(1)), event(73.8, "error2", .series(1)),
                        event(74.2, "error5", .series(4)), event(82, "error4", .series(3)),
                    ]),
                EventLane(
                    label: "failures", kind: .failures,
                    events: zip(failures, ["comp3", "comp4", "comp3", "comp4"]).map {
                        event($0, $1)
                    }),
                EventLane(
                    label: "repairs", kind: .repairs,
                    events: [
                        event(0.3, "comp1 + comp3"), event(15.2, "comp4"), event(30.2, "comp2"),
                        event(45.3, "comp3 + comp1"), event(60, "comp1"), event(75.3, "comp4"),
                        event(90.2, "comp2"),
                    ]),
            ], moments: failures.map { first + $0 * day },
            range: first...(first + 92 * day))
    }

    static var codes: SmallMultiples {
        let panels = (0..<5).map { index in
            let values = noise(52, seed: UInt32(index + 31)).map {
                0.008 * Double(6 - index) * (0.5 + $0) / 2
            }
            let points = values.enumerated().map {
                DataPoint(x: start + Double($0) * 7 * day, y: $1)
            }
            return SmallMultiples.Panel(
                label: "error\(index + 1)",
                series: [
                    LineSeries(points: points, tone: .context),
                    LineSeries(
                        points: points.map { DataPoint(x: $0.x, y: values.reduce(0, +) / 52) },
                        tone: .series(index)),
                ], endLabel: NumberFormat.fixed(values[51], decimals: 3, style: .english))
        }
        return SmallMultiples(
            text: ChartText(title: "Error rate of each code", description: "error1 leads."),
            axis: .time(zone), panels: panels, scaling: .shared)
    }

    static var fleetReadings: SmallMultiples {
        let panels = names.indices.map { index in
            let values = daily(index, count: 52)
            let middle = values.map { levels[index] + ($0 - levels[index]) / 4 }
            let x = values.indices.map { start + Double($0) * 7 * day }
            let band = values.indices.map { place in
                LineBand.Point(
                    x: x[place], low: middle[place] * 0.96,
                    high: max(values[place], middle[place] * 1.02))
            }
            return SmallMultiples.Panel(
                label: names[index], series: [LineSeries(x: x, y: middle)],
                bands: [LineBand(points: band, title: "10 to 90 % of the devices")],
                endLabel: NumberFormat.fixed(middle[51], decimals: 1, style: .english))
        }
        return SmallMultiples(
            text: ChartText(title: "Weekly mean of each reading", description: "All are level."),
            axis: .time(zone), panels: panels)
    }
}
