extension EnglishPhrases {
    func label(_ label: Label) -> String {
        Self.frame[label] ?? Self.columns[label] ?? Self.cards[label] ?? Self.forms[label]
            ?? label.rawValue
    }

    private static let frame: [Label: String] = [
        .program: "Performance Analytics System", .skip: "Skip to the content", .pages: "Pages",
        .filter: "Filter", .dataset: "Data set", .period: "Period", .from: "From", .to: "To",
        .devices: "Devices", .codes: "Codes", .apply: "Apply", .refresh: "Refresh",
        .theme: "Theme", .upload: "Upload CSV", .uploadNarrow: "Upload",
        .rangeOption: "From … to …", .fleet: "Fleet", .next: "Next", .previous: "Previous",
        .dataAsTable: "Data as a table", .uploading: "Uploading",
        .lostConnection: "The program does not answer; the figures below may be old.",
        .tableOf: "Table", .missingReason: "not given",
        .all: "all", .none: "none", .on: "on", .off: "off", .firstPage: "First page",
    ]

    private static let columns: [Label: String] = [
        .device: "Device", .status: "Status", .health: "Health",
        .furthestReading: "Furthest reading and its band", .furthestNow: "Furthest reading",
        .since: "Since", .errors: "Errors", .failures: "Failures", .code: "Code",
        .count: "Count", .share: "Share", .cumulative: "Cumulative", .value: "Value",
        .before: "Before", .group: "Group", .reading: "Reading", .unit: "Unit", .mean: "Mean",
        .low: "Low", .high: "High", .time: "Time", .verdict: "Verdict", .slope: "Slope",
        .interval95: "95 %", .chanceQ: "q", .component1: "Component 1",
        .component2: "Component 2", .silhouette: "Silhouette", .distance: "Distance",
        .carries: "What carries it", .feature: "Feature", .difference: "Difference",
        .kGroups: "Groups", .inertia: "Inertia", .weekday: "Weekday", .hour: "Hour",
        .followed: "then a failure", .byChance: "by chance", .method: "Method",
        .ratio: "Share", .daysBetween: "Between failures", .growth: "β", .part: "Part",
        .rule: "Rule", .points: "Points", .excursions: "Excursions", .age: "Age",
        .median: "Median", .percentile90: "90th percentile", .rate: "Per device",
        .line: "Line", .role: "Role", .reason: "Reason", .examples: "First values",
        .fit: "Cells that fit", .file: "File", .rows: "Rows", .kept: "Kept",
        .refused: "Refused", .covers: "Covers", .kind: "What it is", .grade: "Grade",
        .missing: "Missing", .range: "Range", .now: "Now", .events: "Events",
        .severity: "Severity", .score: "Score", .threshold: "Threshold", .name: "Name",
        .recent: "Recent", .devicesCount: "Devices", .perDevice: "Per device",
        .until: "Until", .column: "Column", .spark: "Recently", .expected: "Expected",
    ]

    private static let cards: [Label: String] = [
        .attentionTitle: "Devices that need attention", .changedTitle: "What changed",
        .severitiesTitle: "Rows by severity", .allDevices: "All devices",
        .howHealth: "how health is counted", .mapTitle: "Map", .wordsTitle: "The groups in words",
        .profileTitle: "What sets each group apart", .howManyTitle: "How many groups?",
        .kDistanceTitle: "How close is close?", .fitTitle: "How well does each fit?",
        .mirrorTitle: "Do the groups only mirror an attribute?",
        .outlierTitle: "Furthest from their own group", .membersTitle: "Members",
        .noise: "in no group", .trendsTitle: "Errors and failures",
        .betterTitle: "Better or worse?", .precursorTitle: "What announces a failure",
        .codesTitle: "Each code", .readingsTitle: "Each reading",
        .methodsTitle: "Forecast methods compared", .devicesTitle: "Devices",
        .healthTitle: "Health", .carriesTitle: "What carries it",
        .outcomeTitle: "What earlier excursions led to", .partsTitle: "Age of the parts",
        .deviceCodesTitle: "Codes against the fleet", .forecastTitle: "How it may go on",
        .foundTitle: "What was found", .modelsTitle: "Models", .alikeTitle: "Most alike",
        .excursionsTitle: "Excursions", .window: "Zoom", .attributes: "Attributes",
        .expectedBand: "expected band", .outOfBand: "out of band",
        .unlikeBeginning: "unlike the beginning", .failureMark: "failure",
        .repairMark: "repair", .ofHundred: "of 100", .lastData: "last data", .noDataMark: "no data",
        .loadTitle: "Load report", .rolesTitle: "Roles", .writtenTitle: "How the file is written",
        .previewTitle: "First rows, as written", .worthTitle: "Worth knowing",
        .qualityTitle: "Quality of each reading", .thisSetTitle: "This data set",
        .issuesTitle: "What was refused", .addFilesTitle: "Add files",
        .addFilesSub: "CSV, TSV or text; one or several", .rowsTitle: "Rows, as written",
        .noRows: "No row of this file lies in the period and passes the filter.",
    ]

    private static let forms: [Label: String] = [
        .algorithm: "Algorithm", .groups: "Groups", .features: "Features", .scaling: "Scaling",
        .eps: "eps", .minSamples: "min samples", .cluster: "Cluster", .automatic: "automatic",
        .download: "Download CSV", .find: "Find", .rowsLink: "Rows", .modelFile: "File",
        .modelHash: "SHA-256", .modelFormat: "Format", .modelInputs: "Input",
        .modelOutputs: "Output", .modelNeeds: "Needs", .modelRows: "Trained on",
        .modelTime: "Took", .modelProducer: "Made by", .chooseFiles: "Choose CSV files",
        .dropHere: "or drop them here",
        .originalsKept: "read in one pass; the originals are kept as they are",
        .uploadButton: "Upload and read", .modeLegend: "What to do with the files",
        .setName: "Name", .saveRoles: "Save roles and read again",
        .saveNote: "Kept beside the file; the original stays as it is.",
        .readAgain: "Read again", .delete: "Delete, asks first",
        .deleteAsk: "Delete this data set?",
        .deleteConfirm: "Delete for good", .cancel: "Cancel",
        .trainModel: "Learn from this data set",
        .devicesCSV: "Download devices and health (CSV)",
        .issuesCSV: "Download as CSV", .eventKind: "Events are", .timeZone: "Time zone",
        .zoneNotGiven: "not given: local time", .encoding: "Encoding", .delimiter: "Delimiter",
        .header: "Header", .lines: "Lines", .quotes: "Quotes", .decimals: "Decimal sign",
        .dayOrder: "Dates", .guessed: "as guessed", .comma: "comma", .point: "point",
        .notGiven: "not given", .show: "Show",
    ]
}
