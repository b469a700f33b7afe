import Reports

extension EnglishPhrases {
    func ignored(_ parameters: [IgnoredParameter]) -> Sentence {
        let items = parameters.map { "\($0.name) “\($0.value)”" }
        return
            "The address asks for something that is not known and was passed over: \(list(items))."
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
        return "All figures are of \(strong: list(parts)) only."
    }

    func periodProblem(_ problem: PeriodProblem, _ context: ReportContext) -> Sentence {
        let whole = "Everything is shown instead, \(period(context.range))."
        return switch problem {
        case .reversed: "\(strong: "The period ends before it begins.") \(whole)"
        case .outside: "\(strong: "No data lie in that period.") \(whole)"
        case .otherUnit:
            "\(strong: "The period is not of this data set’s kind"): dates for dates, numbers for cycles and rows. \(whole)"
        }
    }

    func unknownDevices(_ names: [String]) -> Sentence {
        let verb = names.count == 1 ? "is no device" : "are no devices"
        return "\(list(names.map { "“\($0)”" })) \(verb) of this data set."
    }

    func missing(_ part: MissingPart) -> Sentence {
        switch part {
        case .time:
            "The files have no times, so nothing can be said about changes. Name a time column under \(link: "Import", to: .importFiles), if there is one."
        case .metrics:
            "The files hold no readings, only events. Add a telemetry file to see what the devices measured."
        case .events:
            "The files hold no events. Add an error or failure log to see what the readings led to."
        case .failures:
            "The files hold no failures, so nothing can be said about what comes before one. Add a failure log, or set “Events are” to failures under \(link: "Import", to: .importFiles)."
        case .devices:
            "The files name no devices, so nothing can be compared. Name a device column under \(link: "Import", to: .importFiles), if there is one."
        case .repairs:
            "The age of parts needs a maintenance log in which parts were replaced again and again: at least five times in the fleet, and once on this device."
        case .weekMap:
            "Events by weekday and hour need dates with a time of day and at least two weeks of them."
        case .precursors:
            "What comes before failures needs an error log and a failure log over the same time."
        case .forecast:
            "No forecast: there are too few whole stretches of time, or none of the methods beats the last value."
        case .bands:
            "No expected band could be made: there are too few readings, or they never change."
        case .tooShort: "The period is too short to speak of a trend."
        case .attention:
            "\(strong: "No device needs attention.") All are inside their bands, and none has lost more than a quarter of its health."
        case .changes: "Nothing changed beyond chance in the period."
        case .oneDevice: "There is one device only; a fleet is needed for a comparison."
        }
    }

    func statusTitle(_ status: Int) -> String {
        switch status {
        case 400: "400 Bad request"
        case 403: "403 Not allowed"
        case 404: "404 Not found"
        case 405: "405 Method not allowed"
        case 408: "408 Too slow"
        case 409: "409 Conflict"
        case 411: "411 Length needed"
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
            "There is no page \(code: path). The tabs above lead to all there are."
        case .noSuchSet(let name): "There is no data set “\(name)”."
        case .noSuchLook:
            "No files wait here: they were taken in or cancelled, or their 24 hours are over."
        case .noSuchFile(let name): "There is no file “\(name)” in this data set."
        case .methodNotAllowed(let allowed):
            "This address answers \(list(allowed)) only."
        case .foreignOrigin:
            "The form came from another site, so nothing was changed. Open this page here and send it again."
        case .foreignHost: "This program answers to its own host name only."
        case .timedOut: "The request did not arrive in time. Try again."
        case .lengthNeeded: "The request must say how long it is."
        case .tooLarge(let limit):
            "The request is larger than \(format.bytes(limit)). Put large files into \(code: "data/raw/<set>") directly."
        case .addressTooLong: "The address is too long. Choose fewer devices or codes."
        case .headersTooLarge: "The request’s headers are too large."
        case .notMultipart: "Files must be sent with the form of the Import page."
        case .upload(let outcome): upload(outcome)
        case .load(let error): loadError(error)
        case .setAside(let aside, let set): setAside(aside, set: set)
        case .busy: "The program is busy with other requests. Try again in a moment."
        case .internalFailure:
            "Something in the program failed; the data are as they were. The log says more."
        case .notSupported: "The program does not support this kind of request."
        }
    }
}
