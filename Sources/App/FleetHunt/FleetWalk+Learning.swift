import Foundation
import HTTP
import Learning
import Reports

extension FleetWalk {
    /// Bytes of files; learning from longer ones takes long and meets nothing else.
    private static let longestLearned = 20_000

    /// Trains a model of one kind on the set, or none: the length of the files decides. Where there
    /// is too little to learn from, the page must say so.
    func learn() async {
        let tasks = ModelPanel.Training.Task.allCases
        guard length <= Self.longestLearned, length % (tasks.count + 2) < tasks.count else {
            return
        }
        let task = tasks[length % (tasks.count + 2)]
        let step = "learn \(task.rawValue)"
        await diary.step(step) { await learn(task, step) }
        _ = await visit("/diagnostics?set=\(Self.set)")
    }

    private func learn(_ task: ModelPanel.Training.Task, _ step: String) async -> [UInt8] {
        let form = "set=\(Self.set)&task=\(task.rawValue)&horizon=24"
        guard
            let request = Request(
                method: .post, target: "/models/train", body: .bytes(Array(form.utf8)))
        else { return [] }
        let status = await answer(request).status.code
        if status >= 400 { diary.fault(.status, step, "\(status)") }
        while case .running = site.panels.desk.state {
            try? await Task.sleep(for: .milliseconds(20))
        }
        return Array("\(site.panels.desk.state)".utf8)
    }
}
