package import Reports
import Values

extension OverviewReport {
    /// What the Overview has to answer.
    package enum Answer {
        /// Rows without times and devices.
        case table
        case oneDevice(DeviceRow)
        case calm(Basis)
        case trouble(Trouble)
    }

    /// What devices were judged by, where none is in trouble.
    package enum Basis { case bands, events, nothing }

    /// Devices that are not OK.
    package enum Trouble {
        /// Devices have an open episode.
        case out
        /// None is, but devices are critical, and `more` are in the warning range.
        case critical(Int, more: Int)
        case warning(Int)
    }

    /// What there is to answer, before it has words.
    package var answer: Answer {
        if isTable { return .table }
        if headline.total == 1, let row = devices.first { return .oneDevice(row) }
        if isCalm, headline.out == 0 { return .calm(basis) }
        return .trouble(trouble)
    }

    /// Rows without times and devices.
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

    /// The first reason that it has.
    package var why: Why {
        if let trouble { return .open(trouble) }
        return mainLoss.map { .loss($0) } ?? .health
    }
}
