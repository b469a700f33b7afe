package import Reports
package import Values

/// How good a reading's values are: the first of these that applies. `fifthLost` is for more than
/// 20 % missing or refused, `someLost` for more than 1 %.
package enum QualityGrade {
    case empty, constant, fifthLost, someLost, good

    package init(_ signal: SignalQuality) {
        let lost = signal.missing + signal.refused
        let total = signal.count + lost
        if signal.count == 0 {
            self = .empty
        } else if signal.isConstant {
            self = .constant
        } else if total > 0, lost * 5 > total {
            self = .fifthLost
        } else {
            self = total > 0 && lost * 100 > total ? .someLost : .good
        }
    }

    package var status: Status {
        switch self {
        case .empty, .fifthLost: .critical
        case .constant, .someLost: .warning
        case .good: .ok
        }
    }
}

extension FileReport {
    /// The most issues of a file that are listed.
    package static let issuesShown = 50
}
