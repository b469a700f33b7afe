import Reports

extension EnglishPhrases {
    func taskTitle() -> String { "What to learn" }

    func modelUpload() -> String { "Your own model (.onnx)" }

    func sendModel() -> String { "Upload" }

    func modelChanges() -> String { "Rename or delete" }

    func otherModels(_ count: Int) -> String {
        count == 1
            ? "1 model asks for columns that this data set does not have"
            : "\(format.count(count)) models ask for columns that this data set does not have"
    }

    func renameModel() -> String { "Rename" }

    func horizonTitle() -> String { "Horizon" }

    func weightsTitle() -> String { "Features with the most weight" }

    func task(_ task: ModelPanel.Training.Task) -> String {
        switch task {
        case .anomaly: "normal behaviour"
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
                "\(strong: "Learning \(self.task(task))\(place):") \(format.percent(share)) done. You can keep using the pages."
        case .ended(_, let other, _) where other != set: return nil
        case .ended(let task, _, let ending): return ended(task, ending)
        }
    }

    private func ended(
        _ task: ModelPanel.Training.Task, _ ending: ModelPanel.Training.Ending
    ) -> Sentence {
        switch ending {
        case .done(let file):
            "\(strong: "Training finished:") the model of \(self.task(task)) is \(code: file)."
        case .cancelled: "Training was stopped. Nothing was stored."
        case .tooFew(let found, let needed):
            "\(strong: "No model was trained:") \(format.counted(found, "example", "examples")) found, at least \(format.count(needed)) needed."
        case .notStored(let errno):
            "\(strong: "The model could not be stored") (\(systemError(errno)))."
        case .failed:
            "\(strong: "No model was trained:") these readings cannot be used for it."
        }
    }
}
