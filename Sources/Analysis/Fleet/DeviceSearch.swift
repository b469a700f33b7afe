import Values

/// Looks for the troubles of one device: the strongest first, then again without what it explains.
struct DeviceSearch {
    private let model: GroupModel
    private var device: DeviceCase
    private var series: [StandardSeries?] = []

    private static let rounds = 5

    init(_ model: GroupModel, _ device: DeviceCase) {
        self.model = model
        self.device = device
    }

    /// What was found, with places within the group; and by signal how far the device lies from its
    /// peers, where nothing explains it.
    ///
    /// - Complexity: O(values) for a device without troubles.
    mutating func run() -> (findings: [Finding], offsets: [Double]) {
        series = model.signals.map { _ in nil }
        updateSeries()
        for signal in model.usual.targets { findWildRows(signal) }
        for _ in 0..<Self.rounds {
            guard let (signal, scans) = strongest() else { break }
            let before = device.isExplained[signal]
            judge(signal, scans)
            if device.isExplained[signal] == before { break }
        }
        return (device.findings, offsets())
    }

    private mutating func updateSeries() {
        for signal in model.usual.targets {
            series[signal] = model.signals[signal]?.scale.standardized(
                device.residual(signal, model.usual), isExplained: device.isExplained[signal])
        }
    }

    private mutating func findWildRows(_ signal: Int) {
        guard let own = model.signals[signal], let values = series[signal] else { return }
        let rows = WildRows(settings: model.usual.settings, usual: own.wildShare)
        guard let (slots, size) = rows.stretch(values.values) else { return }
        for slot in slots where abs(values.values[slot]) > 0.7 * model.usual.settings.wild {
            device.isExplained[signal][slot] = true
        }
        device.findings.append(
            Finding(
                device: device.place, signal: signal, slots: slots, kind: .spikes,
                size: min(6, size * values.scale / unit(signal, values) / 1.8), score: 4))
        updateSeries()
    }

    /// Half of the usual spread and the noise.
    private func unit(_ signal: Int, _ values: StandardSeries) -> Double {
        let spread = 0.5 * model.usual.spreads[signal]
        return max(1e-12, (values.scale * values.scale + spread * spread).squareRoot())
    }

    /// The signal that stands out most, where one does.
    private func strongest() -> (signal: Int, scans: Suspect.Scans)? {
        var best: (signal: Int, scans: Suspect.Scans, score: Double)?
        for signal in model.usual.targets {
            guard let own = model.signals[signal], let values = series[signal]?.values else {
                continue
            }
            let views = ScanView.allCases.map { own.views.series(values, $0) }
            let windows = zip(ScanView.allCases, views).map { view, series in
                own.scans[view.rawValue].best(
                    RunningSums(series), bothSides: view == .level)
            }
            let score = windows.map(\.score).max() ?? 0
            if score > best?.score ?? 0 {
                best = (signal, Suspect.Scans(series: views, best: windows), score)
            }
        }
        guard let best else { return nil }
        let needed = device.faulty.contains(best.signal) ? model.usual.settings.again : 1
        return best.score >= needed ? (best.signal, best.scans) : nil
    }

    private mutating func judge(_ signal: Int, _ scans: Suspect.Scans) {
        guard let suspect = suspect(signal, scans) else { return }
        let verdict = FleetTests.verdict(suspect)
        let slots = verdict?.slots ?? suspect.stretch
        if let verdict {
            device.findings.append(finding(verdict, signal, suspect))
        }
        for slot in slots { device.isExplained[signal][slot] = true }
        device.faulty.insert(signal)
        device.update(signal, model.usual)
        updateSeries()
    }

    private func suspect(_ signal: Int, _ scans: Suspect.Scans) -> Suspect? {
        guard let own = model.signals[signal], let values = series[signal] else { return nil }
        let usual = model.usual
        let (view, wide) = Suspect.choice(scans, count: usual.group.slotCount)
        guard let settled = Suspect.settled(wide, view, values: values.values) else { return nil }
        let row = device.table.rows[signal]
        let course = usual.group.day == nil ? nil : usual.course(signal, of: row)
        return Suspect(
            series: values, reading: row, course: course,
            day: usual.group.day, unit: unit(signal, values),
            isProportional: usual.references[signal]?.weights != nil, wildShare: own.wildShare,
            scores: scans.best.map(\.score), settings: usual.settings, view: view,
            stretch: settled.stretch, isOpen: settled.isOpen,
            shapes: LevelShapes(values.values, settled.stretch),
            evidence: StretchEvidence(
                residual: values.residual, reading: row, course: course, stretch: settled.stretch,
                day: usual.group.day),
            hasPeers: usual.group.hasPeers(usual.settings))
    }

    private func finding(
        _ verdict: Suspect.Verdict, _ signal: Int, _ suspect: Suspect
    ) -> Finding {
        let actual = RunningSums(Array(suspect.reading[suspect.stretch]))
        let level = actual.mean(0..<actual.length)
        return Finding(
            device: device.place, signal: signal, slots: verdict.slots, kind: verdict.kind,
            size: verdict.size, score: suspect.scores.max() ?? 0,
            actual: level.isNaN ? nil : level, expected: level.isNaN ? nil : level - suspect.mean)
    }

    private func offsets() -> [Double] {
        model.signals.indices.map { signal in
            guard let reference = model.usual.references[signal],
                model.usual.sorts[signal] == .gauge
            else { return .nan }
            let row = device.table.rows[signal]
            var sum = 0.0
            var count = 0.0
            for slot in row.indices where !row[slot].isNaN && !device.isExplained[signal][slot] {
                sum += row[slot] - reference.median[slot]
                count += 1
            }
            return 5 * count > Double(row.count) ? sum / count : .nan
        }
    }
}
