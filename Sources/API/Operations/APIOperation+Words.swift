extension APIOperation {
    /// What the operation gives or does, in a sentence.
    package var summary: String {
        switch self {
        case .sets: "All data sets, and how far each is."
        case .set: "One data set: its data and its state."
        case .overview: "Which devices need attention, since when, and why."
        case .clusters: "Which devices behave alike, and what sets them apart."
        case .trends: "What gets better or worse."
        case .devices: "All devices with status and health, the worst first."
        case .device: "What is wrong with a device, and what may follow."
        case .readings: "Readings of a device over time with their expected bands."
        case .similar: "Stretches of all devices that are most like one, and what followed them."
        case .episodes: "All troubles over all time, the gravest first."
        case .findings: "What Overview and Trends found, the weightiest first."
        case .rates: "Events over time: one series for each kind, then for each code."
        case .forecasts: "Rates of events with their forecasts and back-tests."
        case .predictions: "Probabilities of failure or remaining lives of devices."
        case .models: "The models learned of a set."
        case .parts: "How long parts live, and which fail next."
        case .notes: "What people wrote down about devices."
        case .issues: "Cells and rows that could not be used."
        case .files: "How each file was read: dialect, columns, roles and reasons."
        case .rows: "Raw rows of a file, as written."
        case .addFiles: "Takes files into a set, all or none; as the form of the page does."
        case .addRows: "Takes rows into a set; answers once they are on disk."
        case .deleteSet: "Deletes a data set with its files."
        case .addNote: "Writes down a note on a device."
        case .deleteNote: "Deletes a note."
        case .correctFile: "Corrects how a file is read; as the form of the page does."
        case .overviewPage, .clustersPage, .trendsPage, .diagnosticsPage, .rowsPage, .importPage,
            .comparePage:
            "What the page of the same address shows."
        }
    }

    /// What a request may say.
    package var parameters: [Parameter] {
        switch self {
        case .sets: [.language] + Parameter.paging
        case .addFiles: []
        case .set: [.set, .language]
        case .overview, .trends, .parts: [.set] + Parameter.filter
        case .clusters: [.set] + Parameter.filter + Parameter.clustering
        case .devices, .episodes, .findings, .rates, .forecasts:
            [.set] + Parameter.filter + Parameter.paging
        case .device, .readings:
            [.set, .device, .window] + Parameter.filter.filter { $0.name != "device" }
        case .similar: [.set, .device] + Parameter.stretch
        case .predictions, .models, .files: [.set, .language]
        case .notes, .issues: [.set, .language] + Parameter.paging
        case .rows: [.set, .file] + Parameter.filter + Parameter.paging
        case .deleteSet, .correctFile: [.set]
        case .addNote, .addRows: [.set, .idempotencyKey]
        case .deleteNote: [.set, .note]
        case .clustersPage: [.setOfPage] + Parameter.filter + Parameter.clustering
        case .diagnosticsPage:
            [.setOfPage, .focus, .window] + Parameter.similar + Parameter.filter
        case .rowsPage: [.setOfPage, .focus, .file] + Parameter.filter
        case .overviewPage, .trendsPage: [.setOfPage] + Parameter.filter
        case .importPage: [.setOfPage, .file, .language]
        case .comparePage: [.setOfPage] + Parameter.filter + Parameter.comparison
        }
    }

    /// The schema of an answer that went well; nil where it has no content.
    package var answer: Schema? {
        switch self {
        case .sets: Answers.sets.schema
        case .set: Answers.set.schema
        case .overview: Answers.overview.schema
        case .clusters: Answers.clusters.schema
        case .trends: Answers.trends.schema
        case .devices: Answers.devices.schema
        case .device: Answers.device.schema
        case .readings: Answers.readings.schema
        case .similar: Answers.similar.schema
        case .episodes: Answers.episodes.schema
        case .findings: Answers.findings.schema
        case .rates: Answers.rates.schema
        case .forecasts: Answers.forecasts.schema
        case .predictions: Answers.predictions.schema
        case .models: Answers.models.schema
        case .parts: Answers.parts.schema
        case .notes: Answers.notes.schema
        case .issues: Answers.issues.schema
        case .files, .correctFile: Answers.files.schema
        case .rows: Answers.rows.schema
        case .addFiles: Answers.upload.schema
        case .addRows: Answers.rowsTaken.schema
        case .addNote: Answers.note.schema
        case .deleteSet, .deleteNote: nil
        case .overviewPage, .clustersPage, .trendsPage, .diagnosticsPage, .rowsPage, .importPage,
            .comparePage:
            page.map { Answers.page($0).schema }
        }
    }
}

extension Parameter {
    fileprivate static let file = Parameter(
        name: "file", about: "A file of the set.", schema: .text())
    fileprivate static let note = Parameter(
        name: "note", place: .path, about: "The note's id.", schema: .text())
    fileprivate static let idempotencyKey = Parameter(
        name: "Idempotency-Key", place: .header,
        about: "Any text; what is sent again with the same one is not written twice.",
        schema: .text())
    fileprivate static let focus = Parameter(
        name: "focus", about: "The device that the page is about.", schema: .text())
}
