import Foundation
import Models
import Pipeline
import Reports
import Values

/// Asks the model of one set, after learning it where none fits.
struct PredictionJob {
    var plan: LearningPlan
    let set: String
    let pipeline: AnalysisPipeline

    /// The state of the predictions then, and the versions kept of the model.
    ///
    /// Blocks for as long as that takes.
    func answer(
        _ manager: ModelManager, _ learner: any BackgroundLearner, _ journal: any WorkJournal,
        progress: @escaping @Sendable (Double) -> Void
    ) -> (state: PredictionState, versions: ModelVersions) {
        let book = VersionBook(manager: manager, name: plan.fileName(of: set))
        let chosen = book.read()
        guard !chosen.isOff else { return (.off(plan.quantity), chosen) }
        var job = self
        job.plan.horizon = chosen.horizon
        let state = job.known(book, chosen, learner, journal, progress)
        return (state, book.read())
    }

    private func known(
        _ book: VersionBook, _ chosen: ModelVersions, _ learner: any BackgroundLearner,
        _ journal: any WorkJournal, _ progress: @escaping @Sendable (Double) -> Void
    ) -> PredictionState {
        do {
            let card = book.manager.entry(named: book.name).card
            let fits = card.map { plan.fits($0.metadata) } ?? false
            if !fits, card == nil || chosen.pinned == nil {
                // Models of earlier versions of the program have no history beside them.
                let cause: ModelVersions.Cause =
                    card == nil ? .first : fitsButForHorizon(card) ? .asked : .grown
                try learn(book, cause, learner, progress)
            }
            // Learning is not recorded in the journal: if its process dies, this one goes on.
            let isDrifting = try journal.during(.train, of: set) { try watch(book) }
            if isDrifting, chosen.pinned == nil { try learn(book, .drifted, learner, progress) }
            return try journal.during(.train, of: set) { try asked(book) }
        } catch LearningFault.tooFew(let found, let needed) {
            return .tooFew(plan.quantity, found: found, needed: needed)
        } catch {
            return .failed(plan.quantity)
        }
    }

    private func fitsButForHorizon(_ card: ModelCard?) -> Bool {
        guard let metadata = card?.metadata, metadata["horizon_by"] != nil,
            let recipe = PredictionRecipe(metadata: metadata)
        else { return false }
        var other = plan
        other.horizon = metadata["horizon_by"] == "data" ? nil : recipe.horizon
        return other.fits(metadata)
    }

    private func learn(
        _ book: VersionBook, _ cause: ModelVersions.Cause, _ learner: any BackgroundLearner,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws {
        let bytes = try learner.learn(plan, of: set, progress: progress)
        try book.add(
            bytes, rows: plan.rows, cause: cause, now: Date.now.timeIntervalSince1970)
    }

    /// Stores how the model has fared since it was learned; returns whether failures have become
    /// rarer or more frequent than it predicted.
    private func watch(_ book: VersionBook) throws -> Bool {
        let model = try TaughtModel(book.manager.file(named: book.name))
        guard let end = LearningPlan.end(of: model.metadata),
            let since = try CalibrationWatch(
                model: model, client: book.manager.client, source: pipeline.source
            ).since(end)
        else { return false }
        var versions = book.read()
        if versions.since != since {
            versions.since = since
            try book.keep(versions)
        }
        return since.drifts(dispersion: BackTest(metadata: model.metadata)?.dispersion ?? 1)
    }

    private func asked(_ book: VersionBook) throws -> PredictionState {
        let taught = try TaughtModel(book.manager.file(named: book.name))
        if let test = BackTest(metadata: taught.metadata), !test.beatsRule {
            return .noBetter(taught.recipe.quantity, test)
        }
        return .known(
            try FleetPredictor(
                model: taught, name: book.name, client: book.manager.client,
                source: pipeline.source
            ).prediction())
    }
}

extension BackTest {
    /// The share of a hundred resamplings in which a model must beat the plain rule to be shown.
    static let leastWins = 0.95

    /// Whether the model beats the plain rule beyond chance.
    var beatsRule: Bool { (winShare ?? 0) >= Self.leastWins }
}
