import Reports

extension EnglishPhrases {
    func autoencoder(_ selection: AutoencoderSelection) -> Sentence {
        "\(chosen(selection))\(leftOut(selection))"
    }

    private func chosen(_ selection: AutoencoderSelection) -> Sentence {
        guard let (kept, other) = selection.unexplained else {
            return
                "Chosen: PCA, because there are too few rows to compare it with an autoencoder."
        }
        let layers = selection.widths.map(String.init).joined(separator: "-")
        let (own, others) =
            selection.keepsNetwork
            ? ("an autoencoder (\(layers))", "PCA")
            : ("PCA", "an autoencoder (\(layers))")
        return
            "Chosen: \(strong: own). On \(format.counted(selection.heldOutRows, "held-out row", "held-out rows")) it leaves \(strong: share(kept)) of the variance unexplained, \(others) with the same bottleneck \(share(other))."
    }

    private func share(_ unexplained: AutoencoderSelection.Unexplained) -> String {
        switch unexplained {
        case .hardlyAny: "under 0.1 %"
        case .share(let share): format.percent(share, decimals: 1)
        }
    }

    private func leftOut(_ selection: AutoencoderSelection) -> String {
        guard selection.leftOut > 0 else {
            return " No rows were excluded as outliers."
        }
        let share = format.percent(selection.leftOutShare, decimals: 1)
        let devices =
            selection.devicesLeftOut.isEmpty
            ? ""
            : ", including all rows of \(list(selection.devicesLeftOut, limit: 8)), so that a lasting fault is not learned as normal"
        let verb = selection.leftOut == 1 ? "was" : "were"
        return
            " \(format.counted(selection.leftOut, "row", "rows")) (\(share)) \(verb) excluded as outliers\(devices)."
    }

    func costs(_ alarmCosts: [BackTest.AlarmCost], _ prices: AlarmPrices) -> Sentence? {
        guard let own = alarmCosts.first(where: { $0.source == .model }),
            let never = alarmCosts.first(where: { $0.source == .never })
        else { return nil }
        let naive = alarmCosts.first { $0.source == .naive }.map {
            ", by the rule “any error” \(format.figure($0.cost))"
        }
        let best = alarmCosts.first { $0.source == .cheapest }.map {
            " In hindsight, alarms on \(format.percent($0.alarmShare, decimals: 2)) of the rows instead of \(format.percent(own.alarmShare, decimals: 2)) would have cost least: \(format.figure($0.cost))."
        }
        return
            "At \(format.figure(prices.missedFailure)) per missed failure and \(format.figure(prices.falseAlarm)) per false alarm, alarms at the model’s threshold would have cost \(strong: format.figure(own.cost)), no alarms \(format.figure(never.cost))\(naive ?? "").\(best ?? "") Each row before a failure without an alarm counts as a missed failure; true alarms cost nothing."
    }

    func missedFailurePriceTitle() -> String { "Cost of a missed failure" }

    func falseAlarmPriceTitle() -> String { "Cost of a false alarm" }

    func alarmSourcesTitle() -> String { "Compared with simpler rules on the same rows" }

    func alarmSourceTitle() -> String { "Rule" }

    func alarmSource(_ source: BackTest.AlarmSource, _ test: BackTest) -> String {
        let isLife = test.rmse != nil
        return switch source {
        case .model: "This model" + (test.kind.map { " (\(kind($0)))" } ?? "")
        case .second: "\(test.kind == .network ? "Boosted trees" : "Neural network"), not chosen"
        case .cheapest: "This model at its cheapest threshold"
        case .linear: isLife ? "Ridge regression" : "Logistic regression"
        case .naive: isLife ? "Mean life minus age" : "Any error within the horizon"
        case .never: "No alarms"
        }
    }

    private func kind(_ kind: BackTest.Kind) -> String {
        switch kind {
        case .trees: "boosted trees"
        case .network: "neural network"
        }
    }

    func averagePrecisionTitle() -> String { "Average precision" }

    func truePositivesTitle() -> String { "Rows found" }

    func falseAlarmsTitle() -> String { "False alarms" }

    func costTitle() -> String { "Cost" }

    func rmseTitle() -> String { "RMSE" }

    func importanceTitle() -> String { "Most important inputs" }

    func importanceNote(_ test: BackTest) -> String {
        let what =
            test.rmse == nil ? "how much average precision falls" : "how much the RMSE rises"
        return
            "Permutation importance: \(what) on held-out rows when all features of this input are shuffled."
    }

    func importanceLossTitle(_ test: BackTest) -> String {
        test.rmse == nil ? "Drop in average precision" : "Rise in RMSE"
    }

    func source(_ source: BackTest.Source) -> String {
        let word: String
        switch source.kind {
        case .reading, .attribute: return source.name
        case .age: return "age"
        case .error: word = "error"
        case .failure: word = "failure"
        case .repair: word = "repair"
        case .other: word = "event"
        }
        // Many codes say it themselves: `error5`.
        return source.name.lowercased().hasPrefix(word) ? source.name : "\(word) \(source.name)"
    }
}
