import Reports
import Samples

@testable import Wording

/// Models, their answers and how they were learned.
extension PhraseCases {
    static let panels: [ModelPanel] =
        [Sample(.rich).models]
        + [.found(version: "1.20.1"), .starting, .missing, .unusable("version 9 is not supported")]
        .map { ModelPanel(runtime: $0, entries: []) }

    var modelCards: [ModelPanel.Card] {
        guard let card = Sample(.rich).models.entries.first?.card else { return [] }
        return [card, Self.with(card) { $0.isOwn = false }]
    }

    /// A result of each meaning, and all that keeps a model from having one.
    var outcomesOfModels: [(ModelPanel.Outcome, ModelPanel.Card)] {
        guard let card = modelCards.first else { return [] }
        let results = Self.pairs(Self.meanings, [(0.7, 0.5), (0.3, 0.5), (0.3, nil), (.nan, 0.5)])
            .map { meaning, figures -> (ModelPanel.Outcome, ModelPanel.Card) in
                let result = Self.result(last: figures.0, threshold: figures.1)
                return (.result(result), Self.with(card) { $0.meaning = meaning })
            }
        let outcomes: [ModelPanel.Outcome] =
            [.pending, .columnsMissing(["rpm"]), .columnsMissing(["rpm", "temperature"])]
            + Self.counts.map { .needsMapping(inputs: $0, metrics: $0) }
            + Self.refusals.map { .refused($0) }
            + [.failed("Invalid rank for input: x"), .crashed(signal: 11)]
            + [1, 2, 21, 60].map { .timedOut(seconds: $0) }
        return results + Self.counts.map { (.result(Self.result(rows: $0)), card) }
            + outcomes.map { ($0, card) }
    }

    private static func result(
        last: Double = 0.7, threshold: Double? = 0.5, rows: Int = 3
    ) -> ModelPanel.Result {
        .init(
            times: Array(repeating: 1, count: rows), scores: [], threshold: threshold, last: last,
            above: rows, contributions: [], milliseconds: 5)
    }

    static let trainings: [ModelPanel.Training.State] =
        [.idle]
        + pairs(ModelPanel.Training.Task.allCases, ["x", "y"]).map {
            .running($0, set: $1, share: 0.4)
        }
        + ModelPanel.Training.Task.allCases.map { .ended($0, set: "x", .done(file: "a.onnx")) }
        + counts.map { .ended(.life, set: "x", .tooFew(found: $0, needed: 6)) }
        + [
            .ended(.life, set: "y", .cancelled), .ended(.life, set: "x", .cancelled),
            .ended(.life, set: "x", .notStored(errno: 28)), .ended(.life, set: "x", .failed),
        ]

    /// The network kept, the components kept, neither compared; rows left out and none.
    static let selections: [AutoencoderSelection] = {
        let network = AutoencoderSelection(
            rows: 26_600, leftOut: 700, devicesLeftOut: ["9"], heldOutRows: 5_180,
            linearError: 0.12, networkError: 0.08, widths: [4, 8, 3, 8, 4])
        let linear = with(network) {
            ($0.linearError, $0.networkError, $0.leftOut) = (0.0004, 0.02, 0)
        }
        let untried = with(network) { ($0.networkError, $0.devicesLeftOut) = (nil, []) }
        let counts = [1, 2, 5, 21].map { count in
            with(network) {
                ($0.leftOut, $0.heldOutRows) = (count, count)
                $0.devicesLeftOut = (1...count).map { "\($0)" }
            }
        }
        return [network, linear, untried] + counts
    }()

    /// All that alarms are compared with, only the needful, and none.
    static let costs: [[BackTest.AlarmCost]] = {
        let test = Sample(.rich).backTest
        let bare = with(test) {
            ($0.curve, $0.naive, $0.linear, $0.second) = ([], nil, nil, nil)
        }
        let dear = with(test) { $0.alarms = .init(precision: 0.1, recall: 0.2) }
        return [test, bare, dear].map { $0.alarmCosts(at: AlarmPrices()) } + [[]]
    }()
}
