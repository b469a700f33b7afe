import Reports
import Samples
import Values

@testable import Wording

/// What is to come.
extension PhraseCases {
    var predictions: Chapter {
        Chapter("PredictionPhrases") {
            Said("outlook(_:)", predictionStates) { $0.phrases.outlook($1) }
            Said("outlook(_:for:)", predictionStates) { axis, state in
                Self.pairs(
                    [DeviceRef(index: 12, name: "13"), Self.numbered[0], Self.pump],
                    [Status.ok, .critical]
                ).map {
                    axis.phrases.outlook(state, for: Self.row($0, $1))
                }
            }
            Said("statusAndRisk(_:)", [1, 2, 5, 21]) { phrases.statusAndRisk($0) }
            Said("atRisk()", phrases.atRisk())
            Said("predictions(_:)", predictionStates) { $0.phrases.predictions($1) }
            Said("predictionColumn(_:)", Self.quantities) { phrases.predictionColumn($0) }
            Said("predicted(_:_:)", predictedRows) { $0.phrases.predicted($1, $2) }
            Said("driversTitle()", phrases.driversTitle())
            Said("driver(_:)", drivers) { $0.phrases.driver($1) }
            Said("lifeCourse(_:file:)", lifeCourses) {
                $0.phrases.lifeCourse($1, file: "life.onnx")
            }
            Said("lifeCourseAxis()", everyAxis) { $0.phrases.lifeCourseAxis() }
            Said("aftermath(_:)", aftermaths) { phrases.aftermath($0) }
            Said("sequel(_:)", Self.sequels) { phrases.sequel($0) }
            Said("sequelTitle()", phrases.sequelTitle())
        }
    }

    private static func row(_ device: DeviceRef, _ status: Status) -> OverviewReport.DeviceRow {
        OverviewReport.DeviceRow(
            device: device, status: status, health: 40, trouble: nil, furthest: nil, spark: [],
            errors: nil, failures: nil, mainLoss: nil)
    }

    private static let quantities: [FleetPrediction.Quantity] =
        [3_600, 86_400, 172_800, 604_800].map { .failure(within: $0) } + [.life]

    private var predictionStates: [(Axis, PredictionState)] {
        let states =
            [.none] + Sample.predictions
            + [1, 2, 5, 21].map { .tooFew(.failure(within: 86_400), found: $0, needed: 10) }
            + [.failed(.life), .noBetter(.life, BackTest(rows: 9))]
        return states.map { (days, $0) } + knownStates.map { (days, $0) }
            + Sample.predictions.filter { $0.prediction?.quantity == .life }.map { (cycles, $0) }
    }

    /// One likely failure, several, and nothing told of any device.
    private var knownStates: [PredictionState] {
        let risks = [[0.999], [0.6, 0.4, 0.3, 0.2], [0.003, 0.001], []]
        let failures = risks.map { risks in
            FleetPrediction(
                quantity: .failure(within: 3_600), time: Sample.end,
                rows: zip(Self.numbered, risks).map { .init(device: $0, value: $1) },
                test: Sample(.rich).backTest, file: "")
        }
        let lives = [0.0, 86_400, 5 * 86_400, 21 * 86_400].map { left in
            FleetPrediction(
                quantity: .life, time: Sample.end,
                rows: [.init(device: Self.pump, value: left)], test: Sample(.rich).lifeTest,
                file: "")
        }
        return (failures + lives).map { .known($0) }
    }

    private var predictedRows: [(Axis, FleetPrediction.Row, FleetPrediction.Quantity)] {
        let risks = [0.001, 0.5, 0.995].map { FleetPrediction.Row(device: Self.pump, value: $0) }
        let lives = [1.0, 2, 5, 21].flatMap { count -> [FleetPrediction.Row] in
            [nil, count / 2...2 * count].map {
                .init(device: Self.pump, value: count, range: $0)
            }
        }
        return risks.map { (days, $0, .failure(within: 86_400)) }
            + lives.map { (cycles, $0, .life) } + lives.map { (rows, $0, .life) }
            + lives.map { row in
                let range = row.range.map { $0.lowerBound * 86_400...$0.upperBound * 86_400 }
                let row = FleetPrediction.Row(
                    device: row.device, value: row.value * 86_400, range: range)
                return (days, row, .life)
            }
    }
}
