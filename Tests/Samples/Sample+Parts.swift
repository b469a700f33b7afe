package import Reports
package import Values

extension Sample {
    private static let day = 86_400.0

    /// The lives of the parts that the sample's failures name; nil without failures.
    package var partLives: PartLives? {
        let failures = codes.filter { $0.kind == .failure }
        guard !failures.isEmpty, kind != .cycles, kind != .noTime else { return nil }
        let ageings: [CodeLife.Ageing] = [.wears, .none, .irregular, .failsEarly]
        let lives = zip(failures, ageings).map { Self.life($0, $1) }
        let devices = context.deviceNames.enumerated().map { DeviceRef(index: $0, name: $1) }
        let risks: [PartLives.Risk] = devices.enumerated().flatMap { place, device in
            lives.map { life in
                PartLives.Risk(
                    device: device, code: life.code, age: (90 - Double(place % 90)) * Self.day,
                    probability: place % 7 == 6
                        ? nil
                        : .init(
                            value: 0.64 / Double(place + 1), low: 0.51 / Double(place + 1),
                            high: 0.77 / Double(place + 1)),
                    isPastLife: life.ageing == .wears && place < 14)
            }
        }
        return PartLives(
            end: range.upperBound, horizon: 30 * Self.day, span: 90 * Self.day, codes: lives,
            tooFew: [.init(code: failures[0], found: 2)], risks: risks)
    }

    package static func life(
        _ code: CodeRef, _ ageing: CodeLife.Ageing, isHeld: Bool = true, knowsLife: Bool = true
    ) -> CodeLife {
        let curve = (1...30).map { index in
            let survival = 1 - Double(index) / 32
            return CodeLife.Point(
                age: Double(index) * 4 * day,
                survival: .init(
                    value: survival, low: survival * 0.9, high: min(1, survival * 1.05)),
                atRisk: 120 - 3 * index)
        }
        return CodeLife(
            code: code, ageing: ageing, clock: ageing == .none ? .failures : .repairs,
            failures: 68, censored: 204, unknownAge: ageing == .wears ? 12 : 0,
            shape: .init(value: 2.1, low: 1.8, high: 2.5),
            early: .init(value: 21 * day, low: 17 * day, high: 24 * day),
            life: knowsLife
                ? .init(
                    value: 63 * day, low: 58 * day,
                    high: ageing == .irregular ? .infinity : 70 * day)
                : nil, fitChance: ageing == .irregular ? 0.001 : 0.4, working: 98,
            past: ageing == .wears ? 14 : nil, next: .init(mean: 45.2, range: 38...52),
            test: .init(expected: .init(mean: 48, range: 41...55), happened: isHeld ? 47 : 70),
            curve: curve, start: 0, reach: 120 * day,
            fitted: ageing == .irregular ? [] : curve)
    }

    /// One of each thing that can be said of the lives of parts.
    package static var livesOfParts: [PartLives] {
        let code = CodeRef(index: 3, kind: .failure, name: "comp2", rank: 0)
        let other = CodeRef(index: 4, kind: .failure, name: "comp1", rank: 1)
        func lives(_ codes: [CodeLife], tooFew: [PartLives.TooFew] = []) -> PartLives {
            PartLives(
                end: 1_451_624_400, horizon: 30 * day, span: 90 * day, codes: codes,
                tooFew: tooFew,
                risks: codes.map {
                    .init(
                        device: DeviceRef(index: 12, name: "13"), code: $0.code, age: 93 * day,
                        probability: $0.life.map { _ in .init(value: 0.64, low: 0.51, high: 0.77) },
                        isPastLife: true)
                })
        }
        var aged = life(code, .wears)
        aged.firstAge = .attribute("installed")
        aged.past = 0
        var failed = lives([life(code, .failsEarly)])
        failed.namesOnlyFailed = true
        failed.codes[0].next = nil
        failed.codes[0].test = nil
        return [
            lives([life(code, .wears), life(other, .none)]),
            lives([life(code, .irregular, isHeld: false)], tooFew: [.init(code: other, found: 2)]),
            lives([life(code, .irregular, knowsLife: false)]), lives([life(code, .failsEarly)]),
            lives([life(code, .none)]), lives([aged]),
            failed, lives([], tooFew: [.init(code: code, found: 0), .init(code: other, found: 9)]),
        ]
    }
}
