package import Reports
import Values

extension Sample {
    package var models: ModelPanel {
        let card = ModelPanel.Card(
            file: kind == .hostile ? Self.markup : "failure-24h.onnx", bytes: 270,
            sha256: "dc9979fefb3847f6dc9979fefb3847f6", producer: "perfmon 1.0.0", irVersion: 8,
            opset: 17,
            inputs: ["features float [N, 26]"], outputs: ["probability float [N, 1]"],
            meaning: .probability, isOwn: true, features: metrics.map(\.name), trainedRows: 26_600,
            backTest: backTest)
        var autoencoder = card
        autoencoder.file = "autoencoder.onnx"
        autoencoder.meaning = .reconstruction
        autoencoder.backTest = nil
        autoencoder.autoencoder = AutoencoderSelection(
            rows: 26_600, leftOut: 700, devicesLeftOut: [kind == .hostile ? Self.markup : "9"],
            heldOutRows: 5_180,
            linearError: 0.12, networkError: 0.08, widths: [4, 8, 3, 8, 4])
        var random = random
        let times = (0..<60).map { range.upperBound - Double(60 - $0) * step }
        let result = ModelPanel.Result(
            times: times, scores: times.map { _ in random.next() * 0.4 }, threshold: 0.5, last: 0.8,
            above: 3, contributions: [], milliseconds: 4.2)
        guard kind != .oneDevice else { return ModelPanel(runtime: .missing, entries: []) }
        return ModelPanel(
            runtime: .found(version: "1.20.1"),
            entries: [
                .init(card: card, outcome: .result(result)),
                .init(card: card, outcome: .timedOut(seconds: 5)),
                .init(card: autoencoder, outcome: .crashed(signal: 11)),
                .init(card: foreign(card), outcome: .columnsMissing(["temperature", "rpm"])),
                .init(card: lifeCard(card), outcome: .result(lifeResult(times))),
            ], comparison: comparison(times))
    }

    /// Made for another data set.
    private func foreign(_ card: ModelPanel.Card) -> ModelPanel.Card {
        var foreign = card
        foreign.file = "life-2.onnx"
        foreign.backTest = nil
        return foreign
    }

    private func lifeCard(_ card: ModelPanel.Card) -> ModelPanel.Card {
        var life = card
        life.file = kind == .hostile ? Self.markup : "life.onnx"
        life.meaning = .remainingLife
        life.backTest = lifeTest
        return life
    }

    /// Told ever less, a little above what it is to be, with a device of the past that looked alike.
    private func lifeResult(_ times: [Double]) -> ModelPanel.Result {
        let end = (times.last ?? 0) + 41 * step
        let points = times.map { time -> ModelPanel.LifeCourse.Point in
            let left = min(90 * step, 1.1 * (end - time))
            return .init(time: time, left: left, range: 0.8 * left...1.3 * left)
        }
        return ModelPanel.Result(
            times: times, scores: points.map(\.left), threshold: nil,
            last: points.last?.left ?? .nan, above: 0, contributions: [], milliseconds: 5,
            life: .init(
                points: points,
                precedents: [.init(device: device(0), left: 38 * step, distance: 0.4)]))
    }

    /// A test of remaining lives.
    package var lifeTest: BackTest {
        var test = BackTest(rows: 4_000)
        (test.rmse, test.naiveRMSE, test.linear) = (14 * step, 41 * step, .init(rmse: 17.5 * step))
        test.lives = .init(
            units: 20, medianError: 6 * step, late: 0.54, lateBy: 5 * step, covered: 0.81,
            sizes: [
                .init(from: 0, to: 31 * step, rows: 640, rmse: 4 * step, late: 0.4),
                .init(from: 31 * step, to: 62 * step, rows: 640, rmse: 11 * step, late: 0.55),
            ])
        return test
    }

    /// The bands, the row detector and a model, with an alarm each.
    private func comparison(_ times: [Double]) -> DetectorComparison {
        var random = random
        let detectors: [DetectorComparison.Detector] = [
            .bands, .rows, .model(kind == .hostile ? Self.markup : "failure-24h.onnx"),
        ]
        let limits: [DetectorComparison.Limit] = [.own, .half, .hundredth]
        var comparison = DetectorComparison(
            starts: times, end: range.upperBound,
            lanes: zip(detectors, limits).map { detector, limit in
                var scores = times.map { _ in random.next() * 0.8 }
                scores[30] = 4.2
                return .init(
                    detector: detector, limit: limit, scores: scores,
                    alarms: [.init(from: times[30], to: times[30], peak: 4.2)],
                    last: scores.last ?? 0, isAlarmNow: detector == .bands, alarmShare: 0.017,
                    verdict: .init(
                        positives: 40, detected: 22, alarms: 31, trueAlarms: 24,
                        isBackTest: limit == .hundredth))
            },
            truth: codes.isEmpty ? nil : .failures(horizon: 86_400), marks: [times[31]])
        (comparison.devicesEvaluated, comparison.devicesShown) = (deviceCount, deviceCount)
        return comparison
    }

    package var backTest: BackTest {
        let mark = kind == .hostile ? Self.markup : ""
        var test = BackTest(rows: 7_300)
        test.positives = 120
        test.averagePrecision = 0.94
        test.alarms = .init(
            precision: 0.9, recall: 0.95, falseAlarmsPerMonth: 0.05, count: 127, truePositives: 114)
        test.naive = .init(precision: 0.2, recall: 0.7, count: 420, truePositives: 84)
        test.naiveAveragePrecision = 0.18
        test.linear = .init(
            averagePrecision: 0.71,
            alarms: .init(precision: 0.7, recall: 0.68, count: 117, truePositives: 82))
        test.kind = .trees
        test.second = .init(
            averagePrecision: 0.9,
            alarms: .init(precision: 0.85, recall: 0.9, count: 127, truePositives: 108))
        test.calibration = [
            .init(from: 0, to: 0.01, rows: 7_000, predicted: 0.001, observed: 3),
            .init(from: 0.5, to: 0.8, rows: 200, predicted: 0.6, observed: 118),
            .init(from: 0.8, to: 1, rows: 100, predicted: 0.93, observed: 91),
        ]
        test.curve = (0...20).map {
            .init(
                recall: Double($0) / 20, precision: 1 - Double($0 * $0) / 800,
                threshold: 0.99 - Double($0) / 25)
        }
        (test.horizon, test.threshold) = (24 * 3_600, 0.4)
        test.budgets = [
            .init(
                perWeek: 5, failures: 120, announced: 60, leadTime: 64_800,
                leadRange: [50_400, 86_400], leadCounts: [0, 4, 20, 36], alarms: 65,
                truePositives: 62),
            .init(
                perWeek: 10, failures: 120, announced: 112, leadTime: 64_800,
                leadRange: [32_400, 86_400], leadCounts: [2, 14, 38, 58], alarms: 130,
                truePositives: 115),
        ]
        test.leaks = [.init(source: .init(.reading, "left" + mark), evidence: .timeToEnd)]
        test.standing = 41
        test.weights = [.init(name: "volt, mean, 3 d" + mark, share: 0.4)]
        test.importance = [
            .init(.init(.error, "error5" + mark), loss: 0.31),
            .init(.init(.reading, metrics.first?.name ?? "volt"), loss: 0.052),
            .init(.init(.age, ""), loss: 0.01),
        ]
        return test
    }
}
