/// How many alarms people confirmed or called false, by their notes.
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
    /// 0…1; NaN where none was judged.
    package var falseShare: Double { Double(falseAlarms) / Double(judged) }
}
