import Reports
import Samples

@testable import Wording

/// Words about models.
extension PhraseCases {
    var models: Chapter {
        Chapter("ModelPhrases") {
            modelAnswers
            modelForms
            modelLearning
            modelCosts
        }
    }

    @SayingsBuilder private var modelAnswers: [Said] {
        Said("models(_:)", Self.panels) { phrases.models($0) }
        Said("modelTitle(_:)", modelCards) { phrases.modelTitle($0) }
        Said("meaning(_:)", Self.meanings) { phrases.meaning($0) }
        Said("outcome(_:_:)", outcomesOfModels) { phrases.outcome($0, $1) }
        Said("modelFormat(_:)", modelCards.prefix(1).map(\.self)) { phrases.modelFormat($0) }
        Said("scoreAxis(_:)", Self.meanings) { phrases.scoreAxis($0) }
        Said("milliseconds(_:)", [0.4, 12]) { phrases.milliseconds($0) }
    }

    @SayingsBuilder private var modelForms: [Said] {
        Said("modelUpload()", phrases.modelUpload())
        Said("sendModel()", phrases.sendModel())
        Said("modelChanges()", phrases.modelChanges())
        Said("otherModels(_:)", Self.counts) { phrases.otherModels($0) }
        Said("renameModel()", phrases.renameModel())
        Said("columnsTitle()", phrases.columnsTitle())
        Said("saveColumns()", phrases.saveColumns())
        Said("featureNumber(_:)", [3]) { phrases.featureNumber($0) }
    }

    @SayingsBuilder private var modelLearning: [Said] {
        Said("taskTitle()", phrases.taskTitle())
        Said("horizonTitle()", phrases.horizonTitle())
        Said("weightsTitle()", phrases.weightsTitle())
        Said("task(_:)", ModelPanel.Training.Task.allCases) { phrases.task($0) }
        Said("training(_:set:)", Self.trainings) { phrases.training($0, set: "x") }
        Said("autoencoder(_:)", Self.selections) { phrases.autoencoder($0) }
    }

    @SayingsBuilder private var modelCosts: [Said] {
        Said("costs(_:_:)", Self.costs) { phrases.costs($0, AlarmPrices()) }
        Said("missedFailurePriceTitle()", phrases.missedFailurePriceTitle())
        Said("falseAlarmPriceTitle()", phrases.falseAlarmPriceTitle())
        Said("alarmSourcesTitle()", phrases.alarmSourcesTitle())
        Said("alarmSourceTitle()", phrases.alarmSourceTitle())
        Said("alarmSource(_:_:)", Self.pairs(Self.tests, BackTest.AlarmSource.allCases)) {
            phrases.alarmSource($1, $0)
        }
        Said("averagePrecisionTitle()", phrases.averagePrecisionTitle())
        Said("truePositivesTitle()", phrases.truePositivesTitle())
        Said("falseAlarmsTitle()", phrases.falseAlarmsTitle())
        Said("costTitle()", phrases.costTitle())
        Said("rmseTitle()", phrases.rmseTitle())
        Said("importanceTitle()", phrases.importanceTitle())
        Said("importanceNote(_:)", Self.tests) { phrases.importanceNote($0) }
        Said("importanceLossTitle(_:)", Self.tests) { phrases.importanceLossTitle($0) }
        Said("source(_:)", BackTest.Source.Kind.allCases) { kind in
            [kind.rawValue + "5", "volt"].map { phrases.source(.init(kind, $0)) }
        }
    }

    static let meanings: [ModelPanel.Meaning] = [
        .reconstruction, .score, .probability, .classes, .remainingLife, .unknown,
    ]

    /// A tree, a network, one whose kind is not known, and one of remaining lives.
    static let tests: [BackTest] = [
        Sample(.rich).backTest, with(Sample(.rich).backTest) { $0.kind = .network },
        with(Sample(.rich).backTest) { $0.kind = nil }, Sample(.rich).lifeTest,
    ]
}
