package import Reports
package import Values

/// What sentences about an episode say, before it has words.
extension Episode {
    /// Whether one device alone has it, so that a page about that device need not name it.
    package var isOfOneDevice: Bool { group == nil && devices.count == 1 }

    /// Where the first subject went from its expected value.
    package enum Direction { case up, down }

    /// Nil where that is not known.
    package var direction: Direction? {
        guard let actual, let expected, actual != expected else { return nil }
        return actual > expected ? .up : .down
    }

    /// The figures that belong into an episode's sentence.
    package enum Figures {
        case none
        /// A reading's level, and the expected one.
        case levels(MetricRef, Double, Double)
        /// Events a day, and how many were expected.
        case rates(Double, Double)
        /// The share of such events that a failure followed, and what chance would give; 0…1.
        case followed(Double, Double)
    }

    package var figures: Figures {
        guard let actual, let expected, let subject = subjects.first else { return .none }
        switch (kind, subject) {
        case (.precursor, _): return .followed(actual, expected)
        case (.spikes, _), (.variance, _), (.oscillation, _), (.decoupled, _), (.phase, _),
            (.shape, _), (.frozen, _), (.sensorDead, _), (.failure, _), (.failureWarned, _):
            return .none
        case (_, .metric(let metric)): return .levels(metric, actual, expected)
        case (_, .code): return .rates(actual, expected)
        }
    }

    /// What is said of an episode's time.
    package enum Time {
        /// From the first row to the last.
        case always
        /// At a moment; a level that jumped then has not come back.
        case at(Double)
        case since(Double)
        case stretch(Double, Double)
        /// Failed at a time and back at another one, which is `nil` while it is not.
        case failed(Double, back: Double?)
    }

    package var time: Time {
        switch kind {
        case .apart: return .always
        case .failure: return to == from ? .at(from) : .failed(from, back: to)
        case .step where isOpen: return .at(from)
        default:
            guard let to else { return .since(from) }
            return to > from ? .stretch(from, to) : .at(from)
        }
    }
}
