package import Reports
package import Values

/// What the value of a cell of troubles counts.
package enum CountedStretch {
    case moments
    /// A single hour, day and the like.
    case each(Length.Unit)
    case steps(Length)
}

extension OverviewReport.Lanes {
    /// What is to be said of the cells.
    package enum Peak {
        case quiet
        /// Cells are either marked or not; this device has most marks.
        case mostMarked(DeviceRef, marks: Int)
        case fullest(DeviceRef, TimeSlice, value: Double)
    }

    package var peak: Peak {
        guard let fullest else { return .quiet }
        if fullest.value == 1, let most = mostMarked {
            return .mostMarked(most.device, marks: most.marks)
        }
        return .fullest(fullest.device, fullest.slice, value: fullest.value)
    }

    /// What the cells of troubles count, in the unit in which it is written.
    package func stretch(_ format: Formatting) -> CountedStretch {
        guard let counted, counted.isFinite, counted > 0 else { return .moments }
        let length = format.measured(counted)
        switch length.unit {
        case .minute, .hour, .day, .cycle, .row:
            return length.count == 1 ? .each(length.unit) : .steps(length)
        case .second, .week, .year: return .steps(length)
        }
    }
}
