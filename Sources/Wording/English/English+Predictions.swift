import Reports
import Values

extension EnglishPhrases {
    func outlook(_ state: PredictionState) -> Sentence {
        guard let prediction = state.prediction, let outlook = prediction.outlook else { return "" }
        switch outlook {
        case .failures(let expected, let horizon, let likeliest):
            let names = likeliest.map { row -> Sentence in
                "\(row.device, as: device(row.device.name, atStart: false)) (\(probability(row.value)))"
            }
            let head: Sentence =
                "Within \(format.length(horizon)) the model expects \(strong: "\(failing(expected).count) to fail")\(interval(expected)). Most likely: "
            return "\(head)\(Sentence.list(names))."
        case .calm(let highest, let horizon):
            return
                "No failure is likely within \(format.length(horizon)): the highest predicted risk is \(probability(highest))."
        case .firstEnd(let row):
            return
                "Shortest remaining life: \(row.device, as: device(row.device.name, atStart: false)), about \(strong: predicted(row, .life))."
        }
    }

    /// `2.3 devices`, and the verb behind it.
    private func failing(
        _ expected: FleetPrediction.Expected
    ) -> (count: String, verb: String) {
        let count = format.figure((expected.count * 10).rounded() / 10)
        return count == "1" ? ("1 device", "is") : ("\(count) devices", "are")
    }

    /// ` (90 % interval: 1 to 4)`.
    private func interval(_ expected: FleetPrediction.Expected) -> String {
        let (low, high) = (expected.range.lowerBound, expected.range.upperBound)
        guard low < high else { return "" }
        return " (90 % interval: \(fromTo(format.count(low), format.count(high))))"
    }

    private func probability(_ value: Double) -> String {
        switch value {
        case ..<0.01: "under 1 %"
        case 0.99...: "over 99 %"
        default: format.percent(value)
        }
    }

    func outlook(
        _ state: PredictionState, for shown: OverviewReport.DeviceRow
    ) -> Sentence {
        let (device, status) = (shown.device, shown.status)
        guard let prediction = state.prediction, let row = prediction.row(of: device) else {
            return ""
        }
        let reasons =
            row.drivers.isEmpty
            ? "" : ", mainly due to " + row.drivers.map(driver).joined(separator: "; ")
        switch prediction.quantity {
        case .failure(let horizon):
            let risk: Sentence =
                "Risk of failure within \(format.length(horizon)): \(strong: probability(row.value))\(reasons)."
            guard status != .ok, prediction.isUnlikely(device) else { return risk }
            return risk
                + "The status says what is wrong now; the risk is low because the logged failures began differently."
        case .life: return "Remaining life: about \(strong: predicted(row, .life))\(reasons)."
        }
    }

    func statusAndRisk(_ devices: Int) -> String {
        "The status says what is wrong now, the predicted risk what looks like the time before logged failures: \(devices == 1 ? "one device" : "\(format.count(devices)) devices") here \(devices == 1 ? "has" : "have") an open problem and a low risk."
    }

    func atRisk() -> String { "At risk" }

    func predictions(_ state: PredictionState) -> CardWords {
        switch state {
        case .none: return CardWords(title: "", say: "")
        case .learning(let quantity, let share):
            return CardWords(
                title: title(quantity),
                say:
                    "A model is being trained on this data set in the background (\(format.percent(share)) done). The rest of the page does not depend on it."
            )
        case .known(let prediction): return known(prediction)
        case .noBetter(let quantity, let test):
            return CardWords(title: title(quantity), say: noBetter(quantity, test))
        case .tooFew(let quantity, let found, let needed):
            let what = quantity == .life ? "completed lives" : "failures"
            return CardWords(
                title: title(quantity),
                say:
                    "\(strong: "Too few \(what) to train a model:") \(format.count(found)) found, \(format.count(needed)) needed."
            )
        case .off(let quantity): return off(quantity)
        case .failed(let quantity):
            return CardWords(
                title: title(quantity),
                say:
                    "\(strong: "No model could be trained and run here.") That needs the ONNX Runtime, which \(code: "Resources/fetch-onnxruntime") installs. The rest of the page works without it."
            )
        }
    }

    private func off(_ quantity: FleetPrediction.Quantity) -> CardWords {
        CardWords(
            title: title(quantity),
            say: "\(strong: "Training is switched off for this data set.") Nothing is predicted.")
    }

    private func title(_ quantity: FleetPrediction.Quantity) -> String {
        switch quantity {
        case .failure(let horizon): "Risk of failure within \(format.length(horizon))"
        case .life: "Remaining life"
        }
    }

    private func known(_ prediction: FleetPrediction) -> CardWords {
        let sub = "as of \(format.shortMoment(prediction.time)) · model trained on this data set"
        var say: Sentence = ""
        switch prediction.outlook {
        case .failures(let expected, _, _):
            let (count, verb) = failing(expected)
            say = "\(strong: "About \(count) \(verb) expected to fail")\(interval(expected))."
        case .calm: say = "\(strong: "No failure is likely.")"
        case .firstEnd(let row):
            let range = row.range == nil ? "" : " The range is the 80 % prediction interval."
            say =
                "\(strong: "\(device(row.device.name, atStart: true)) has the shortest remaining life"), about \(predicted(row, .life)).\(range)"
        case nil: say = "The model has no prediction for any device."
        }
        return CardWords(
            title: title(prediction.quantity), sub: sub, say: say,
            note: backTest(prediction.test).plain + count(prediction.test))
    }

    /// What was expected of all that was held out, against what came.
    private func count(_ test: BackTest) -> String {
        guard let held = test.heldOutCount, held.horizons > 1 else { return "" }
        let expected = format.count(Int(clamping: held.expected.rounded()))
        return
            " Over the test period (\(format.count(held.horizons)) horizons) it expected \(expected) devices to fail; \(format.count(held.observed)) did."
    }

    private func noBetter(_ quantity: FleetPrediction.Quantity, _ test: BackTest) -> Sentence {
        let rule: String
        if case .failure(let horizon) = quantity {
            rule = "any error within \(format.length(horizon)) before"
        } else {
            rule = "mean life minus age"
        }
        var figures = ""
        if let rivals = test.rivals {
            let what = rivals.isError ? "RMSE" : "average precision"
            let (own, other) =
                rivals.isError
                ? (format.length(rivals.own), format.length(rivals.rule))
                : (format.figure(rivals.own), format.figure(rivals.rule))
            figures = " (\(what) \(own) against \(other))"
        }
        return
            "\(strong: "No model is used.") On held-out data none beats the simple rule “\(rule)” by more than chance\(figures)."
    }

    func life(_ value: Double) -> String { format.text(format.life(value)) }

    func predictionColumn(_ quantity: FleetPrediction.Quantity) -> String {
        switch quantity {
        case .failure(let horizon): "Risk, \(format.length(horizon))"
        case .life: "Remaining life"
        }
    }

    func predicted(
        _ row: FleetPrediction.Row, _ quantity: FleetPrediction.Quantity
    ) -> String {
        guard quantity == .life else { return probability(row.value) }
        guard let range = row.range else { return life(row.value) }
        let ends = format.lives(range, beside: row.value)
        return "\(life(row.value)) (\(ends.low) to \(ends.high))"
    }

    func driversTitle() -> String { "Main reasons" }

    func driver(_ driver: FleetPrediction.Driver) -> String {
        let name = source(driver.source)
        let usual = driver.usual.isFinite ? " (usually \(format.figure(driver.usual)))" : ""
        switch driver.source.kind {
        case .reading where driver.isStandardised:
            let usual = driver.usual.isFinite ? " (usually \(format.signed(driver.usual, 1)))" : ""
            return "\(name) \(format.signed(driver.value, 1)) σ within its operating regime\(usual)"
        case .reading:
            let mean = driver.window.map { " on average over \(format.length($0))" } ?? ""
            return "\(name) \(format.figure(driver.value))\(mean)\(usual)"
        case .age: return "\(name) \(life(driver.value))"
        case .attribute: return "its \(name)"
        case .error, .failure, .repair, .other:
            let span = driver.window.map { " in \(format.length($0))" } ?? ""
            return "\(name) ×\(format.figure(driver.value))\(span)\(usual)"
        }
    }

    func aftermath(_ aftermath: Aftermath) -> CardWords {
        let count = aftermath.examples.count
        let delays = aftermath.failureDelays
        let cases = format.counted(count, "similar case", "similar cases")
        let share = delays.isEmpty ? "None" : format.count(delays.count)
        let verb = delays.count > 1 ? "were" : "was"
        let repairs = format.counted(aftermath.repaired, "case", "cases")
        let repaired = aftermath.repaired == 0 ? "" : " A repair came first in \(repairs)."
        return CardWords(
            title: "What followed similar cases",
            sub:
                "\(subject(of: aftermath.episode)), all devices · up to \(format.length(aftermath.within)) after its end",
            say:
                "\(strong: "\(share) of \(cases) \(verb) followed by a failure")\(delay(delays)).\(repaired)"
        )
    }

    func delay(_ delays: [Double]) -> String {
        guard let first = delays.first, let last = delays.last else { return "" }
        switch format.ends(first, last, format.length) {
        case .one(let only): return ", \(only) after the start"
        case .two(let low, let high): return ", \(low) to \(high) after the start"
        }
    }

    func sequel(_ sequel: Aftermath.Sequel) -> String {
        switch sequel {
        case .failure(let code, let after): "failed (\(code.name)) after \(format.length(after))"
        case .repair(let code, let after): "repaired (\(code.name)) after \(format.length(after))"
        case .nothing: "no failure, no repair"
        }
    }

    func sequelTitle() -> String { "What followed" }
}
