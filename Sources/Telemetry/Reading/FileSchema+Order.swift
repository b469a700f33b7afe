import Values

extension FileSchema {
    /// Whether a row's time depends on the rows before it: times of day that pass midnight, dates
    /// given only in the first row of each day.
    var needsOrder: Bool {
        let columns: [Int] =
            switch time {
            case .column(let index), .cycle(let index): [index]
            case .dateAndTime(let date, _): [date]
            case .parts, .rowNumber: []
            }
        return columns.contains { index in
            guard self.columns.indices.contains(index),
                case .time(let format) = self.columns[index].type
            else { return false }
            return format.holdsBelow == true
                || format.isClock && !time.isDateAndTime
        }
    }
}

extension TimeOrigin {
    fileprivate var isDateAndTime: Bool {
        if case .dateAndTime = self { return true }
        return false
    }
}
