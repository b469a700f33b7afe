package import Reports
import Values

extension OverviewReport {
    /// What the answer of Overview is about.
    package enum Answer {
        /// The data are rows without times and devices.
        case table
        case oneDevice(DeviceRow)
        case calm(Basis)
        case trouble(Trouble)
    }

    /// What the devices were judged by where none is in trouble.
    package enum Basis { case bands, events, nothing }

    /// The devices that are not OK.
    package enum Trouble {
        /// Some have an open episode.
        case out
        /// None has, but so many are critical, and `more` are in the warning range.
        case critical(Int, more: Int)
        case warning(Int)
    }

    package var answer: Answer {
        if isTable { return .table }
        if headline.total == 1, let row = devices.first { return .oneDevice(row) }
        if isCalm, headline.out == 0 { return .calm(basis) }
        return .trouble(trouble)
    }

    /// Whether the data are rows without times and devices.
    package var isTable: Bool { missingData.devices && missingData.time }

    /// No device is worse than OK.
    package var isCalm: Bool { headline.critical + headline.warning == 0 }

    private var basis: Basis {
        if devices.contains(where: { $0.furthest != nil }) { return .bands }
        return missingData.events ? .nothing : .events
    }

    private var trouble: Trouble {
        if headline.out > 0 { return .out }
        return headline.critical > 0
            ? .critical(headline.critical, more: headline.warning) : .warning(headline.warning)
    }
}

extension OverviewReport.DeviceRow {
    /// Why a device is in the list.
    package enum Why {
        case open(Episode)
        case loss(HealthPart)
        case health
    }

    /// The first of the reasons that it has: an open trouble, a loss of health, or its health
    /// alone.
    package var why: Why {
        if let trouble { return .open(trouble) }
        return mainLoss.map { .loss($0) } ?? .health
    }
}
