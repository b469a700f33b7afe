package import Reports
package import Values

/// What is worth saying first of the lives of parts.
extension PartLives {
    /// The code to speak of first: one that wears, else one that follows no distribution, that
    /// fails early, or that does not age; among several that with most failures to come.
    package var leading: CodeLife? {
        let order: [CodeLife.Ageing] = [.wears, .irregular, .failsEarly, .none]
        return order.lazy.compactMap { ageing in
            codes.filter { $0.ageing == ageing }.max {
                ($0.next?.mean ?? 0) < ($1.next?.mean ?? 0)
            }
        }.first
    }

    /// The codes beside the leading one, by how they age.
    package var others: [(ageing: CodeLife.Ageing, codes: [CodeRef])] {
        let others = codes.filter { $0.code != leading?.code }
        let order: [CodeLife.Ageing] = [.wears, .irregular, .failsEarly, .none]
        return order.compactMap { ageing in
            let own = others.filter { $0.ageing == ageing }.map(\.code)
            return own.isEmpty ? nil : (ageing, own)
        }
    }

    /// Whether any code's parts fail more or less often with age.
    package var tellsByAge: Bool { codes.contains { $0.ageing != .none } }

    /// Failures at an unknown age, over all codes.
    package var unknownAge: Int { codes.reduce(0) { $0 + $1.unknownAge } }

    /// How many codes were back-tested, and for how many of them the test held.
    package var tests: (made: Int, held: Int) {
        let made = codes.compactMap(\.test)
        return (made.count, made.count(where: \.isHeld))
    }

    /// The codes by what starts the clocks of their parts.
    package var clocks: [(clock: CodeLife.Clock, codes: [CodeRef])] {
        let clocks: [CodeLife.Clock] = [.repairs, .both, .failures]
        return clocks.compactMap { clock in
            let own = codes.filter { $0.clock == clock }.map(\.code)
            return own.isEmpty ? nil : (clock, own)
        }
    }
}

extension Formatting {
    /// A life with its limits in its own unit; `high` is nil where it is not known.
    package func limits(
        of life: PartLives.Limited
    ) -> (value: String, low: String, high: String?) {
        let value = measured(life.value)
        guard let range = ClosedRange(from: life.low, to: life.high), life.high.isFinite else {
            return (text(value), length(life.low), nil)
        }
        let ends = lives(range, beside: life.value)
        return (text(value), ends.low, ends.high)
    }
}
