import Reports

extension EnglishPhrases {
    func models(_ panel: ModelPanel) -> CardWords {
        var sub = ""
        let say: Sentence
        switch panel.runtime {
        case .found(let version):
            sub = "ONNX Runtime \(version)"
            say =
                panel.entries.isEmpty
                ? "\(strong: "No model is there.") Put \(code: ".onnx") files into \(code: "data/models"); one that asks for columns of this data set is run for each device."
                : ""
        case .starting:
            say = "The ONNX Runtime is being looked for; this card fills by itself."
        case .missing:
            say =
                "\(strong: "The ONNX Runtime is not installed"), so models do not speak here; all else on this page needs none. \(code: "Resources/fetch-onnxruntime") gets it."
        case .unusable(let words):
            say =
                "\(strong: "The ONNX Runtime was found but cannot be used:") \(words). All else on this page needs none."
        }
        return CardWords(title: label(.modelsTitle), sub: sub, say: say)
    }

    func modelTitle(_ card: ModelPanel.Card) -> String {
        card.isOwn ? "\(card.file), learned by this program" : card.file
    }

    func meaning(_ meaning: ModelPanel.Meaning) -> String {
        switch meaning {
        case .reconstruction: "reconstruction error"
        case .score: "anomaly score"
        case .probability: "probability"
        case .classes: "class"
        case .remainingLife: "remaining life"
        case .unknown: "output"
        }
    }

    func scoreAxis(_ meaning: ModelPanel.Meaning) -> String { self.meaning(meaning) }

    func outcome(_ outcome: ModelPanel.Outcome, _ card: ModelPanel.Card) -> Sentence {
        switch outcome {
        case .result(let result): return resultSentence(result, card)
        case .pending: return "\(strong: "Not answered yet:") the model is being run."
        case .columnsMissing(let names):
            let verb = names.count == 1 ? "is" : "are"
            return
                "\(strong: "Not run:") the model asks for \(list(names, limit: 8)), which \(verb) not in this data set."
        case .needsMapping(let inputs, let metrics):
            return
                "\(strong: "Not run:") the model takes \(format.counted(inputs, "input", "inputs")) without names, and the data set has \(format.counted(metrics, "reading", "readings")); name the columns below, or in the model’s metadata (\(code: "feature_names"))."
        case .refused(let refusal):
            return "\(strong: "Refused:") \(self.refusal(refusal))"
        case .failed(let words):
            return "\(strong: "The runtime could not run it.") It says: \(words)"
        case .crashed(let signal):
            return
                "\(strong: "The model stopped the runtime") (signal \("\(signal)")). It ran in a process of its own, so nothing else was harmed; it is not tried again until its file changes."
        case .timedOut(let seconds):
            return
                "\(strong: "The model took longer than \(format.duration(seconds))") and was stopped."
        }
    }

    private func resultSentence(
        _ result: ModelPanel.Result, _ card: ModelPanel.Card
    ) -> Sentence {
        let name = meaning(card.meaning)
        let value = score(result.last, card.meaning)
        guard let (threshold, place) = result.verdict else {
            return "The last \(name) is \(strong: value); the model names no threshold."
        }
        let limit = score(threshold, card.meaning)
        let side =
            switch place {
            case .above: "above"
            case .below: "below"
            }
        return
            "The last \(name) is \(strong: "\(value), \(side) the threshold \(limit)"); \(format.count(result.above)) of \(format.counted(result.times.count, "row", "rows")) lie above it."
    }

    func modelFormat(_ card: ModelPanel.Card) -> String {
        "ONNX IR \(card.irVersion), opset \(card.opset)"
    }

    func columnsTitle() -> String { "Name its columns" }

    func saveColumns() -> String { "Keep" }

    func featureNumber(_ number: Int) -> String { "Feature \(number)" }

    func milliseconds(_ value: Double) -> String { format.figure(value) + " ms" }
}
