import Reports
import Samples
import Values

@testable import Wording

/// How long parts live and which fail next.
extension PhraseCases {
    var parts: Chapter {
        Chapter("PartPhrases") {
            Said("partLives(_:)", lives) { $0.phrases.partLives($1) }
            Said("partsAtRisk(_:)", lives) { $0.phrases.partsAtRisk($1) }
            Said("lifeFigures(_:)", lives) { $0.phrases.lifeFigures($1) }
            Said("ageing(_:_:)", Self.pairs(Self.ageings, [1, 2, 5, 21])) {
                phrases.ageing($0, $1)
            }
            Said("limited(_:)", [Self.limits]) { phrases.limited($0) }
            Said("limitedLife(_:)", lengths) { $0.phrases.limitedLife($1) }
            Said("limitedRisk(_:)", [nil, Self.risk]) { phrases.limitedRisk($0) }
            Said("expectedFailures(_:)", Self.expectations) { phrases.expectedFailures($0) }
            Said("tested(_:)", Self.expectations) {
                phrases.tested(.init(expected: $0, happened: 47))
            }
            Said("nextSpan(_:)", spans) { $0.phrases.nextSpan($1) }
            Said("lastSpan(_:)", spans) { $0.phrases.lastSpan($1) }
            Said("ageAxis()", everyAxis) { $0.phrases.ageAxis() }
            Said("partRisks(_:)", Sample.livesOfParts) { lives in
                phrases.partRisks(
                    Self.with(Sample(.rich).diagnosis) {
                        ($0.partRisks, $0.riskHorizon) = (lives.risks, lives.horizon)
                    })
            }
        }
    }

    private static let ageings: [CodeLife.Ageing] = [.wears, .failsEarly, .none, .irregular]
    private static let risk = PartLives.Limited(value: 0.64, low: 0.51, high: 0.77)
    private static let limits = PartLives.Limited(value: 2.1, low: 1.8, high: 2.5)

    private static let expectations: [CodeLife.Expected] = [
        .init(mean: 45.2, range: 38...52), .init(mean: 1, range: 1...1),
        .init(mean: 0, range: 0...0), .init(mean: 21, range: 20...21),
    ]

    private var spans: [(Axis, Double)] {
        Self.pairs([days, cycles, rows], [1, 2, 7, 21, 90]).map { ($0, $0.unit * $1) }
    }

    private var lengths: [(Axis, PartLives.Limited)] {
        Self.pairs([days, cycles, rows], [1, 2, 5, 21]).flatMap { axis, count in
            let unit = axis.unit * count
            return [2, 1, Double.infinity].map { far in
                let low = far == 1 ? unit : unit / 2
                return (axis, PartLives.Limited(value: unit, low: low, high: far * unit))
            }
        }
    }

    /// Every way of ageing, alone and beside others, on every clock, with so many of it.
    private var lives: [(Axis, PartLives)] {
        let known = Sample.livesOfParts
        let clocks: [CodeLife.Clock] = [.failures, .repairs, .both]
        let timed = clocks.map { clock in
            Self.with(known[0]) { $0.codes[0].clock = clock }
        }
        let counts = [0, 1, 2, 5, 21].map { lives(known[0], $0) }
        let mixed = Self.ageings.map { ageing in
            Self.with(known[0]) { lives in
                lives.codes = Self.codes.prefix(4).enumerated().map {
                    Sample.life($1, $0 == 0 ? .wears : ageing)
                }
            }
        }
        let bare = Self.ageings.map { ageing in
            Self.with(known[0]) {
                $0.codes = [Sample.life(Self.codes[1], ageing, knowsLife: false)]
                ($0.codes[0].shape, $0.codes[0].early, $0.codes[0].past) = (nil, nil, nil)
                $0.risks = []
            }
        }
        let untried = Self.with(known[0]) { $0.codes[0].test = nil }
        return (known + timed + counts + mixed + bare + [untried]).map { (days, $0) }
            + known.prefix(2).map { (cycles, onCycles($0)) }
    }

    private func lives(_ known: PartLives, _ count: Int) -> PartLives {
        Self.with(known) { lives in
            lives.codes[0].past = count
            (lives.codes[0].working, lives.codes[0].unknownAge) = (count + 20, count)
            lives.codes[0].next = .init(mean: Double(count), range: count...count)
            lives.codes[0].test = .init(
                expected: .init(mean: 1, range: count...count), happened: 2)
            lives.tooFew = Self.codes.prefix(count).map { .init(code: $0, found: count) }
        }
    }

    private func onCycles(_ lives: PartLives) -> PartLives {
        Self.with(lives) { lives in
            (lives.end, lives.horizon, lives.span) = (362, 30, 90)
            for place in lives.codes.indices {
                lives.codes[place].life = .init(value: 63, low: 58, high: 70)
                lives.codes[place].early = .init(value: 21, low: 17, high: 24)
            }
            for place in lives.risks.indices { lives.risks[place].age = 93 }
        }
    }
}
