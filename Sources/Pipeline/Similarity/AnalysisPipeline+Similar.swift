public import Reports
import Telemetry
import Values

extension AnalysisPipeline {
    /// The stretches of all devices and all time that are most like a given one.
    ///
    /// - Parameter base: The analysis of the whole set.
    /// - Returns: `nil` where there is no device of that name.
    /// - Throws: What the source throws.
    /// - Complexity: O(readings × 128), on all cores; not part of a snapshot.
    public func similar(
        _ question: SimilarQuestion, in base: AnalysedSnapshot
    ) throws -> SimilarStretches? {
        let scope = base.scope
        guard
            let device = scope.catalog.devices.firstIndex(where: { $0.name == question.device })
        else { return nil }
        let finder = SimilarFinder(
            source: source, scope: scope, question: question, device: device,
            within: OutcomeBuilder(scope: scope, fleet: base.fleet).within)
        return try finder.report(departed: try departed(question, device: device))
    }

    /// The readings that left their course in the stretch, in the order of the catalog.
    private func departed(_ question: SimilarQuestion, device: Int) throws -> [MetricRef] {
        let metrics = try episodes().filter { episode in
            episode.kind != .apart && episode.from < question.to
                && episode.to ?? .infinity >= question.from
                && episode.devices.contains { $0.index == device }
        }.flatMap(\.metrics)
        return Set(metrics).sorted { $0.index < $1.index }
    }
}
