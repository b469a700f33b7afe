import Reports
import Values

@testable import Dashboard
@testable import Wording

/// Cases of all that a phrase table makes sentences of.
struct PhraseCases {
    let phrases: any Phrases

    init(_ language: Language) {
        let format = Formatting(Sample(.rich).context, language: language)
        phrases = language.phrases(format)
    }

    var lines: [String] {
        loadErrors + asides + uploads + notices + issues + roleReasons + dialectReasons
            + schemaNotes + questions + looks
            + datasetNotes + rules + models + problems + missing + findings + episodes
            + judgements + bounds + predictions + parts
    }

    /// What is said of failures and ends that are to come.
    private var predictions: [String] {
        let states = Sample.predictions
        let device = DeviceRef(index: 12, name: "13")
        return list("prediction", states) { state in
            let card = phrases.predictions(state)
            return [
                phrases.outlook(state).plain, phrases.outlook(state, for: device).plain,
                card.title, card.sub, card.say.plain, card.note,
            ].filter { !$0.isEmpty }.joined(separator: " | ")
        }
            + list("prediction column", [.failure(within: 86_400), .life]) {
                phrases.predictionColumn($0) + " | " + phrases.driversTitle()
            } + versions + aftermaths
    }

    private var versions: [String] {
        list("versions", Sample.modelVersions) { versions in
            [
                phrases.versionsTitle(versions), phrases.horizonReason(versions)?.plain ?? "",
                versions.since.map { phrases.since($0).plain } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: " | ")
        }
            + list("version cause", ModelVersions.Cause.allCases, phrases.versionCause)
            + list("version action", PredictorForm.allCases) { action in
                [false, true].map { phrases.versionAction(action, isCurrent: $0) }
                    .joined(separator: " | ")
            }
            + list("version columns", [true, false]) { isFailure in
                let heads = phrases.versionColumns(isFailure: isFailure)
                return [
                    heads.version, heads.learned, heads.rows, heads.horizon, heads.score,
                    heads.rule, heads.cause, phrases.versionState(isPinned: isFailure),
                    phrases.horizonByData(), phrases.atRisk(),
                ].joined(separator: " | ")
            }
    }

    /// What is said of the lives of parts.
    private var parts: [String] {
        list("parts", Sample.livesOfParts) { lives in
            let (card, risks) = (phrases.partLives(lives), phrases.partsAtRisk(lives))
            let figures = phrases.lifeFigures(lives)
            var report = Sample(.rich).diagnosis
            report.partRisks = lives.risks
            report.riskHorizon = lives.horizon
            return [
                card.title, card.sub, card.say.plain, card.note, risks.title, risks.sub,
                risks.say.plain, phrases.partRisks(report).plain, figures.title, figures.sub,
                figures.note,
            ].filter { !$0.isEmpty }.joined(separator: " | ")
        }
            + list("part", [phrases.nextSpan(7_776_000), phrases.lastSpan(604_800)]) { $0 }
    }

    private var aftermaths: [String] {
        list("aftermath", Sample.aftermaths) { aftermath in
            let card = phrases.aftermath(aftermath)
            let sequels = aftermath.examples.map { phrases.sequel($0.sequel) }
            return ([card.title, card.sub, card.say.plain, phrases.sequelTitle()] + sequels)
                .joined(separator: " | ")
        }
    }

    /// What is said of sets that are compared in part.
    private var bounds: [String] {
        var clusters = Sample(.rich).clusters
        let whole = phrases.groupedBy(clusters)
        clusters.directions = .init(count: 64, share: 0.62)
        clusters.unitsTried = 10_000
        clusters.comparesEqualGapsOnly = true
        var trends = Sample(.rich).trends
        trends.metricsTested = 370
        let pairs = TrendReport.ComparedPairs(compared: 5_000, possible: 68_265, readings: 370)
        return list(
            "bound",
            [
                whole, phrases.groupedBy(clusters), phrases.compared(nil),
                phrases.compared(pairs), phrases.drawn(trends),
                phrases.columnsShown(200, of: 371), phrases.columnsShown(7, of: 7),
            ]
        ) { $0 }
    }

    private var findings: [String] {
        list("finding", Sample(.rich).allKinds) {
            phrases.finding(Finding($0, tone: .neutral, weight: 1)).plain
        }
    }

    private var judgements: [String] {
        let some = AlarmJudgements(confirmed: 3, falseAlarms: 1)
        let fleets = [
            AlarmJudgements(), AlarmJudgements(falseAlarms: 1), some,
            AlarmJudgements(confirmed: 7, falseAlarms: 5),
        ]
        return list("notes", fleets) { phrases.notes(own: 4, device: some, fleet: $0).say.plain }
            + list("no notes", fleets) {
                phrases.notes(own: 0, device: AlarmJudgements(), fleet: $0).say.plain
            }
            + list("judged", fleets) { phrases.judgements($0).plain }
    }

    func list<Case>(
        _ title: String, _ cases: [Case], _ sentence: (Case) -> String
    ) -> [String] {
        cases.map { title + ": " + sentence($0) }
    }

    private let issue = RowIssue(
        line: 14, column: "volt", value: "abc", reason: .notANumber, refusesRow: false)

    private var loadErrors: [String] {
        var cases: [LoadError] = [
            .cannotOpen(path: "a.csv", errno: 13), .cannotRead(path: "a.csv", errno: 5),
            .empty(file: "a.csv"), .notText(file: "a.xlsx", looksLike: "ZIP"),
            .notText(file: "a.bin", looksLike: nil), .noColumns(file: "a.csv"),
            .decimalCommas(file: "a.csv", names: 3, fields: 5),
            .noRows(file: "a.csv"), .nothingUsable(file: "a.csv", rows: 3_919, first: issue),
            .nothingUsable(file: "a.csv", rows: 1, first: nil), .noFiles(dataset: "x"),
            .unknownTimeZone("Mars"),
        ]
        let faults: [ContainerFault] = [
            .damaged(entry: nil), .damaged(entry: "b.csv"), .encrypted(entry: "b.csv"),
            .tooLarge(limit: 8_000_000_000), .tooDense(limit: 250), .tooManyEntries(limit: 4096),
            .unsafeName("../b.csv"), .unknownMethod(entry: "b.csv"), .noTable, .noLibrary,
            .system(errno: 28), .timedOut(seconds: 180), .ended(signal: 9, status: 0),
            .ended(signal: nil, status: 70),
        ]
        cases += faults.map { .container(file: "a.zip", $0) }
        return list("load error", cases) { phrases.loadError($0).plain }
    }

    private var asides: [String] {
        var cases = WorkStep.allCases.map { SetAside(step: $0, time: 1_795_893_725, count: 2) }
        cases += [1, 5].map { SetAside(step: .load, time: 1_795_893_725, count: $0) }
        cases[0].isOutOfMemory = true
        return list("set aside", cases) { phrases.setAside($0, set: "x").plain }
            + list("set aside, card", [cases[0]]) {
                let words = phrases.setAsideCard($0, set: "x")
                return [words.title, words.sub, words.say.plain, words.note].joined(
                    separator: " | ")
            }
            + list("set aside, mark", [1, 12]) { phrases.setAsideMark($0) }
    }

    private var uploads: [String] {
        let cases: [UploadOutcome] = [
            .stored(set: "x", mode: .new, files: ["a.csv"], bytes: 7_800_000),
            .stored(set: "x", mode: .add, files: ["a.csv", "b.csv"], bytes: 900),
            .stored(set: "x", mode: .append, files: ["a.csv"], bytes: 900),
            .stored(set: "x", mode: .replace, files: ["a.csv"], bytes: 900),
            .knownContent(set: "x", files: ["a.csv", "b.csv"]),
            .refused([.init(file: "a.xlsx", error: .notText(file: "a.xlsx", looksLike: "ZIP"))]),
            .noFiles, .setMissing("x"), .badName("../x"),
            .otherColumns(file: "a.csv"), .nameTaken(set: "x", file: "a.csv"),
            .notStored(reason: "permission denied"), .tooLarge(limit: 2_000_000_000),
            .looksFull(limit: 2_000_000_000), .diskFull(needed: 4_000_000_000, free: 1_200_000_000),
            .interrupted,
        ]
        return list("upload", cases) { phrases.upload($0).plain }
    }

    private var notices: [String] {
        let cases: [Notice] = [
            .schemaSaved(file: "a.csv"), .questionSettled(file: "a.csv"),
            .questionGone(file: "a.csv"), .lookCancelled, .reloadStarted(set: "x"),
            .deleted(set: "x"),
            .partFailed(page: .trends), .noteUnclear,
        ]
        return list("notice", cases) { phrases.notice($0).plain }
    }

    private var issues: [String] {
        let cases: [IssueReason] = [
            .notANumber, .numberOutOfRange, .notATime, .missingTime, .missingDevice,
            .tooFewFields(expected: 7, found: 1), .tooManyFields(expected: 7, found: 9),
            .invalidBytes, .fieldTooLong(limit: 1_000_000), .openQuote, .clockChange,
            .unknownSignal,
        ]
        return list("issue", cases) { phrases.issue($0, value: "abc") }
    }

    private var roleReasons: [String] {
        let cases: [RoleReason] = [
            .timestamps(format: "YYYY-MM-DD", share: 0.998), .timePart, .cycle,
            .namedDevice(distinct: 100), .repeatedIdentifiers(distinct: 100, rows: 36_500),
            .devicePart, .signalNames(distinct: 4), .repeatsColumn("id"), .numbers(share: 1),
            .categories(distinct: 1),
            .severityWords(distinct: 4), .labelFlags, .eventFlags, .rowNumber, .constant,
            .followsTime, .freeText(distinct: 812), .empty, .integerCategory(distinct: 3),
            .constantPerDevice, .besideSignals, .quality(bad: 2), .intervalEnd, .eventDetail,
            .otherTime,
            .corrected,
        ]
        return list("role", cases) { phrases.roleReason($0) }
    }

    private var dialectReasons: [String] {
        let cases: [DialectReason] = [
            .byteOrderMark, .plainASCII, .validUTF8, .codePage(invalidBytes: 12),
            .encodingInDoubt(runnerUp: .windows1254),
            .delimiter(0x3B, fields: 7, lines: 1_000, share: 1), .separatorLine, .singleColumn,
            .header(names: 7), .noHeader, .skippedLines(2), .commentLines(1, mark: 0x23),
            .unitsRow, .escapedQuotes(0x5C),
        ]
        return list("dialect", cases) { phrases.dialectReason($0) }
    }

    private var schemaNotes: [String] {
        let cases: [SchemaNote] = [
            .counter(column: "energy", rate: "kW"), .fileIsDevice, .noTime,
            .signalsInRows(column: "metric", signals: 4), .cycleTime,
            .naiveTimes,
            .ambiguousDayMonth(column: "date", dayFirst: true),
            .ambiguousTime(column: "date", pattern: "DD/MM/YY", other: "YY/MM/DD"),
            .ambiguousTime(column: "t", pattern: "excelSerial1900", other: "modifiedJulianDay"),
            .yearNotNamed(column: "date", year: 2_000),
            .startTaken(column: "time", start: 1_710_288_000), .timesAsColumns(count: 24),
            .timeNotUnderstood(column: "date", example: "1402/12/23 09:50"),
            .ambiguousDecimal(column: "volt", decimalComma: false),
            .sentinel(column: "volt", value: -9_999, count: 12), .repeatedNames(count: 2),
            .unnamedColumns(count: 1), .eachRowIsUnit, .raggedRows(share: 0.02),
        ]
        return list("file", cases) { phrases.schemaNote($0).plain }
    }

    /// What can be asked about a file, with the answers.
    private var questions: [String] {
        var schema = Sample(.rich).imports.load.files[0].schema
        schema.dialect.sections = TableSections(
            kind: .recordType, names: ["rpm", "degC", "count"], rows: [18, 24, 1], taken: 0)
        let asked = Sample.questions("").map { question in
            phrases.question(question, in: schema).plain + " "
                + question.answers.map { "[\(phrases.answer($0.choice))]" }.joined(separator: " ")
        }
        return list("question", asked) { $0 }
            + list("questions", [1, 2, 5, 21]) {
                phrases.questionMark($0) + " | " + phrases.questionTag($0)
            }
    }

    /// What is said of files that wait to be taken in.
    private var looks: [String] {
        let look = Sample.look("")
        var (one, added, part) = (look, look, look)
        one.files = Array(look.files.prefix(1))
        (added.mode, added.files) = (.append, Array(look.files.suffix(1)))
        part.files[0].sample?.rowsRefused = nil
        let samples = (look.files + part.files).compactMap(\.sample)
        let types: [ColumnType] = [
            .number(NumberNotation()), .number(NumberNotation(decimalComma: true)), .flag, .text,
            .time(TimeFormat(form: .yearFirst, pattern: "YYYY-MM-DD")),
        ]
        return list("look", [look, one, added]) {
            let plan = phrases.lookPlan($0)
            return "\(phrases.lookAnswer($0).plain) | \(plan.sub) | \(plan.say.plain)"
        }
            + list("looked at", samples) {
                phrases.lookSpan($0.timeRange, isWhole: $0.isWhole) + " | "
                    + phrases.lookRows($0) + " | " + phrases.lookDevices($0, .column(1)) + " | "
                    + phrases.lookDevices($0, .fileName)
            }
            + list("cells", types) { phrases.cellType($0) }
            + list("left out", [1, 12]) { phrases.columnsLeftOut($0) }
    }

    private var datasetNotes: [String] {
        let cases: [DatasetNote] = [
            .fileNamesSeparateDevices(files: ["a.csv", "b.csv"], sharedNames: 20),
            .overlappingReadings(kept: "hours.csv", left: "days.csv", devices: 20),
            .sameContent(kept: "a.csv", left: "b.csv"),
            .unreadableFile(name: "a.csv", error: .empty(file: "a.csv")),
            .bucketWidened(from: 60, to: 120), .devicesBeyondLimit(limit: 20_000, rows: 31_000),
            .codesBeyondLimit(limit: 1_000, events: 1),
            .metricsBeyondLimit(limit: 500, columns: 12),
            .otherTimeAxis(file: "a.csv"),
        ]
        return list("set", cases) { phrases.datasetNote($0).plain }
    }

    private var episodes: [String] {
        list("episode", Sample(.rich).allEpisodes) { phrases.episode($0).plain }
            + list("kind", EpisodeKind.allCases) { phrases.episodeKind($0) }
            + list("grade", Episode.Grade.allCases) { phrases.grade($0) }
            + list("cause", causes) {
                phrases.causeAnswer($0).plain + " | " + phrases.causeOrder($0).plain
            }
            + list("surroundings", Sample.surroundedCauses) {
                phrases.causes($0).sub + " | " + phrases.causeAnswer($0).plain + " | "
                    + phrases.causeEvents($0).plain + " | " + phrases.causeEarlier($0).plain
            }
            + list("mechanism", CauseMechanism.allCases) { phrases.mechanism($0) }
    }

    /// One cause with its consequences and what stayed; one alone; nothing that moved.
    private var causes: [CauseReport] {
        let names = ["current", "speed", "pressure", "valve", "a", "b", "c", "d"]
        let report = { (moved: Int, of: Int) in
            CauseReport(
                device: DeviceRef(index: 0, name: "pump 1"), onset: 1_451_600_000,
                noticed: 1_451_624_400,
                signals: names.prefix(of).enumerated().map { place, name in
                    CauseReport.Signal(
                        metric: MetricRef(index: place, name: name, unit: nil),
                        confidence: place == 0 ? 0.82 : 0.06, mechanism: .disturbance,
                        departure: place < moved ? 1_451_600_000 + 1_200 * Double(place) : nil,
                        change: place % 2 == 0 ? 5.4 : -4)
                })
        }
        return [report(3, 4), report(8, 8), report(1, 1), report(0, 2)]
    }

    private var rules: [String] {
        let cases: [HealthPart.Rule] = [
            .trouble(Sample(.rich).trouble(DeviceRef(index: 0, name: "a"))),
            .moreTroubles(count: 1),
            .moreTroubles(count: 2),
            .errors(count: 4, fleetMedian: 3), .failures(count: 1, fleetMedian: 0.5),
            .dataQuality(missingShare: 0.032),
            .model(score: 0.8, threshold: 0.5),
        ]
        return list("health", cases) { phrases.rule($0).part + " | " + phrases.rule($0).rule }
    }

    private var models: [String] {
        let panel = Sample(.rich).models
        guard let card = panel.entries.first?.card else { return [] }
        let outcomes: [ModelPanel.Outcome] =
            panel.entries.filter { $0.life == nil }.map(\.outcome) + [
                .columnsMissing(["rpm"]), .needsMapping(inputs: 8, metrics: 4),
                .failed("Invalid rank for input: x"),
                .crashed(signal: 11), .timedOut(seconds: 10),
            ]
        let runtimes: [ModelPanel.Runtime] = [
            .found(version: "1.20.1"), .missing, .unusable("version 9 is not supported"),
        ]
        return list("model", outcomes) { phrases.outcome($0, card).plain }
            + list("refusal", Self.refusals) { phrases.outcome(.refused($0), card).plain }
            + list("notice", [.notWritten]) {
                phrases.notice(.modelRefused(file: "a.onnx", $0)).plain
            }
            + learned
            + list("runtime", runtimes) {
                phrases.models(ModelPanel(runtime: $0, entries: [])).say.plain
            }
    }

    /// Every reason that there is.
    static let refusals: [ModelPanel.Refusal] = [
        .file(.tooLarge(bytes: 3_000_000_000, limit: 1 << 28)),
        .file(.notProtobuf(offset: 1, resembles: .text)), .file(.nestedTooDeeply(limit: 100)),
        .file(.noGraph(resembles: .empty)), .file(.formatTooNew(irVersion: 14, limit: 13)),
        .file(.externalData(locations: ["weights.bin", "more.bin"])),
        .file(.localFunctions(count: 2)), .file(.controlFlow(operator: "Loop")),
        .file(.tooManyNodes(count: 30_000, limit: 20_000)), .form(.input(name: "x")),
        .form(.inputType(name: "x")), .form(.outputs(["y", "z"])), .form(.inputTooLarge(name: "x")),
        .badName, .notWritten, .columnCount,
    ]

    private var learned: [String] {
        let test = Sample(.rich).backTest
        var lives = BackTest(rows: 4_000)
        (lives.rmse, lives.naiveRMSE, lives.linear) = (14, 41, .init(rmse: 17.5))
        var unlikely = test
        unlikely.calibration = Array(unlikely.calibration?.prefix(1) ?? [])
        (unlikely.kind, unlikely.rows) = (.network, 7_000)
        let alarmCosts = test.alarmCosts(at: AlarmPrices())
        var components = AutoencoderSelection(
            rows: 900, leftOut: 0, devicesLeftOut: [], heldOutRows: 180, linearError: 0.0004,
            networkError: 0.02, widths: [4, 8, 2, 8, 4])
        var selections = [components] + Sample(.rich).models.entries.compactMap(\.card.autoencoder)
        components.networkError = nil
        selections.append(components)
        var bare = test
        (bare.budgets, bare.medianLeadTime) = (nil, 64_800)
        return list("back-test", [test, unlikely, bare, lives, Sample(.rich).lifeTest]) {
            phrases.backTest($0).plain
        }
            + evaluation(test)
            + list("costs", [alarmCosts]) { phrases.costs($0, AlarmPrices())?.plain ?? "none" }
            + list("usual", selections) { phrases.autoencoder($0).plain }
            + list("teller of a network", BackTest.AlarmSource.allCases) {
                phrases.alarmSource($0, unlikely)
            }
            + list("teller", BackTest.AlarmSource.allCases) {
                phrases.alarmSource($0, test) + " | " + phrases.alarmSource($0, lives)
            }
            + list("calibration", [test, unlikely, lives]) {
                phrases.calibration($0)?.plain ?? "none"
            }
            + compared
            + list("source", BackTest.Source.Kind.allCases) {
                phrases.source(BackTest.Source($0, "volt"))
            }
            + list("importance", [test, lives]) {
                phrases.importanceLossTitle($0) + " | " + phrases.importanceNote($0)
            }
    }

    /// Detectors side by side: with failures, with marks, with neither, and none that is any good.
    private var compared: [String] {
        guard let first = Sample(.rich).models.comparison else { return [] }
        var (marked, plain, poor) = (first, first, first)
        marked.truth = .labels
        plain.truth = nil
        for place in first.lanes.indices {
            plain.lanes[place].verdict = nil
            plain.lanes[place].isAlarmNow = false
            poor.lanes[place].verdict?.trueAlarms = 1
            poor.lanes[place].verdict?.detected = 1
            marked.lanes[place].isAlarmNow = true
            marked.lanes[place].verdict?.isBackTest = false
        }
        return list("comparison", [first, marked, plain, poor]) {
            let words = phrases.comparison($0)
            return [words.title, words.sub, words.say.plain, words.note].joined(separator: " | ")
        }
            + list("watcher", [.bands, .rows, .model("a.onnx")]) { phrases.detector($0) }
            + list("limit", [.own, .half, .hundredth]) { phrases.limitNote($0) }
            + list("alarm", [first.lanes[0].alarms[0]]) { phrases.alarmTitle($0, .rows) }
    }

    private var problems: [String] {
        let cases: [(RequestProblem, Int)] = [
            (.badRequest, 400), (.noSuchPage(path: "/x"), 404),
            (.noSuchSet("y"), 404), (.noSuchFile("a.csv"), 404), (.noSuchLook, 404),
            (.methodNotAllowed(allowed: ["GET", "HEAD"]), 405), (.foreignOrigin, 403),
            (.foreignHost, 421), (.timedOut, 408), (.lengthNeeded, 411),
            (.tooLarge(limit: 2_000_000_000), 413), (.addressTooLong, 414),
            (.headersTooLarge, 431), (.notMultipart, 415), (.upload(.noFiles), 422),
            (.load(.empty(file: "a.csv")), 422), (.busy, 503),
            (.setAside(SetAside(step: .rows, time: 0, count: 3), set: "x"), 503),
            (.internalFailure, 500),
            (.notSupported, 501),
        ]
        return list("problem", cases) {
            phrases.statusTitle($0.1) + " | " + phrases.problem($0.0, status: $0.1).plain
        }
    }

    private var missing: [String] {
        list("lacks", MissingPart.allCases) { phrases.missing($0).plain }
    }
}
