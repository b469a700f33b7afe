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
                ? "\(strong: "There are no models.") Put \(code: ".onnx") files into \(code: "data/models"). A model whose columns are in this data set runs for each device."
                : ""
        case .starting:
            say = "Looking for the ONNX Runtime. This card updates by itself."
        case .missing:
            say =
                "\(strong: "The ONNX Runtime is not installed"), so no models run. \(code: "Resources/fetch-onnxruntime") installs it. The rest of the page works without it."
        case .unusable(let words):
            say =
                "\(strong: "The ONNX Runtime was found but cannot be used:") \(words). The rest of the page works without it."
        }
        return CardWords(title: label(.modelsTitle), sub: sub, say: say)
    }

    func modelTitle(_ card: ModelPanel.Card) -> String {
        card.isOwn ? "\(card.file), trained by this program" : card.file
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
        case .pending: return "\(strong: "No result yet:") the model is running."
        case .columnsMissing(let names):
            let verb = names.count == 1 ? "is" : "are"
            return
                "\(strong: "Not run:") the model needs \(list(names, limit: 8)), which \(verb) not in this data set."
        case .needsMapping(let inputs, let metrics):
            return
                "\(strong: "Not run:") the model takes \(format.counted(inputs, "unnamed input", "unnamed inputs")), and the data set has \(format.counted(metrics, "reading", "readings")). Name the columns below or in the model’s metadata (\(code: "feature_names"))."
        case .refused(let refusal):
            return "\(strong: "Refused:") \(self.refusal(refusal))"
        case .failed(let words):
            return "\(strong: "The ONNX Runtime could not run it.") Its message: \(words)"
        case .crashed(let signal):
            return
                "\(strong: "The model crashed the ONNX Runtime") (signal \("\(signal)")). It ran in its own process, so nothing else was affected. It is not run again until its file changes."
        case .timedOut(let seconds):
            return
                "\(strong: "The model ran longer than \(format.duration(seconds))") and was stopped."
        }
    }

    private func resultSentence(
        _ result: ModelPanel.Result, _ card: ModelPanel.Card
    ) -> Sentence {
        let name = meaning(card.meaning)
        let value = score(result.last, card.meaning)
        guard let (threshold, place) = result.verdict else {
            return "The latest \(name) is \(strong: value). The model gives no threshold."
        }
        let limit = score(threshold, card.meaning)
        let side =
            switch place {
            case .above: "above"
            case .below: "below"
            }
        return
            "The latest \(name) is \(strong: "\(value), \(side) the threshold of \(limit)"). \(format.count(result.above)) of \(format.counted(result.times.count, "row", "rows")) \(result.above == 1 ? "is" : "are") beyond it."
    }

    func modelFormat(_ card: ModelPanel.Card) -> String {
        "ONNX IR \(card.irVersion), opset \(card.opset)"
    }

    func columnsTitle() -> String { "Name the model’s columns" }

    func saveColumns() -> String { "Save" }

    func featureNumber(_ number: Int) -> String { "Feature \(number)" }

    func milliseconds(_ value: Double) -> String { format.figure(value) + " ms" }
}
