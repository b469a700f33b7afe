import Reports
import Values

extension EnglishPhrases {
    func reportTitle(set: String, device: DeviceRef?) -> String {
        guard let device else { return "Report on \(set)" }
        return "Report on \(self.device(device.name, atStart: false)) of \(set)"
    }

    func reportSection(_ section: ReportSection) -> String {
        switch section {
        case .state: "State"
        case .changed: "What changed"
        case .devices: "Devices that need attention"
        case .signals: "Readings"
        case .findings: "Findings"
        case .rates: "Rates"
        case .outlook: "Outlook"
        case .open: "Open episodes and notes"
        case .quality: "Data quality"
        case .method: "Method"
        }
    }

    func reportPeriod(_ range: ClosedRange<Double>, before: ClosedRange<Double>?) -> String {
        guard let before else { return period(range) }
        return "\(period(range)); compared with \(shortPeriod(before))"
    }

    func reportColumns() -> ReportColumns {
        ReportColumns(figure: "Figure", now: "This period", before: "Period before")
    }

    func reportStatus(_ change: StatusChange) -> Sentence {
        let devices = format.counted(change.now, "device", "devices")
        let needs = change.now == 1 ? "needs" : "need"
        guard change.now > 0 else {
            return change.before == 0
                ? "No device needs attention, as at the end of the period before."
                : "No device needs attention; at the end of the period before \(format.count(change.before)) did."
        }
        let before =
            change.before == change.now
            ? "as many as" : "\(change.before == 0 ? "none" : format.count(change.before))"
        let end = change.before == change.now ? "at" : "did at"
        return
            "\(strong: "\(devices) \(needs) attention"); \(before) \(end) the end of the period before."
    }

    func reportDevices(_ change: StatusChange) -> [Sentence] {
        var sentences: [Sentence] = []
        if !change.new.isEmpty { sentences.append("New: \(named(change.new)).") }
        if !change.lasting.isEmpty {
            sentences.append("As before: \(named(change.lasting)).")
        }
        if !change.recovered.isEmpty {
            sentences.append("No longer: \(named(change.recovered)).")
        }
        return sentences
    }

    /// Each with its noun, where its name is a bare number.
    private func named(_ devices: [DeviceRef]) -> Sentence {
        sentenceList(
            devices.map { "\($0, as: device($0.name, atStart: false))" }, limit: 12)
    }

    func reportEvents(_ change: EventChange) -> Sentence {
        let name = capitalised(eventNames(change.kind))
        let counts =
            "\(format.count(change.now)), \(format.count(change.before)) in the period before"
        guard change.before >= 10, change.now != change.before else {
            return "\(name): \(counts)."
        }
        let share = Double(change.now) / Double(change.before) - 1
        return "\(name): \(counts) (\(format.signed(share * 100, 0)) %)."
    }

    func reportHealth(now: Double, before: Double) -> Sentence {
        let (now, before) = (format.fixed(now, 0), format.fixed(before, 0))
        return now == before
            ? "Health is \(strong: now) of 100, as at the end of the period before."
            : "Health is \(strong: now) of 100; it was \(before) at the end of the period before."
    }

    func reportNothingBefore() -> Sentence {
        "The data do not reach back over a whole period before this one, so the latest part of the period is compared with what came before it."
    }

    func reportQuality(_ context: ReportContext) -> Sentence {
        let read = format.counted(context.rows, "row", "rows")
        let files = format.counted(context.fileCount, "file", "files")
        let were = context.rows == 1 ? "was" : "were"
        let rows =
            context.rowsRefused == 0
            ? "none was refused"
            : "\(format.count(context.rowsRefused)) \(context.rowsRefused == 1 ? "was" : "were") refused"
        let cells =
            context.cellsRefused == 0
            ? ""
            : ", and \(format.counted(context.cellsRefused, "single cell", "single cells")) could not be used"
        return "\(strong: "\(read) of \(files)") \(were) read; \(rows)\(cells)."
    }

    func reportNoOpenEpisodes() -> Sentence { "No episode is open at the end of the period." }

    func reportNoNotes() -> Sentence { "There are no notes in this period." }

    func reportMethod(_ context: ReportContext, version: String) -> Sentence {
        let files = format.counted(context.fileCount, "file", "files")
        return
            "All figures come from \(files) of the data set \(context.dataset), with the hash \(code: context.fingerprint); rows and cells that could not be read are left out and counted under data quality. An episode is a stretch in which a reading leaves what is usual for its device and the fleet; it is open where it lasts until the end of the data. Health is 100 minus the points that open episodes, errors, failures and missing readings take; the status follows from the gravest open episode. Trends are tested by Mann and Kendall's test, and all tests of a page share one limit for chance findings. A prediction is that of a model only where it did better than a plain rule on data held out of training. Made by Performance Analytics System \(version)."
    }

    func reportPageWords() -> String { "Page # of ##" }
}
