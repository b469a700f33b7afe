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
                "Within \(format.length(horizon)) a model expects \(strong: failureCount(expected)); likeliest: "
            return "\(head)\(Sentence.list(names))."
        case .calm(let highest, let horizon):
            return
                "A model sees no failure coming within \(format.length(horizon)): the highest risk is \(probability(highest))."
        case .firstEnd(let row):
            return
                "First to reach its end: \(row.device, as: device(row.device.name, atStart: false)), in about \(strong: predicted(row, .life))."
        }
    }

    private func failureCount(_ expected: FleetPrediction.Expected) -> String {
        let ends = (expected.range.lowerBound, expected.range.upperBound)
        let range = ends.0 == ends.1 ? "" : " (\(format.count(ends.0)) to \(format.count(ends.1)))"
        let count = format.figure((expected.count * 10).rounded() / 10)
        return "\(count) \(count == "1" ? "failure" : "failures")\(range)"
    }

    private func probability(_ value: Double) -> String {
        switch value {
        case ..<0.01: "under 1 %"
        case 0.99...: "over 99 %"
        default: format.percent(value)
        }
    }

    func outlook(_ state: PredictionState, for device: DeviceRef) -> Sentence {
        guard let prediction = state.prediction, let row = prediction.row(of: device) else {
            return ""
        }
        let reasons =
            row.drivers.isEmpty
            ? "" : ", mainly by " + row.drivers.map(driver).joined(separator: "; ")
        switch prediction.quantity {
        case .failure(let horizon):
            return
                "Risk of a failure within \(format.length(horizon)): \(strong: probability(row.value))\(reasons)."
        case .life: return "Remaining life: about \(strong: predicted(row, .life))\(reasons)."
        }
    }

    func atRisk() -> String { "At risk" }

    func predictions(_ state: PredictionState) -> CardWords {
        switch state {
        case .none: return CardWords(title: "", say: "")
        case .learning(let quantity, let share):
            return CardWords(
                title: title(quantity),
                say:
                    "A model is being learned from this set in the background, \(format.percent(share)) done. The page is complete without it."
            )
        case .known(let prediction): return known(prediction)
        case .noBetter(let quantity, let test):
            return CardWords(title: title(quantity), say: noBetter(quantity, test))
        case .tooFew(let quantity, let found, let needed):
            let what = quantity == .life ? "lives that have ended" : "failures"
            return CardWords(
                title: title(quantity),
                say:
                    "\(strong: "Too few \(what) to learn from:") \(format.count(found)), where \(format.count(needed)) are needed."
            )
        case .off(let quantity): return off(quantity)
        case .failed(let quantity):
            return CardWords(
                title: title(quantity),
                say:
                    "\(strong: "No model could be learned and run here"), which takes the ONNX Runtime (\(code: "Resources/fetch-onnxruntime") gets it); all else on this page needs none."
            )
        }
    }

    private func off(_ quantity: FleetPrediction.Quantity) -> CardWords {
        CardWords(
            title: title(quantity),
            say: "\(strong: "Learning is switched off for this set.") Nothing is predicted.")
    }

    private func title(_ quantity: FleetPrediction.Quantity) -> String {
        switch quantity {
        case .failure(let horizon): "Risk of failure within \(format.length(horizon))"
        case .life: "Remaining life"
        }
    }

    private func known(_ prediction: FleetPrediction) -> CardWords {
        let sub = "as of \(format.shortMoment(prediction.time)) · model learned from this set"
        var say: Sentence = ""
        switch prediction.outlook {
        case .failures(let expected, _, _):
            let range =
                expected.range.count > 1 ? "; the range holds 9 times out of 10" : ""
            say =
                "\(strong: "Expected: about \(failureCount(expected))")\(range)."
        case .calm: say = "\(strong: "No failure is likely.")"
        case .firstEnd(let row):
            let range = row.range == nil ? "" : " The range holds 4 times out of 5."
            say =
                "\(strong: "\(device(row.device.name, atStart: true)) is the first to reach its end"), in about \(predicted(row, .life)).\(range)"
        case nil: say = "The model has nothing to say of any device."
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
            " In all it expected \(expected) failing devices there; \(format.count(held.observed)) failed."
    }

    private func noBetter(_ quantity: FleetPrediction.Quantity, _ test: BackTest) -> Sentence {
        let rule: String
        if case .failure(let horizon) = quantity {
            rule = "any error within \(format.length(horizon)) before"
        } else {
            rule = "mean life less age"
        }
        var figures = ""
        if let rivals = test.rivals {
            let what = rivals.isError ? "error" : "average precision"
            figures =
                " (\(what) \(format.figure(rivals.own)) against \(format.figure(rivals.rule)))"
        }
        return
            "\(strong: "No model beats the plain rule") “\(rule)” by more than chance on data held back\(figures), so none is used."
    }

    func life(_ value: Double) -> String { format.text(format.life(value)) }

    func predictionColumn(_ quantity: FleetPrediction.Quantity) -> String {
        switch quantity {
        case .failure(let horizon): "Risk, \(format.length(horizon))"
        case .life: "Life left"
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

    func driversTitle() -> String { "Why" }

    func driver(_ driver: FleetPrediction.Driver) -> String {
        let name = source(driver.source)
        let usual = driver.usual.isFinite ? " (usually \(format.figure(driver.usual)))" : ""
        switch driver.source.kind {
        case .reading where driver.isStandardised:
            let usual = driver.usual.isFinite ? " (usually \(format.signed(driver.usual, 1)))" : ""
            return "\(name) \(format.signed(driver.value, 1)) σ within its regime\(usual)"
        case .reading:
            let mean = driver.window.map { " in the mean of \(format.length($0))" } ?? ""
            return "\(name) \(format.figure(driver.value))\(mean)\(usual)"
        case .age: return "\(name) \(life(driver.value))"
        case .attribute: return "its \(name)"
        case .error, .failure, .repair, .other:
            let span = driver.window.map { " in \(format.length($0))" } ?? ""
            return "\(name): \(format.figure(driver.value))\(span)\(usual)"
        }
    }

    func aftermath(_ aftermath: Aftermath) -> CardWords {
        let count = aftermath.examples.count
        let delays = aftermath.failureDelays
        let failed =
            delays.isEmpty
            ? "none was followed by a failure"
            : "\(format.count(delays.count)) \(delays.count == 1 ? "was" : "were") followed by a failure\(delay(delays))"
        let repaired =
            aftermath.repaired == 0
            ? "" : ", \(format.count(aftermath.repaired)) by a repair before any failure"
        return CardWords(
            title: "What happened the last times",
            sub:
                "\(subject(of: aftermath.episode)), all devices · up to \(format.length(aftermath.within)) after its end",
            say: "\(strong: "Of \(format.count(count)) like this \(failed)")\(repaired).")
    }

    private func delay(_ delays: [Double]) -> String {
        guard let first = delays.first, let last = delays.last else { return "" }
        switch format.ends(first, last, format.length) {
        case .one(let only): return ", \(only) after it began"
        case .two(let low, let high): return ", \(low) to \(high) after it began"
        }
    }

    func sequel(_ sequel: Aftermath.Sequel) -> String {
        switch sequel {
        case .failure(let code, let after): "failed (\(code.name)) after \(format.length(after))"
        case .repair(let code, let after): "repaired (\(code.name)) after \(format.length(after))"
        case .nothing: "neither"
        }
    }

    func sequelTitle() -> String { "What followed" }
}
