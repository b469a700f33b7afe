import Charts
import Markup
import Testing
import Values

@Suite struct ScaleTests {
    struct Case: Sendable {
        let values: [Double]
        let zero: Bool
        let length: Double
        let spacing: Double
        let labels: [String]
    }

    @Test(
        "ticks of known ranges",
        arguments: [
            Case(
                values: [0.071, 0.139], zero: true, length: 148, spacing: 35,
                labels: ["0.00", "0.05", "0.10", "0.15"]),
            Case(
                values: [0, 11.8], zero: true, length: 276, spacing: 35,
                labels: ["0", "2", "4", "6", "8", "10", "12"]),
            Case(
                values: [-3.4, 3.6], zero: false, length: 634, spacing: 80,
                labels: ["−4", "−3", "−2", "−1", "0", "1", "2", "3", "4"]),
            Case(
                values: [91, 124], zero: false, length: 62, spacing: 26,
                labels: ["80", "100", "120", "140"]),
            Case(
                values: [0, 1_500_000], zero: true, length: 148, spacing: 35,
                labels: ["0.0", "0.5M", "1.0M", "1.5M"]),
            Case(
                values: [], zero: true, length: 148, spacing: 35,
                labels: ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
            Case(
                values: [.nan, .infinity], zero: false, length: 70, spacing: 35,
                labels: ["0.0", "0.5", "1.0"]),
        ])
    func knownRanges(_ item: Case) {
        let scale = LinearScale(
            values: item.values, from: 0, to: item.length, includesZero: item.zero,
            spacing: item.spacing)
        #expect(scale.ticks.map { scale.format.text($0, .english) } == item.labels)
    }

    /// Ranges of every size and place, up to the limits of Double.
    static let ranges: [[Double]] = {
        let noise = Samples.noise(600, seed: 17)
        let random = (0..<200).map { index -> [Double] in
            let size = Double(
                sign: .plus, exponent: Int(noise[index * 3] * 120) - 60, significand: 1)
            let low = (noise[index * 3 + 1] - 0.5) * size
            return [low, low + noise[index * 3 + 2] * size]
        }
        let special: [[Double]] = [
            [0, 0], [5, 5], [-5, -5], [1e-300, 1e-300],
            [.leastNonzeroMagnitude, .leastNonzeroMagnitude * 2], [1e9, 1e9 + 1e-6],
            [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], [1e16, 1e16 + 2],
            [0, .leastNonzeroMagnitude],
            [-1e-200, 1e-200], [0.1, 0.3], [-1, 0], [1e15, 1e15],
        ]
        return random + special
    }()

    @Test(
        "steps are 1, 2 or 5, ends are ticks, at most ten, all values inside",
        arguments: [
            (132.0, 35.0), (250, 80), (1_072, 80), (54, 26), (1, 35),
        ])
    func anyRange(length: Double, spacing: Double) {
        let broken = Self.ranges.flatMap { values in
            [true, false].flatMap { zero in
                let scale = LinearScale(
                    values: values, from: length, to: 0, includesZero: zero, spacing: spacing)
                return Self.brokenRules(scale, values, zero: zero).map { "\($0): \(values)" }
            }
        }
        #expect(broken.isEmpty)
    }

    private static func brokenRules(
        _ scale: LinearScale, _ values: [Double], zero: Bool
    ) -> [String] {
        let slack = (scale.domain.upperBound - scale.domain.lowerBound) * 1e-6
        let texts = scale.ticks.map { scale.format.text($0, .english) }
        let held = values.filter { $0.magnitude < 1e300 }
        let rules = [
            ("2 to 10 ticks", (2...10).contains(scale.ticks.count)),
            ("first tick", scale.domain.lowerBound == scale.ticks.first),
            ("last tick", scale.domain.upperBound == scale.ticks.last),
            ("1, 2 or 5", mantissa(scale.step).map([1, 2, 5].contains) == true),
            ("not below", held.allSatisfy { $0 >= scale.domain.lowerBound - slack }),
            ("not above", held.allSatisfy { $0 <= scale.domain.upperBound + slack }),
            ("labels differ", Set(texts).count == texts.count),
            ("zero", !zero || scale.ticks.contains(0)),
        ]
        return rules.filter { !$0.1 }.map(\.0)
    }

    /// The leading digit of a step, or nil where it is not close to a whole number.
    private static func mantissa(_ step: Double) -> Int? {
        guard step > 0, step.isFinite else { return nil }
        var rest = step
        while rest >= 9.5 { rest /= 10 }
        while rest < 0.95 { rest *= 10 }
        return (rest - rest.rounded()).magnitude < 1e-6 ? Int(rest.rounded()) : nil
    }

    @Test("ticks are written in the style that is asked for")
    func tickStyle() {
        let format = AxisFormat(step: 0.5, largest: 2)
        let large = AxisFormat(step: 50_000, largest: 200_000)
        #expect(format.text(1.5, .english) == "1.5")
        #expect(format.text(1.5, .russian) == "1,5")
        #expect(large.text(150_000, .english) == "150k")
        #expect(large.text(150_000, .russian) == "150\u{A0}тыс.")
    }

    @Test("a drawing writes its ticks in the style of its words")
    func drawnStyle() throws {
        let chart = { (numbers: NumberStyle) in
            CurveChart(
                text: ChartText(title: "t", description: "d", numbers: numbers),
                acrossTitle: "k",
                panels: [
                    CurveChart.Panel(
                        valueTitle: "p",
                        points: [
                            .init(x: 0.5, interval: .init(value: 0.25, low: 0.2, high: 0.3)),
                            .init(x: 1.5, interval: .init(value: 0.75, low: 0.7, high: 0.8)),
                        ], choiceLabel: "")
                ], choice: nil)
        }
        let english = String(
            decoding: try chart(.english).draw(width: .narrow, id: "a").markup.bytes, as: UTF8.self)
        let russian = String(
            decoding: try chart(.russian).draw(width: .narrow, id: "a").markup.bytes, as: UTF8.self)
        #expect(english.contains(">0.5<") && !english.contains(">0,5<"))
        #expect(russian.contains(">0,5<") && !russian.contains(">0.5<"))
    }
}
