import Reports

extension EnglishPhrases {
    func ignored(_ parameters: [IgnoredParameter]) -> Sentence {
        let items = parameters.map { "\($0.name) “\($0.value)”" }
        return "Unknown parts of the address were ignored: \(list(items))."
    }

    func filtered(_ context: ReportContext) -> Sentence? {
        var parts: [String] = []
        if context.isPeriodChosen { parts.append("the period \(shortPeriod(context.period))") }
        if context.devicesShown < context.deviceCount {
            parts.append("\(format.count(context.devicesShown)) of \(devices(context.deviceCount))")
        }
        if let codes = context.codesShown {
            parts.append(
                "\(format.count(codes.count)) of \(format.counted(context.codes.count, "code", "codes"))"
            )
        }
        guard !parts.isEmpty else { return nil }
        return "All figures cover only \(strong: list(parts))."
    }

    func periodProblem(_ problem: PeriodProblem, _ context: ReportContext) -> Sentence {
        let whole = "The whole period is shown instead: \(period(context.range))."
        return switch problem {
        case .reversed: "\(strong: "The period ends before it begins.") \(whole)"
        case .outside: "\(strong: "There are no data in that period.") \(whole)"
        case .otherUnit:
            "\(strong: "The period has the wrong form for this data set"): use dates where it has dates, numbers for cycles and rows. \(whole)"
        }
    }

    func unknownDevices(_ names: [String]) -> Sentence {
        let verb = names.count == 1 ? "is not a device" : "are not devices"
        return "\(list(names.map { "“\($0)”" })) \(verb) of this data set."
    }

    func missing(_ part: MissingPart) -> Sentence {
        switch part {
        case .time:
            "The files have no times, so changes cannot be analysed. If there is a time column, name it under \(link: "Import", to: .importFiles)."
        case .metrics:
            "The files contain no readings, only events. Add a telemetry file to see what the devices measured."
        case .events:
            "The files contain no events. Add an error or failure log to see what the readings led to."
        case .failures:
            "The files contain no failures, so what precedes them cannot be analysed. Add a failure log, or set “Events are” to failures under \(link: "Import", to: .importFiles)."
        case .devices:
            "The files name no devices, so devices cannot be compared. If there is a device column, name it under \(link: "Import", to: .importFiles)."
        case .repairs:
            "The age of parts needs a maintenance log with repeated replacements: at least five in the fleet, and one on this device."
        case .weekMap:
            "Events by weekday and hour need at least five events and two weeks of dates with a time of day."
        case .precursors:
            "Codes that precede failures need an error log and a failure log covering the same time."
        case .forecast:
            "No forecast: there are too few complete intervals, or no method beats the last value."
        case .bands:
            "No expected band: there are too few readings, or they never change."
        case .tooShort: "The period is too short to estimate a trend."
        case .attention:
            "\(strong: "No device needs attention.") No problem is open, and every device has a health of at least 75."
        case .changes: "No change beyond chance in the period."
        case .oneDevice: "There is only one device; a comparison needs a fleet."
        }
    }

    func statusTitle(_ status: Int) -> String {
        switch status {
        case 400: "400 Bad request"
        case 403: "403 Not allowed"
        case 404: "404 Not found"
        case 405: "405 Method not allowed"
        case 408: "408 Request timeout"
        case 409: "409 Conflict"
        case 411: "411 Length required"
        case 413: "413 Too large"
        case 414: "414 Address too long"
        case 415: "415 Wrong type"
        case 421: "421 Wrong host"
        case 422: "422 Cannot be used"
        case 429: "429 Too many requests"
        case 431: "431 Headers too large"
        case 500: "500 Internal error"
        case 501: "501 Not supported"
        case 503: "503 Busy"
        case 507: "507 Disk full"
        default: "\(status)"
        }
    }

    func problem(_ problem: RequestProblem, status: Int) -> Sentence {
        switch problem {
        case .badRequest: "The request could not be understood."
        case .noSuchPage(let path):
            "There is no page \(code: path). The tabs above lead to all pages."
        case .noSuchSet(let name): "There is no data set “\(name)”."
        case .noSuchLook:
            "No files are waiting here: they were imported or cancelled, or 24 hours have passed."
        case .noSuchFile(let name): "There is no file “\(name)” in this data set."
        case .noSuchChart(let name):
            "The page has no chart “\(name)” for this choice of data."
        case .noSuchDevice(let name): "There is no device “\(name)” in this data set."
        case .missingPackages(let packages):
            "This needs libraries that are not installed here. On Debian and Ubuntu they come with \(code: packages.joined(separator: " ")); SVG and HTML work without them."
        case .methodNotAllowed(let allowed):
            "This address accepts only \(list(allowed))."
        case .foreignOrigin:
            "The form came from another site, so nothing was changed. Open this page here and send it again."
        case .foreignHost: "This program answers only to its own host name."
        case .timedOut: "The request did not arrive in time. Try again."
        case .lengthNeeded: "The request must state its length."
        case .tooLarge(let limit):
            "The request is larger than \(format.bytes(limit)). Put large files into \(code: "data/raw/<set>") directly."
        case .addressTooLong: "The address is too long. Choose fewer devices or codes."
        case .headersTooLarge: "The headers of the request are too large."
        case .notMultipart: "Files must be sent with the form on the Import page."
        case .upload(let outcome): upload(outcome)
        case .load(let error): loadError(error)
        case .setAside(let aside, let set): setAside(aside, set: set)
        case .busy: "The program is busy with other requests. Try again in a moment."
        case .internalFailure:
            "An internal error occurred. The data are unchanged; see the log for details."
        case .notSupported: "The program does not support this kind of request."
        }
    }
}
