import Analysis
import Reports
import Values

/// What is known at a time about the lives of a code's parts.
struct LifeEstimate {
    /// A working part of known age, in the axis' unit.
    struct Aged {
        let device: Int
        let age: Double
    }

    let lives: [PartLife]
    let lifetimes: [Lifetime]
    /// Nil with fewer failures of known age than `PartLives.needed`.
    let model: LifeModel?
    /// Working parts of known age.
    let working: [Aged]
    private let ageless: ExpectedFailures.Ageless
    private let replacements: [Lifetime]

    /// Failures of parts of unknown age.
    var unknownAge: Int { ageless.failures }
    /// Failures of parts of known age.
    var failures: Int { lifetimes.count { $0.isFailure } }

    /// - Parameter end: Later events are ignored.
    /// - Complexity: O(events · log events).
    init(_ parts: PartRecords.Parts, end: Double) {
        let reader = PartLifeReader(awaitsRepair: parts.awaitsRepair, end: end)
        let lives = parts.records.flatMap(reader.lives(of:))
        self.lives = lives
        lifetimes = lives.compactMap { $0.lifetime() }
        replacements = lives.compactMap { $0.lifetime { $0 == .replacement } }
        // A device that has left is not working any more.
        let last = lives.reduce(-Double.infinity) { max($0, $1.to) }
        let unknown = lives.filter { $0.start == nil }
        ageless = ExpectedFailures.Ageless(
            working: unknown.count { $0.end == .atWork && $0.to == last },
            failures: unknown.count { $0.end == .failure },
            exposure: unknown.reduce(0) { $0 + $1.to - $1.from })
        working = lives.compactMap { life in
            guard life.end == .atWork, life.to == last, let start = life.start else { return nil }
            return Aged(device: life.device, age: life.to - start)
        }
        model = lifetimes.count { $0.isFailure } < PartLives.needed ? nil : LifeModel(lifetimes)
    }

    /// Failures expected within a span after the end; nil without a model.
    func expected(within span: Double) -> CodeLife.Expected? {
        guard let model else { return nil }
        let expected = ExpectedFailures(
            ages: working.map(\.age), model: model, replacements: replacements, ageless: ageless,
            span: span)
        return expected.range.map { CodeLife.Expected(mean: expected.mean, range: $0) }
    }
}
