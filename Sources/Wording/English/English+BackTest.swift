import Reports

extension EnglishPhrases {
    func autoencoder(_ selection: AutoencoderSelection) -> Sentence {
        "\(chosen(selection))\(leftOut(selection))"
    }

    private func chosen(_ selection: AutoencoderSelection) -> Sentence {
        guard let (kept, other) = selection.unexplained else {
            return
                "Principal components, as there are too few rows for a small network to be compared with."
        }
        let layers = selection.widths.map(String.init).joined(separator: "-")
        let (own, others) =
            selection.keepsNetwork
            ? ("a small network (\(layers))", "principal components")
            : ("principal components", "a small network (\(layers))")
        return
            "Kept is \(strong: own): of \(format.counted(selection.heldOutRows, "row", "rows")) held back it leaves \(strong: share(kept)) of the variation unexplained, \(others) with as many numbers in the middle \(share(other))."
    }

    private func share(_ unexplained: AutoencoderSelection.Unexplained) -> String {
        switch unexplained {
        case .hardlyAny: "under 0.1 %"
        case .share(let share): format.percent(share, decimals: 1)
        }
    }

    private func leftOut(_ selection: AutoencoderSelection) -> String {
        guard selection.leftOut > 0 else {
            return " No row lay so far off that it was left out."
        }
        let share = format.percent(selection.leftOutShare, decimals: 1)
        let devices =
            selection.devicesLeftOut.isEmpty
            ? ""
            : ", among them all of \(list(selection.devicesLeftOut, limit: 8)), so that a lasting fault is not learned as usual"
        return
            " \(format.counted(selection.leftOut, "row", "rows")) (\(share)) far off were left out\(devices)."
    }

    func costs(_ alarmCosts: [BackTest.AlarmCost], _ prices: AlarmPrices) -> Sentence? {
        guard let own = alarmCosts.first(where: { $0.source == .model }),
            let never = alarmCosts.first(where: { $0.source == .never })
        else { return nil }
        let naive = alarmCosts.first { $0.source == .naive }.map {
            ", the rule “any error” \(format.figure($0.cost))"
        }
        let best = alarmCosts.first { $0.source == .cheapest }.map {
            " Alarms on \(format.percent($0.alarmShare, decimals: 1)) of the lines instead of \(format.percent(own.alarmShare, decimals: 1)) would have cost least, \(format.figure($0.cost)), as one knows now."
        }
        return
            "If a missed failure costs \(format.figure(prices.missedFailure)) and a needless alarm \(format.figure(prices.falseAlarm)), these alarms would have cost \(strong: format.figure(own.cost)), no alarms at all \(format.figure(never.cost))\(naive ?? "").\(best ?? "") Alarms that were right count nothing."
    }

    func missedFailurePriceTitle() -> String { "A missed failure costs" }

    func falseAlarmPriceTitle() -> String { "A needless alarm costs" }

    func alarmSourcesTitle() -> String { "Beside plainer rules, on the same lines" }

    func alarmSourceTitle() -> String { "Rule" }

    func alarmSource(_ source: BackTest.AlarmSource, _ test: BackTest) -> String {
        let isLife = test.rmse != nil
        return switch source {
        case .model: "This model" + (test.kind.map { " (\(kind($0)))" } ?? "")
        case .second: "\(test.kind == .network ? "Boosted trees" : "Small network"), not kept"
        case .cheapest: "This model, where it costs least"
        case .linear: isLife ? "Ridge regression" : "Logistic regression"
        case .naive: isLife ? "Mean life less age" : "Any error within the horizon"
        case .never: "No alarms"
        }
    }

    private func kind(_ kind: BackTest.Kind) -> String {
        switch kind {
        case .trees: "boosted trees"
        case .network: "small network"
        }
    }

    func averagePrecisionTitle() -> String { "Average precision" }

    func truePositivesTitle() -> String { "Told" }

    func falseAlarmsTitle() -> String { "Needless" }

    func costTitle() -> String { "Cost" }

    func rmseTitle() -> String { "Off by (root mean square)" }

    func importanceTitle() -> String { "What it leans on" }

    func importanceNote(_ test: BackTest) -> String {
        let what =
            test.rmse == nil
            ? "how much average precision falls" : "how much the error (root mean square) rises"
        return
            "Told is \(what) on lines it had not seen when all that is made of this source is shuffled among them."
    }

    func importanceLossTitle(_ test: BackTest) -> String {
        test.rmse == nil ? "Average precision falls by" : "Error rises by"
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
