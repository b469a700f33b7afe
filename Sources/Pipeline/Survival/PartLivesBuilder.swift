import Analysis
import Reports
import Telemetry
import Values

/// Makes the report on the lives of parts: curves, fits, risks and expected failures.
struct PartLivesBuilder {
    let source: any TelemetrySource
    let scope: Scope
    let fleet: FleetState

    /// Codes that are examined at most.
    static let codeLimit = 12
    /// Codes with too few failures that are named at most.
    static let namedLimit = 6
    /// Parts at risk that are kept at most.
    static let riskLimit = 20_000

    /// The report; nil without failures, without dates, and for records under four hours.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(events · log events), and O(parts) per code.
    func report() throws -> PartLives? {
        guard !scope.codes(.failure).isEmpty,
            let records = try PartRecords(source: source, scope: scope, fleet: fleet),
            let spans = PartSpans(records.watched)
        else { return nil }
        let counts = records.counts
        let failing = scope.codes(.failure).filter { counts[$0.index, default: 0] > 0 }
            .sorted { counts[$0.index, default: 0] > counts[$1.index, default: 0] }
        var tooFew: [PartLives.TooFew] = []
        var codes: [(life: CodeLife, risks: [PartLives.Risk])] = []
        let roster = FleetRoster(fleet.devices, scope: scope)
        let candidates = failing.prefix(Self.codeLimit)
        let made = Concurrent.map(candidates.count) { index in
            CodeLifeBuilder(
                scope: scope, code: candidates[index], parts: records.parts(of: candidates[index]),
                spans: spans, end: records.watched.upperBound,
                foretells: !roster.namesOnlyFailed
            ).result()
        }
        for (code, result) in zip(candidates, made) {
            switch result {
            case .known(let life, let risks): codes.append((life, risks))
            case .tooFew(let found):
                tooFew.append(PartLives.TooFew(code: code, found: found))
            }
        }
        let risks = codes.flatMap(\.risks).sorted { Self.isLikelier($0, $1) }
        return PartLives(
            end: records.watched.upperBound, horizon: spans.horizon, span: spans.count,
            codes: codes.map(\.life), tooFew: Array(tooFew.prefix(Self.namedLimit)),
            risks: Array(risks.prefix(Self.riskLimit)), namesOnlyFailed: roster.namesOnlyFailed)
    }

    private static func isLikelier(_ a: PartLives.Risk, _ b: PartLives.Risk) -> Bool {
        let (p, q) = (a.probability?.value ?? -1, b.probability?.value ?? -1)
        if p != q { return p > q }
        return a.age != b.age ? a.age > b.age : a.device.index < b.device.index
    }
}

/// How far ahead a record allows predictions: at most a quarter of its own length. In seconds.
struct PartSpans: Sendable, Hashable {
    /// For single parts, at most 30 days.
    let horizon: Double
    /// For the number of failures, at most 90 days.
    let count: Double

    private static let ladder: [Double] = [
        3_600, 6 * 3_600, Scope.day, 7 * Scope.day, 30 * Scope.day, 90 * Scope.day,
    ]

    /// Nil for a record under four hours.
    init?(_ watched: ClosedRange<Double>) {
        let most = (watched.upperBound - watched.lowerBound) / 4
        guard let count = Self.ladder.last(where: { $0 <= most }) else { return nil }
        self.count = count
        horizon = min(count, 30 * Scope.day)
    }
}
