import Reports

extension EnglishPhrases {
    func taskTitle() -> String { "Learn" }

    func modelUpload() -> String { "A model of your own (.onnx)" }

    func sendModel() -> String { "Upload" }

    func modelChanges() -> String { "Rename or delete" }

    func renameModel() -> String { "Rename" }

    func horizonTitle() -> String { "Horizon" }

    func precisionTitle() -> String { "right, of all alarms" }

    func recallTitle() -> String { "told, of all failures" }

    func weightsTitle() -> String { "What moves its predictions most" }

    func task(_ task: ModelPanel.Training.Task) -> String {
        switch task {
        case .anomaly: "what is usual"
        case .failure: "failures within the horizon"
        case .life: "remaining life"
        }
    }

    func training(_ state: ModelPanel.Training.State, set: String) -> Sentence? {
        switch state {
        case .idle: return nil
        case .running(let task, let other, let share):
            let place = other == set ? "" : " of “\(other)”"
            return
                "\(strong: "Learning \(self.task(task))\(place):") \(format.percent(share)) done. The pages go on meanwhile."
        case .ended(_, let other, _) where other != set: return nil
        case .ended(let task, _, let ending): return ended(task, ending)
        }
    }

    private func ended(
        _ task: ModelPanel.Training.Task, _ ending: ModelPanel.Training.Ending
    ) -> Sentence {
        switch ending {
        case .done(let file):
            "\(strong: "Learned:") \(self.task(task)) is now the model \(code: file)."
        case .cancelled: "The learning was stopped; nothing was kept."
        case .tooFew(let found, let needed):
            "\(strong: "Nothing was learned:") \(format.count(found)) found to learn from, at least \(format.count(needed)) needed."
        case .notStored(let errno):
            "\(strong: "The model could not be stored") (\(systemError(errno))); nothing was kept."
        case .failed:
            "\(strong: "Nothing was learned:") these readings cannot be used for it, and nothing was stored."
        }
    }

    func backTest(_ test: BackTest) -> Sentence {
        if let error = test.rmse {
            let plain = test.naiveRMSE.map {
                " Mean life less age would be off by \(format.figure($0))."
            }
            let ridge = test.linear?.rmse.map {
                " Ridge regression on the same features would be off by \(format.figure($0))."
            }
            return
                "On \(format.counted(test.rows, "line", "lines")) of devices it had not seen it was off by \(strong: format.figure(error)) (root mean square).\(ridge ?? "")\(plain ?? "")"
        }
        guard let alarms = test.alarms, let average = test.averagePrecision else { return "" }
        return
            "On \(format.counted(test.rows, "later line", "later lines")) it had not seen, its alarms told \(strong: format.percent(alarms.recall)) of \(format.counted(test.positives ?? 0, "line before a failure", "lines before a failure")), and \(strong: format.percent(alarms.precision)) were right (average precision \(format.figure(average))).\(leadTime(test))\(plain(test))"
    }

    private func leadTime(_ test: BackTest) -> String {
        test.medianLeadTime.map {
            " Half of the failures were told at least \(format.duration($0)) before."
        }
            ?? ""
    }

    private func plain(_ test: BackTest) -> String {
        test.naive.map {
            " The plain rule “any error within the horizon” tells \(format.percent($0.recall)), and \(format.percent($0.precision)) of its alarms are right."
        } ?? ""
    }
}
