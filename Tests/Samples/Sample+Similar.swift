package import Reports
import Values

extension Sample {
    /// What a search for similar stretches may find: many and one, with failures, repairs, neither
    /// and unknown sequels; nothing alike; everything alike; nothing to compare.
    package var similar: [SimilarStretches] {
        let failure = codes.first { $0.kind == .failure }
        let repair = codes.first { $0.kind == .repair }
        let hours = step / 24
        let failed =
            failure.map { code in
                [20, 61, 33].map { Aftermath.Sequel.failure(code, after: Double($0) * hours) }
            } ?? []
        let repaired = repair.map { [Aftermath.Sequel.repair($0, after: 5 * hours)] } ?? []
        let all: [Aftermath.Sequel?] = failed + repaired + [.nothing, nil]
        return [
            found(all, .alike(all.count)), found([.nothing], .alike(1)),
            found([.nothing, .nothing], .alike(2)), found([nil, nil], .alike(2)),
            found([nil], .alike(1), measure: .shape), found(repaired + [.nothing], .alike(1)),
            found(all, .nothing), found(all, .ordinary(share: 0.034)),
            empty(.tooShort(steps: 3, needed: 8)), empty(.noReadings), empty(.noOther),
        ]
    }

    private func empty(_ outcome: SimilarStretches.Outcome) -> SimilarStretches {
        let from = range.upperBound - 9 * step
        return SimilarStretches(
            device: device(0), from: from, to: from + 4 * step, measure: .level,
            metrics: Array(metrics.prefix(outcome == .noReadings ? 0 : 6)),
            isOfDepartures: false, outcome: outcome)
    }

    private func found(
        _ sequels: [Aftermath.Sequel?], _ outcome: SimilarStretches.Outcome,
        measure: SimilarStretches.Measure = .level
    ) -> SimilarStretches {
        var report = empty(outcome)
        report.measure = measure
        report.isOfDepartures = measure == .level
        report.step = step / 6
        report.within = 3 * step
        report.compared = 48_210
        report.median = 1.31
        report.limit = outcome == .nothing ? -0.2 : 0.6
        report.drawn = metrics.first
        report.course = course(0)
        let errors = codes.filter { $0.kind == .error }
        report.matches = sequels.enumerated().map { place, sequel in
            let from = range.upperBound - Double(20 * (place + 1)) * step
            return SimilarStretches.Match(
                device: device(place % max(1, deviceCount)), from: from, to: from + 4 * step,
                distance: 0.12 + 0.11 * Double(place), share: 0.0004 * Double(place + 1),
                sequel: sequel,
                errors: errors.prefix(place).enumerated().map { .init(code: $1, count: $0 + 1) },
                course: place < 5 ? course(place + 1) : [])
        }
        return report
    }

    /// A rise with a gap in it.
    private func course(_ place: Int) -> [Double] {
        (0..<24).map { step in
            step == 7 ? .nan : Double(step * step) / 40 + Double((step * (place + 3)) % 5) / 10
        }
    }
}
