import Reports

extension EnglishPhrases {
    func taskTitle() -> String { "Learn" }

    func modelUpload() -> String { "A model of your own (.onnx)" }

    func sendModel() -> String { "Upload" }

    func modelChanges() -> String { "Rename or delete" }

    func renameModel() -> String { "Rename" }

    func horizonTitle() -> String { "Horizon" }

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
}
