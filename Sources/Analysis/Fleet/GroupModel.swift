/// All that is learnt of a group of like devices: what is usual, how much scatter is usual, and how
/// far windows of healthy readings get.
struct GroupModel: Sendable {
    let usual: UsualModel
    /// By signal; `nil` for those that are not looked at.
    let signals: [SignalModel?]
    /// By signal, the longest run of equal values of each sampled device.
    let runs: [[StandingValues.Longest]]

    struct SignalModel: Sendable {
        let scale: ScaleModel
        let views: ViewScales
        /// By view.
        let scans: [WindowScan]
        /// The share of rows beyond ``FleetSettings/wild`` that a device usually has.
        let wildShare: Double
    }

    /// Learns from a sample of the devices. The cases of these devices, by their index in the
    /// group, come along, so that they need not be read again.
    ///
    /// - Complexity: O(values of the sample).
    static func learnt(
        _ readings: FleetReadings, group: FleetGroup, settings: FleetSettings
    ) -> (model: GroupModel, cases: [Int: DeviceCase]) {
        let count = group.devices.count
        let size = min(count, settings.sample)
        let places = (0..<size).map { $0 * count / size }
        let tables = Concurrent.map(size) { place in
            DeviceTable(
                readings.devices[group.devices[places[place]]], signals: group.signals,
                slotCount: group.slotCount)
        }
        var usual = UsualModel(readings, group: group, sample: tables, settings: settings)
        let runs = runs(tables, places, sorts: usual.sorts)
        let plain = usual
        let cases = Concurrent.map(size) { place in
            DeviceCase(place: places[place], table: tables[place], model: plain, runs: runs)
        }
        usual.lags = Followers.lags(cases.map(\.deviations), model: usual)
        let model = usual
        let signals = Concurrent.map(group.signals.count) { signal in
            model.sorts[signal] == .gauge ? SignalModel(signal, cases, model) : nil
        }
        let byPlace = Dictionary(zip(places, cases)) { first, _ in first }
        return (GroupModel(usual: model, signals: signals, runs: runs), byPlace)
    }

    private static func runs(
        _ tables: [DeviceTable], _ places: [Int], sorts: [SignalSort]
    ) -> [[StandingValues.Longest]] {
        sorts.indices.map { signal in
            guard sorts[signal] == .gauge else { return [] }
            return zip(tables, places).map { table, place in
                StandingValues.Longest(
                    device: place,
                    count: StandingValues.longest(table.rows[signal], most: 1).first?.count ?? 0)
            }
        }
    }
}

extension GroupModel.SignalModel {
    fileprivate init(_ signal: Int, _ cases: [DeviceCase], _ model: UsualModel) {
        let group = model.group
        let settings = model.settings
        let hasPeers = group.hasPeers(settings)
        let residuals = Concurrent.map(cases.count) { cases[$0].residual(signal, model) }
        let known = zip(residuals, cases).map { residual, device in
            zip(residual, device.isExplained[signal]).map { $1 ? Double.nan : $0 }
        }
        let scale = ScaleModel(
            known, group: group, resolution: model.steps[signal], settings: settings)
        let series = Concurrent.map(cases.count) { place in
            scale.standardized(residuals[place], isExplained: cases[place].isExplained[signal])
                .values
        }
        let views = ViewScales(series, hasPeers: hasPeers)
        self.scale = scale
        self.views = views
        let healthy = zip(series, cases).map { row, device in
            zip(row, device.table.isFailing).map { $1 ? Double.nan : $0 }
        }
        let tests = Double(max(1, group.devices.count * model.targets.count))
        scans = Concurrent.map(ScanView.allCases.count) { index in
            let view = ScanView.allCases[index]
            return WindowLimits(
                sample: healthy.map { RunningSums(views.series($0, view)) }, tests: tests,
                slotCount: group.slotCount, hasPeers: hasPeers, settings: settings
            ).scan(view)
        }
        let wild = settings.wild
        wildShare = OrderStatistics.median(
            of: series.map { row in
                let rows = row.count { !$0.isNaN }
                return Double(row.count { abs($0) > wild }) / Double(max(1, rows))
            })
    }
}
