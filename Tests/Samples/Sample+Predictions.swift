package import Reports
import Values

extension Sample {
    /// One of each thing that can be known of what is to come.
    package static var predictions: [PredictionState] {
        let failure = FleetPrediction.Quantity.failure(within: 86_400)
        var test = BackTest(rows: 7_300)
        test.positives = 131
        test.averagePrecision = 0.31
        test.naiveAveragePrecision = 0.3
        test.alarms = BackTest.Alarms(precision: 0.95, recall: 0.99)
        test.budgets = [
            .init(perWeek: 5, failures: 131, announced: 60, leadTime: 64_800),
            .init(perWeek: 20, failures: 131, announced: 129, leadTime: 64_800),
        ]
        test.counts = (0..<2).map { place in
            BackTest.HorizonCount(
                time: Double(place) * 86_400, probabilities: [0.9, 0.7, 0.1],
                happened: [true, place == 0, false])
        }
        var life = BackTest(rows: 4_000)
        life.rmse = 12.3
        life.naiveRMSE = 40.1
        return [
            .learning(failure, share: 0.4), .learning(.life, share: 0),
            .known(risks(0.93, test)), .known(risks(0.012, test)), .known(lives(life)),
            .noBetter(failure, test), .noBetter(.life, life),
            .tooFew(failure, found: 4, needed: 10), .tooFew(.life, found: 2, needed: 6),
            .failed(failure), .off(failure), .off(.life),
        ]
    }

    /// What was learned of a set, and chosen about it: nothing yet, by the data, by hand, kept.
    package static var modelVersions: [ModelVersions] {
        var first = ModelVersions()
        _ = first.add(
            .init(
                number: 1, learned: 1_451_624_400, rows: 876_100, horizon: 172_800, cause: .first,
                test: nil))
        var told = first
        told.leadTime = LeadTime(
            length: 172_800, source: .init(.reading, "volt"), code: "comp2", failures: 41,
            strength: 0.8)
        told.since = CalibrationSince([
            BackTest.HorizonCount(time: 0, probabilities: [0.9, 0.4], happened: [true, false])
        ])
        var chosen = told
        chosen.horizon = 172_800
        chosen.pinned = 1
        return [ModelVersions(), first, told, chosen]
    }

    /// Four devices, the second at 4 % and the others hardly at all.
    private static func risks(_ highest: Double, _ test: BackTest) -> FleetPrediction {
        let drivers: [FleetPrediction.Driver] = [
            .init(source: .init(.error, "error5"), value: 2, usual: 0, window: 604_800),
            .init(source: .init(.reading, "volt"), value: 186.2, usual: 171.1, window: 86_400),
            .init(source: .init(.attribute, "model"), value: 1, usual: 1, window: nil),
        ]
        return FleetPrediction(
            quantity: .failure(within: 86_400), time: 1_451_624_400,
            rows: [
                .init(device: DeviceRef(index: 12, name: "13"), value: highest, drivers: drivers),
                .init(device: DeviceRef(index: 4, name: "5"), value: min(0.04, highest)),
                .init(device: DeviceRef(index: 5, name: "6"), value: 0.004),
                .init(device: DeviceRef(index: 6, name: "7"), value: 0.0001),
            ], test: test, file: "risk-set.onnx")
    }

    private static func lives(_ test: BackTest) -> FleetPrediction {
        FleetPrediction(
            quantity: .life, time: 378,
            rows: [
                .init(
                    device: DeviceRef(index: 12, name: "13"), value: 600_000,
                    range: 300_000...1_000_000,
                    drivers: [
                        .init(
                            source: .init(.reading, "volt"), value: 2.1, usual: 0.1, window: 5,
                            isStandardised: true),
                        .init(source: .init(.age, ""), value: 900_000, usual: .nan, window: nil),
                    ])
            ], test: test, file: "life-set.onnx")
    }

    /// Earlier episodes that ended in every way there is, and such that nothing followed.
    package static var aftermaths: [Aftermath] {
        let volt = MetricRef(index: 0, name: "volt", unit: "V")
        let device = DeviceRef(index: 12, name: "13")
        let episode = Episode(
            .drift, devices: [device], subjects: [.metric(volt)], from: 1_451_000_000, to: nil,
            severity: 60)
        let failure = CodeRef(index: 3, kind: .failure, name: "comp2", rank: 0)
        let repair = CodeRef(index: 4, kind: .repair, name: "comp1", rank: 0)
        let sequels: [[Aftermath.Sequel]] = [
            [.failure(failure, after: 50_400), .failure(failure, after: 144_000), .nothing]
                + [.repair(repair, after: 86_400)],
            [.failure(failure, after: 50_400), .nothing, .nothing], [.nothing, .nothing, .nothing],
        ]
        return sequels.map { sequels in
            Aftermath(
                of: episode,
                examples: sequels.map { .init(device: device, from: 1_450_000_000, sequel: $0) },
                within: 259_200)
        }
    }
}
