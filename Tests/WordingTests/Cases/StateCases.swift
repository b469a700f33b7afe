import Reports
import Samples
import Values

@testable import Wording

/// What pages say when there is nothing to show, or something went wrong.
extension PhraseCases {
    var states: Chapter {
        Chapter("StatePhrases") {
            stateOfLoading
            stateOfRequests
            stateOfAddresses
        }
    }

    @SayingsBuilder private var stateOfLoading: [Said] {
        Said("noData()", [phrases.noData()]) { $0 }
        Said("sampleOffer()", [phrases.sampleOffer()]) { $0 }
        Said("loading(_:set:)", [nil, 1, 2, 5, 21]) { count in
            let progress = count.map {
                LoadProgress(file: "a.csv", fileIndex: 1, fileCount: $0, rows: 20 * $0, share: 0.4)
            }
            return ["x", nil].map { phrases.loading(progress, set: $0) }
        }
        Said("analysing(set:)", ["x", nil]) { phrases.analysing(set: $0) }
        Said("loadError(_:)", Self.loadErrors) { phrases.loadError($0) }
        Said("failed(_:set:)", ["x", nil]) { set in
            [.empty(file: "a.csv"), .database(.memory)].map { phrases.failed($0, set: set) }
        }
        Said("needsRows(_:)", Self.needs) { [phrases.needsRows($0)] }
        Said("isOld(_:)", [.empty(file: "a.csv"), .database(.memory)]) { phrases.isOld($0) }
        Said("missing(_:)", MissingPart.allCases) { phrases.missing($0) }
    }

    @SayingsBuilder private var stateOfRequests: [Said] {
        Said("notice(_:)", Self.notices) { phrases.notice($0) }
        Said("upload(_:)", Self.uploads) { phrases.upload($0) }
        Said("mode(_:set:)", AddMode.allCases) { mode in
            ["x", nil].map { phrases.mode(mode, set: $0) }
        }
        Said("problem(_:status:)", Self.problems) { phrases.problem($0.0, status: $0.1) }
        Said("statusTitle(_:)", Self.statuses) { phrases.statusTitle($0) }
    }

    @SayingsBuilder private var stateOfAddresses: [Said] {
        Said("ignored(_:)", [1, 2, 7]) { count in
            phrases.ignored((1...count).map { .init(name: "k\($0)", value: "many") })
        }
        Said("filtered(_:)", filters) { $0.phrases.filtered($0.context) }
        Said("periodProblem(_:_:)", PeriodProblem.allCases) { problem in
            [days, cycles].map { $0.phrases.periodProblem(problem, $0.context) }
        }
        Said("unknownDevices(_:)", [1, 2, 8]) { count in
            phrases.unknownDevices((1...count).map { "\($0)" })
        }
    }

    /// Nothing chosen, each choice alone, and all of them.
    private var filters: [Axis] {
        let codes = days.context.codes.count
        let changes: [(inout ReportContext) -> Void] = [
            { _ in }, { $0.isPeriodChosen = true }, { $0.devicesShown = 1 },
            { ($0.devicesShown, $0.deviceCount) = (5, 21) }, { $0.codesShown = [0] },
            {
                ($0.isPeriodChosen, $0.devicesShown) = (true, 2)
                $0.codesShown = Array(0..<codes - 1)
            },
        ]
        return changes.map { change in
            Axis(
                phrases: phrases, context: Self.with(days.context, change), unit: days.unit)
        }
    }

    private static let statuses = [
        400, 403, 404, 405, 408, 409, 411, 413, 414, 415, 421, 422, 429, 431, 500, 501, 503, 507,
        418,
    ]

    private static let problems: [(RequestProblem, Int)] = [
        (.badRequest, 400), (.noSuchPage(path: "/x"), 404),
        (.noSuchSet("y"), 404), (.noSuchFile("a.csv"), 404), (.noSuchLook, 404),
        (.noSuchChart("rate"), 404), (.noSuchDevice("13"), 404),
        (.missingPackages(["librsvg2-2", "libpango-1.0-0"]), 501),
        (.methodNotAllowed(allowed: ["GET", "HEAD"]), 405), (.foreignOrigin, 403),
        (.foreignHost, 421), (.timedOut, 408), (.lengthNeeded, 411),
        (.tooLarge(limit: 2_000_000_000), 413), (.addressTooLong, 414),
        (.headersTooLarge, 431), (.notMultipart, 415), (.upload(.noFiles), 422),
        (.load(.empty(file: "a.csv")), 422), (.busy, 503),
        (.setAside(SetAside(step: .rows, time: 0, count: 3), set: "x"), 503),
        (.internalFailure, 500), (.notSupported, 501),
    ]
}
