/// What people found alarms to be worth.
package struct AlarmJudgements: Hashable {
    package var confirmed = 0
    package var falseAlarms = 0

    package init(confirmed: Int = 0, falseAlarms: Int = 0) {
        self.confirmed = confirmed
        self.falseAlarms = falseAlarms
    }

    package init(_ notes: some Sequence<DeviceNote>) {
        for note in notes {
            switch note.kind {
            case .confirmed: confirmed += 1
            case .falseAlarm: falseAlarms += 1
            case .remark, .repaired: break
            }
        }
    }

    package var judged: Int { confirmed + falseAlarms }
    /// The share that was false; NaN where none was judged.
    package var falseShare: Double { Double(falseAlarms) / Double(judged) }
}
