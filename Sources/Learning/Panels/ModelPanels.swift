import Analysis
public import Models
import Pipeline
public import Reports
import Synchronization
import Telemetry
public import Values

/// Runs the models of a folder on a device's readings, and tells how each fared.
///
/// Models run in a separate process; one that crashed it or timed out is not tried again until its
/// file changes or the program restarts.
public final class ModelPanels: Sendable {
    package let manager: ModelManager

    /// The models in the folder.
    public let catalog: ModelCatalog

    /// Where models are trained on request.
    public let desk: TrainingDesk

    /// Verdicts on alarms that were counted before.
    let verdicts = Mutex<
        [DetectorEvaluation.Key: [DetectorComparison.Detector: DetectorComparison.Verdict]]
    >([:])

    private let faults = Mutex<[String: ModelPanel.Outcome]>([:])

    /// Rows of a device given to a model at most, the latest ones.
    public static let rowLimit = 2_000

    /// Panels over the models in the manager's folder.
    public init(_ manager: ModelManager, journal: any WorkJournal = NoJournal()) {
        self.manager = manager
        catalog = ModelCatalog(manager)
        desk = TrainingDesk(manager, journal: journal)
    }

    /// Stores a model's file in the folder, replacing one of the same name.
    ///
    /// - Throws: Why it was not stored; nothing has changed then.
    public func store(_ bytes: [UInt8], named name: String) throws(ModelPanel.Refusal) {
        do throws(ModelError) {
            try manager.store(bytes, named: name)
        } catch {
            switch error {
            case .refused(let refusal): throw .file(refusal)
            case .file where !ModelManager.isModelName(name): throw .badName
            default: throw .notWritten
            }
        }
    }

    /// Renames a model's file; false where a model has the new name, the name is not possible, or a
    /// file cannot be written.
    public func rename(_ name: String, to new: String) -> Bool {
        guard ModelManager.isModelName(new), name != new,
            !manager.list().contains(where: { $0.name == new }),
            let bytes = try? manager.file(named: name).bytes,
            (try? manager.store(bytes, named: new)) != nil
        else { return false }
        if let columns = manager.columns(of: name) { _ = keepColumns(columns, of: new) }
        return remove(name)
    }

    /// Stores the columns for the features of a model that names none; false where that fails.
    public func keepColumns(_ columns: [String], of name: String) -> Bool {
        (try? manager.keepColumns(columns, of: name)) != nil
    }

    /// Removes a model's file; false where there is none.
    public func remove(_ name: String) -> Bool {
        (try? manager.remove(named: name)) != nil
    }

    /// Changes whenever the models or their training do: part of a page's entity tag.
    public var version: String {
        catalog.items.map { item in
            "\(item.entry.name):\(item.entry.card?.sha256 ?? "-"):\(item.columns ?? [])"
        }.joined(separator: ",") + desk.version
    }

    /// The panel of a device before any model has answered.
    package func pending(_ question: PanelDesk.Question) -> ModelPanel {
        panel(of: shown(to: question), manager.knownRuntime.map(Self.runtime) ?? .starting)
    }

    /// The models run on a set: all except those learned in the background of another set, and
    /// those that do not beat the plain rule.
    private func shown(to question: PanelDesk.Question) -> [ModelCatalog.Item] {
        let set = question.pipeline.source.catalog.name
        return catalog.items.filter { item in
            guard let metadata = item.entry.card?.metadata, LearningPlan.isOrigin(of: metadata)
            else { return true }
            return LearningPlan.fileNames(of: set).contains(item.entry.name)
                && BackTest(metadata: metadata)?.beatsRule ?? false
        }
    }

    private func panel(
        of items: [ModelCatalog.Item], _ runtime: ModelPanel.Runtime
    ) -> ModelPanel {
        ModelPanel(
            runtime: runtime,
            entries: items.map { item in
                ModelPanel.Entry(
                    card: Self.card(item.entry, columns: item.columns), outcome: .pending)
            }, isComplete: false)
    }

    /// What can be learned of a set, and how far a training is.
    func training(_ question: PanelDesk.Question) -> ModelPanel.Training {
        ModelPanel.Training(question.pipeline.source.catalog, state: desk.state)
    }

    /// Runs the models on a device, one after the other. `publish` is called with the panel after
    /// each, the last time complete. Blocks for as long as the models take.
    package func answer(_ question: PanelDesk.Question, _ publish: (ModelPanel) -> Void) {
        let items = shown(to: question)
        let runtime = Self.runtime(manager.runtime)
        var panel = panel(of: items, runtime)
        publish(panel)
        let readings = try? DeviceReadings(question.device, question.pipeline)
        for (index, item) in items.enumerated() {
            panel.entries[index].outcome = outcome(
                item.entry, question.device, question.pipeline, readings, runtime)
            publish(panel)
        }
        panel.comparison = comparison(
            of: question.device, panel.entries, in: question.pipeline, question.analysed)
        panel.isComplete = true
        publish(panel)
    }

    private func outcome(
        _ entry: ModelEntry, _ device: DeviceRef, _ pipeline: AnalysisPipeline,
        _ readings: DeviceReadings?, _ runtime: ModelPanel.Runtime
    ) -> ModelPanel.Outcome {
        let card: ModelCard
        switch entry.state {
        case .ready(let ready): card = ready
        case .refused(let refusal): return .refused(.file(refusal))
        case .unreadable(let code): return .failed("errno \(code)")
        case .unread: return .pending
        }
        guard case .found = runtime else { return .failed("") }
        if let known = faults.withLock({ $0[card.sha256] }) { return known }
        if PredictionRecipe(metadata: card.metadata) != nil {
            return predict(entry.name, device, pipeline)
        }
        guard let readings else { return .needsMapping(inputs: 0, metrics: 0) }
        switch manager.fit(card, named: entry.name, columns: readings.names) {
        case .fits(let columns): return score(entry.name, card, readings, columns)
        case .missingColumns(let names): return .columnsMissing(names)
        case .needsMapping(let count):
            return .needsMapping(inputs: count ?? 0, metrics: readings.names.count)
        case .unsupported(let form): return .refused(.form(form))
        }
    }

    private func score(
        _ name: String, _ card: ModelCard, _ readings: DeviceReadings, _ columns: [Int]
    ) -> ModelPanel.Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        do throws(ModelError) {
            let scores = try manager.score(name, features: readings.matrix, columns: columns)
            return .result(
                Self.result(
                    scores, readings, columns,
                    milliseconds: (clock.now - start) / .milliseconds(1)))
        } catch {
            let outcome = Self.outcome(error)
            switch outcome {
            case .crashed, .timedOut: faults.withLock { $0[card.sha256] = outcome }
            default: break
            }
            return outcome
        }
    }

    static func outcome(_ error: ModelError) -> ModelPanel.Outcome {
        switch error {
        case .missingColumns(let names): return .columnsMissing(names)
        case .featureCount(let expected, let found):
            return .needsMapping(inputs: expected, metrics: found)
        case .refused(let refusal): return .refused(.file(refusal))
        case .unsupported(let form): return .refused(.form(form))
        case .fault(let fault):
            switch fault.cause {
            case .signal(let signal): return .crashed(signal: Int(signal))
            case .timedOut(let limit): return .timedOut(seconds: limit / .seconds(1))
            case .message(let words, _), .outOfMemory(let words), .unreadable(let words):
                return .failed(words)
            default: return .failed("\(fault.cause)")
            }
        default: return .failed("\(error)")
        }
    }

    private static func result(
        _ scores: ModelScores, _ readings: DeviceReadings, _ columns: [Int], milliseconds: Double
    ) -> ModelPanel.Result {
        let rows = scores.values.indices.filter { scores.values[$0]?.isFinite == true }
        let values = rows.compactMap { scores.values[$0] }
        let above = scores.threshold.map { limit in
            values.count { scores.isHigherWorse == false ? $0 < limit : $0 > limit }
        }
        var contributions: [DiagnosticReport.Contribution] = []
        if let errors = scores.featureErrors, let last = rows.last {
            let row = Array(errors.row(last))
            let total = row.reduce(0, +)
            contributions = zip(columns, row).map { column, error in
                DiagnosticReport.Contribution(
                    metric: readings.metrics[column], share: total > 0 ? error / total : 0)
            }.sorted { $0.share > $1.share }
        }
        return ModelPanel.Result(
            times: rows.map { readings.times[$0] }, scores: values, threshold: scores.threshold,
            last: values.last ?? .nan, above: above ?? 0, contributions: contributions,
            milliseconds: milliseconds)
    }
}
