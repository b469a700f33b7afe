package import Reports
package import Values

/// What the cells of troubles count.
package enum CountedStretch {
    case moments
    /// Hours, days and the like.
    case each(Length.Unit)
    case steps(Length)
}

extension OverviewReport.Lanes {
    /// What is to be said of the cells.
    package enum Peak {
        case quiet
        /// Cells are either marked or not: the device with most marks.
        case mostMarked(DeviceRef, marks: Int)
        case fullest(DeviceRef, TimeSlice, value: Double)
    }

    /// The cell or the device with most.
    package var peak: Peak {
        guard let fullest else { return .quiet }
        if fullest.value == 1, let most = mostMarked {
            return .mostMarked(most.device, marks: most.marks)
        }
        return .fullest(fullest.device, fullest.slice, value: fullest.value)
    }

    /// What the cells of troubles count, as it is written.
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
