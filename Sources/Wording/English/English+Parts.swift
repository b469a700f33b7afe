import Reports
import Values

extension EnglishPhrases {
    func partLives(_ lives: PartLives) -> CardWords {
        guard let first = lives.leading else { return tooFew(lives) }
        return CardWords(
            title: label(.partLivesTitle),
            sub:
                "share surviving to an age, % · each on its own scale · as of \(format.shortMoment(lives.end))",
            say: said(of: first) + others(lives) + expectation(first, lives.span),
            note: clocks(lives))
    }

    func lifeFigures(_ lives: PartLives) -> CardWords {
        CardWords(
            title: label(.lifeFiguresTitle),
            sub:
                "shape and characteristic life with 95 % limits, failure counts with 90 % limits",
            note: [forecasts(lives), roster(lives), fewFailures(lives)].filter { !$0.isEmpty }
                .joined(separator: " "))
    }

    private func tooFew(_ lives: PartLives) -> CardWords {
        CardWords(
            title: label(.partLivesTitle),
            say:
                "\(strong: "Too few failures at a known age") to estimate how long parts live: \(counts(lives)).",
            note: "The age of a part is known only after its first failure or repair in the record."
        )
    }

    /// `belt 2 and pump 4 (10 needed)`.
    private func counts(_ lives: PartLives) -> String {
        list(lives.tooFew.map { "\(code($0.code)) \(format.count($0.found))" })
            + " (\(format.count(PartLives.needed)) needed)"
    }

    private func fewFailures(_ lives: PartLives) -> String {
        lives.tooFew.isEmpty ? "" : "Too few failures at a known age: \(counts(lives))."
    }

    private func said(of life: CodeLife) -> Sentence {
        let name = code(life.code)
        switch life.ageing {
        case .wears:
            return "\(strong: "\(name) wears out"): \(shape(life))\(lifeLength(life)).\(past(life))"
        case .failsEarly:
            return
                "\(strong: "\(name) fails early"): \(shape(life)), so new parts are the most likely to fail."
        case .none:
            let mean = life.life.map { " The mean life is \(limitedLife($0).text)." } ?? ""
            return
                "\(strong: "\(name) shows no ageing"): \(shape(life)) does not differ significantly from 1, so age says nothing about the risk.\(mean)"
        case .irregular:
            let early = life.early.map { "at least 10 % fail by \(limitedLife($0).text), " } ?? ""
            let most = life.life.map { "63 % by \(limitedLife($0).text)" }
            return
                "\(strong: "No Weibull distribution fits \(name)"), so the Kaplan–Meier curve is used: \(early)\(most ?? "the age by which 63 % fail is not known").\(past(life))"
        }
    }

    private func shape(_ life: CodeLife) -> String {
        life.shape.map { "Weibull shape \(limited($0).text)" } ?? "Weibull shape"
    }

    private func lifeLength(_ life: CodeLife) -> String {
        life.life.map { ", characteristic life \(limitedLife($0).text)" } ?? ""
    }

    private func past(_ life: CodeLife) -> String {
        guard let past = life.past else { return "" }
        let all = format.count(life.working)
        if past == 0 { return " None of \(all) parts in service is past that age." }
        return
            " \(format.count(past)) of \(all) parts in service \(past == 1 ? "is" : "are") past that age."
    }

    private func others(_ lives: PartLives) -> Sentence {
        let others = lives.others.map { said, codes in
            "\(list(codes.map(code))) \(ageing(said, codes.count))"
        }
        return others.isEmpty ? "" : "Other codes: \(others.joined(separator: "; "))."
    }

    private func expectation(_ life: CodeLife, _ span: Double) -> Sentence {
        guard let next = life.next else { return "" }
        let (low, high) = (next.range.lowerBound, next.range.upperBound)
        let count =
            low == high
            ? format.counted(high, "failure", "failures")
            : fromTo(format.count(low), format.counted(high, "failure", "failures"))
        let tested = life.test.map { test -> Sentence in
            let doubt = test.isHeld ? "" : " The forecast missed, so plan with a margin."
            return
                "Back-test on the previous \(format.length(span)): \(range(test.expected)) expected, \(strong: format.count(test.happened)) occurred.\(doubt)"
        }
        return
            "Expected within \(format.length(span)): \(strong: "\(count) of \(code(life.code))") (90 % interval). \(format.counted(high, "spare part is", "spare parts are")) enough with a probability of 95 %."
            + (tested ?? "")
    }

    private func range(_ expected: CodeLife.Expected) -> String {
        let (low, high) = (expected.range.lowerBound, expected.range.upperBound)
        return low == high ? format.count(low) : fromTo(format.count(low), format.count(high))
    }

    private func clocks(_ lives: PartLives) -> String {
        let parts = lives.clocks.map { clock, codes in
            let names = lives.codes.count == codes.count ? "" : " (\(list(codes.map(code))))"
            switch clock {
            case .repairs: return "the last repair of the part\(names)"
            case .both: return "the last failure or repair of the part\(names)"
            case .failures:
                return "the last failure of the part, as no repairs are recorded\(names)"
            }
        }
        let unknown =
            lives.unknownAge == 0
            ? ""
            : " \(format.counted(lives.unknownAge, "failure", "failures")) of parts in service before the record, of unknown age, \(lives.unknownAge == 1 ? "is" : "are") left out of the fit."
        let attributes = Set(lives.codes.compactMap(\.firstAge.attribute)).sorted()
        let first =
            attributes.isEmpty
            ? ""
            : " For parts in service before the record, the age is taken from \(list(attributes)) of the device."
        return "Ages count from \(parts.joined(separator: "; ")).\(first)\(unknown)"
    }

    private func roster(_ lives: PartLives) -> String {
        lives.namesOnlyFailed
            ? "The files list only devices that failed. The number of others is unknown, so no failure counts are forecast."
            : ""
    }

    private func forecasts(_ lives: PartLives) -> String {
        let tests = lives.tests
        guard tests.made > 1 else { return "" }
        return
            "The same forecast for the previous \(format.length(lives.span)) held for \(format.count(tests.held)) of \(format.count(tests.made)) codes."
    }

    func partsAtRisk(_ lives: PartLives) -> CardWords {
        let say: Sentence
        if let first = lives.risks.first, let probability = first.probability, lives.tellsByAge {
            say =
                "\(strong: "\(code(first.code)) of \(device(first.device.name, atStart: false)) is the most likely to fail"): \(limitedRisk(probability).text) within \(format.length(lives.horizon)), at an age of \(format.length(first.age))."
        } else if lives.tellsByAge {
            say = "No part was observed long enough to estimate its risk."
        } else {
            say =
                "\(strong: "Age does not distinguish parts with the same code"): all are equally likely to fail."
        }
        return CardWords(
            title: label(.partsAtRiskTitle),
            sub:
                "probability of failure within \(format.length(lives.horizon)), with 95 % limits · as of \(format.shortMoment(lives.end))",
            say: say)
    }

    func ageing(_ ageing: CodeLife.Ageing, _ count: Int) -> String {
        switch ageing {
        case .wears: count == 1 ? "wears out" : "wear out"
        case .failsEarly: count == 1 ? "fails early" : "fail early"
        case .none: count == 1 ? "shows no ageing" : "show no ageing"
        case .irregular:
            count == 1 ? "follows no Weibull distribution" : "follow no Weibull distribution"
        }
    }

    func limited(_ shape: PartLives.Limited) -> LimitedText {
        LimitedText(
            value: format.figure(shape.value),
            limits: fromTo(format.figure(shape.low), format.figure(shape.high)))
    }

    func limitedLife(_ life: PartLives.Limited) -> LimitedText {
        let limits = format.limits(of: life)
        guard let high = limits.high else {
            return LimitedText(value: limits.value, limits: "\(limits.low) or more")
        }
        let isExact = life.low == life.high
        return LimitedText(
            value: limits.value, limits: isExact ? "" : fromTo(limits.low, high))
    }

    func limitedRisk(_ probability: PartLives.Limited?) -> LimitedText {
        guard let probability else { return LimitedText(value: format.percent(nil)) }
        return LimitedText(
            value: format.percent(probability.value),
            limits: fromTo(format.percent(probability.low), format.percent(probability.high)))
    }

    func expectedFailures(_ expected: CodeLife.Expected) -> LimitedText {
        LimitedText(value: format.figure(expected.mean.rounded()), limits: range(expected))
    }

    func tested(_ test: CodeLife.Test) -> LimitedText {
        LimitedText(value: format.count(test.happened), limits: range(test.expected))
    }

    func nextSpan(_ span: Double) -> String { "Next \(format.length(span))" }

    func lastSpan(_ span: Double) -> String { "Last \(format.length(span)) (expected)" }

    func ageAxis() -> String { isTimeAxis ? "age, days" : "age, \(unitOfAxis)" }

    func partRisks(_ report: DiagnosticReport) -> Sentence {
        guard let first = report.partRisks.first, let probability = first.probability,
            let horizon = report.riskHorizon
        else { return "" }
        return
            "Most likely to fail within \(format.length(horizon)): \(strong: code(first.code)), \(limitedRisk(probability).text)."
    }
}
