import Analysis
import Reports
import Values

/// Estimates how long the parts of one failure code live.
struct CodeLifeBuilder {
    let scope: Scope
    let code: CodeRef
    let parts: PartRecords.Parts
    let spans: PartSpans
    let end: Double
    /// Whether the files name all parts, so that the number of failures can be predicted.
    var foretells = true

    enum Result {
        case known(CodeLife, [PartLives.Risk])
        /// Too few failures at a known age; their number.
        case tooFew(Int)
    }

    /// Points of a curve that are kept, besides the last.
    private static let pointLimit = 120
    /// Steps of a fitted curve.
    private static let fittedSteps = 60

    /// - Complexity: O(events · log events + parts).
    func result() -> Result {
        let known = LifeEstimate(parts, end: end)
        guard let model = known.model else { return .tooFew(known.failures) }
        let life = model.age(failed: LifeModel.characteristicShare).map(PartLives.Limited.init)
        let wears = model.ageing == .wears || model.ageing == .irregular
        let risks = known.working.map { risk($0, model, life: wears ? life : nil) }
        return .known(
            CodeLife(
                code: code, ageing: CodeLife.Ageing(model.ageing), clock: clock,
                firstAge: parts.firstAge,
                failures: known.failures, censored: known.lifetimes.count - known.failures,
                unknownAge: known.unknownAge,
                shape: model.weibull.map { PartLives.Limited($0.shape) },
                early: model.age(failed: CodeLife.earlyShare).map(PartLives.Limited.init),
                life: life,
                fitChance: model.fitChance, working: known.working.count,
                past: wears && life != nil ? risks.count { $0.isPastLife } : nil,
                next: foretells ? known.expected(within: spans.count) : nil,
                test: foretells ? test(known) : nil,
                curve: curve(model.curve), start: model.curve.start, reach: model.curve.reach,
                fitted: fitted(model)),
            risks)
    }

    private var clock: CodeLife.Clock {
        parts.match.isEmpty ? .failures : parts.awaitsRepair ? .repairs : .both
    }

    private func risk(
        _ part: LifeEstimate.Aged, _ model: LifeModel, life: PartLives.Limited?
    ) -> PartLives.Risk {
        PartLives.Risk(
            device: scope.deviceRef(part.device), code: code, age: part.age,
            probability: model.failureProbability(at: part.age, within: spans.horizon)
                .map(PartLives.Limited.init),
            isPastLife: life.map { part.age > $0.value } ?? false)
    }

    /// The last span of the record, as it would have been predicted at its beginning.
    private func test(_ known: LifeEstimate) -> CodeLife.Test? {
        let last = known.lives.reduce(-Double.infinity) { max($0, $1.to) }
        let start = last - spans.count
        let expected = LifeEstimate(parts, end: start).expected(within: spans.count)
        return expected.map { expected in
            CodeLife.Test(
                expected: expected,
                happened: known.lives.count { $0.end == .failure && $0.to > start })
        }
    }

    /// The steps up to `reach`, evenly thinned where there are too many, the last one included.
    private func curve(_ curve: KaplanMeier) -> [CodeLife.Point] {
        let steps = curve.steps.prefix { $0.age <= curve.reach }
        let stride = max(1, (steps.count + Self.pointLimit - 1) / Self.pointLimit)
        return steps.enumerated()
            .filter { $0.offset % stride == 0 || $0.offset == steps.count - 1 }
            .map { _, step in
                CodeLife.Point(
                    age: step.age,
                    survival: PartLives.Limited(
                        Estimate(value: step.survival, interval: step.interval)),
                    atRisk: step.atRisk)
            }
    }

    private func fitted(_ model: LifeModel) -> [CodeLife.Point] {
        guard let fit = model.distribution else { return [] }
        let (start, last) = (model.curve.start, model.curve.reach)
        let whole = fit.survival(at: start)
        guard last > start, whole > 0 else { return [] }
        return (0...Self.fittedSteps).map { index in
            let age = start + (last - start) * Double(index) / Double(Self.fittedSteps)
            let value = fit.survival(at: age) / whole
            return CodeLife.Point(
                age: age, survival: PartLives.Limited(value: value, low: value, high: value),
                atRisk: 0)
        }
    }
}

extension PartLives.Limited {
    init(_ estimate: Estimate) {
        self.init(
            value: estimate.value, low: estimate.interval.lower, high: estimate.interval.upper)
    }
}

extension CodeLife.Ageing {
    init(_ ageing: LifeModel.Ageing) {
        self =
            switch ageing {
            case .wears: .wears
            case .failsEarly: .failsEarly
            case .none: .none
            case .irregular: .irregular
            }
    }
}
