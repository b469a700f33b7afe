package import Reports
package import Values

/// What sentences about an episode say, before it has words.
extension Episode {
    /// Where the first subject went; `nil` where that is not known.
    package enum Direction { case up, down }

    /// Where the first subject went.
    package var direction: Direction? {
        guard let actual, let expected, actual != expected else { return nil }
        return actual > expected ? .up : .down
    }

    /// Figures that belong into its sentence.
    package enum Figures {
        case none
        /// A reading's level, and what it would have been.
        case levels(MetricRef, Double, Double)
        /// Events a day, and what they would have been.
        case rates(Double, Double)
        /// The share of such events that a failure followed, and what chance would give.
        case followed(Double, Double)
    }

    /// Figures that belong into its sentence.
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

    /// What is to be said of its time.
    package enum Time {
        /// All along.
        case always
        /// At a moment; a level that jumped then is still there.
        case at(Double)
        case since(Double)
        case stretch(Double, Double)
        /// Failed at a time, and was back at another one; `nil` where it never was.
        case failed(Double, back: Double?)
    }

    /// What is to be said of its time.
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
