import Reports
import Samples
import Values

@testable import Wording

/// Words of Diagnostics.
extension PhraseCases {
    var diagnostics: Chapter {
        Chapter("DiagnosticPhrases") {
            diagnosticHead
            diagnosticReadings
            diagnosticHealth
            diagnosticParts
            diagnosticNotes
        }
    }

    @SayingsBuilder private var diagnosticHead: [Said] {
        Said("diagnosticQuestion(_:)", questionedDevices) { phrases.diagnosticQuestion($0) }
        Said("diagnosticAnswer(_:)", diagnosed) { $0.phrases.diagnosticAnswer($1) }
        Said("nextDevice(_:)", [Self.pump, Self.numbered[0]]) { phrases.nextDevice($0) }
        Said("deviceList(_:)", [1, 21]) { phrases.deviceList($0) }
        Said("windowOption(_:)", [nil] + Stretch.windows) { stretch in
            (stretch?.unit == .steps ? cycles : days).phrases.windowOption(stretch)
        }
    }

    @SayingsBuilder private var diagnosticReadings: [Said] {
        Said("signals(_:_:)", scenes) { $0.phrases.signals($1, $0.context) }
        Said("furthestDrawn(_:of:)", [1, 2, 21]) { phrases.furthestDrawn($0, of: 370) }
        Said("outTitle(_:_:)", [days, hours, cycles]) { axis in
            let kind: Sample.Kind = axis.unit == 1 ? .cycles : .rich
            let signal = Sample(kind).diagnosis.signals[2]
            let bare = Self.with(signal) { ($0.low, $0.high) = ([], []) }
            return [(signal, 3), (signal, 9_999), (bare, 3)].map { axis.phrases.outTitle($0, $1) }
        }
        Said("eventTitle(_:)", [days, hours, cycles]) { axis in
            eventMarks(axis).map(axis.phrases.eventTitle)
        }
        Said("excursions(_:)", Self.counts) { count in
            let report = Self.with(Sample(.rich).diagnosis) { $0.excursionCount = count }
            return [phrases.excursions(report), phrases.excursions(shown(report, count))]
        }
        Said("openUntil()", phrases.openUntil())
        Said("signalForecast(_:)", forecasts) { $0.phrases.signalForecast($1) }
        Said("thresholdLabel(_:)", Self.thresholds) { phrases.thresholdLabel($0) }
        Said("interval80()", phrases.interval80())
    }

    private func shown(_ report: DiagnosticReport, _ count: Int) -> DiagnosticReport {
        Self.with(report) { report in
            report.excursions = Array(
                repeating: Sample(.rich).excursion(Self.pump, isOpen: false), count: count)
        }
    }

    @SayingsBuilder private var diagnosticHealth: [Said] {
        Said("health(_:)", [.rich, .constant] as [Sample.Kind]) {
            phrases.health(Sample($0).diagnosis)
        }
        Said("healthSum(_:)", phrases.healthSum(42))
        Said("contributions(_:)", contributionCases) { phrases.contributions($0) }
        Said("outcomes(_:)", outcomeCases) { phrases.outcomes($0) }
        Said("outcomePoint(_:)", outcomeCases) { $0.outcomes.first.map(phrases.outcomePoint) }
        Said("ofCount(_:_:)", phrases.ofCount(68, 1_037))
        Said("rowCount(_:)", Self.counts) { phrases.rowCount($0) }
        Said("outcomeAxis()", phrases.outcomeAxis())
        Said("found(_:)", [Sample(.rich).diagnosis, Self.bare]) { phrases.found($0) }
        Said("alike(_:)", alikeCases) { phrases.alike($0) }
        Said("sigmas(signed:)", [1.25, -1.25, 0, 120, -120]) { phrases.sigmas(signed: $0) }
    }

    @SayingsBuilder private var diagnosticParts: [Said] {
        Said("parts(_:)", wornDevices) { $0.phrases.parts($1) }
        Said("partsAxis()", everyAxis) { $0.phrases.partsAxis() }
        Said("partRange(_:)", Sample(.rich).diagnosis.parts) { phrases.partRange($0) }
        Said("deviceCodes(_:_:)", Self.counts) { count in
            let report = Self.with(Sample(.rich).diagnosis) {
                $0.codes = [
                    .init(code: Self.codes[0], count: count, recent: nil, fleetMean: 7.6)
                ]
            }
            return phrases.deviceCodes(report, days.context)
        }
    }

    @SayingsBuilder private var diagnosticNotes: [Said] {
        Said("notes(own:device:fleet:)", Self.pairs([0, 1], Self.judged)) { own, fleet in
            [AlarmJudgements(), AlarmJudgements(confirmed: 3, falseAlarms: 1)].map {
                phrases.notes(own: own, device: $0, fleet: fleet)
            }
        }
        Said("judgements(_:)", Self.judged) { phrases.judgements($0) }
        Said("noteKind(_:)", DeviceNote.Kind.allCases) { phrases.noteKind($0) }
    }

    private static let judged =
        [0, 1, 2, 5, 21].map { AlarmJudgements(confirmed: 0, falseAlarms: $0) }
        + [0, 1, 5].map { AlarmJudgements(confirmed: 3, falseAlarms: $0) }
}
