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

    /// The troubles, with devices and signals as indices within the group; and by signal how far
    /// the device lies from its peers where nothing explains it.
    ///
    /// - Complexity: O(values) for a device without troubles.
    mutating func run() -> (troubles: [DeviceTrouble], offsets: [DeviceOffset]) {
        series = model.signals.map { _ in nil }
        updateSeries()
        for signal in model.usual.targets { findWildRows(signal) }
        for _ in 0..<(Self.rounds + device.table.failures) {
            guard let (signal, scans) = strongest() else { break }
            let before = device.isExplained[signal]
            judge(signal, scans)
            if device.isExplained[signal] == before { break }
        }
        return (Self.joined(device.troubles, margin: model.usual.group.slotCount / 20), offsets())
    }

    /// Makes one trouble of findings of one kind and signal with little between them.
    private static func joined(_ troubles: [DeviceTrouble], margin: Int) -> [DeviceTrouble] {
        var result: [DeviceTrouble] = []
        for trouble in troubles {
            let place = result.firstIndex { other in
                let gap =
                    max(other.slots.lowerBound, trouble.slots.lowerBound)
                    - min(other.slots.upperBound, trouble.slots.upperBound)
                return other.signal == trouble.signal && other.kind == trouble.kind
                    && gap <= margin && ![.step, .drift, .efficiency].contains(trouble.kind)
            }
            guard let place else {
                result.append(trouble)
                continue
            }
            let slots = result[place].slots
            result[place].slots =
                min(
                    slots.lowerBound, trouble.slots.lowerBound)..<max(
                    slots.upperBound, trouble.slots.upperBound)
            result[place].weight = max(result[place].weight, trouble.weight)
        }
        return result
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
        let height = size * values.scale / unit(signal, values) / 1.8
        if height >= 2 * model.usual.settings.leastSize {
            device.troubles.append(
                DeviceTrouble(
                    device: device.place, signal: signal, slots: slots, kind: .spikes,
                    weight: min(6, height), score: 4))
        }
        updateSeries()
    }

    /// What an eye takes for one unit: the noise and half of the usual spread, as a root of
    /// squares.
    private func unit(_ signal: Int, _ values: StandardSeries) -> Double {
        let spread = 0.5 * model.usual.spreads[signal]
        return max(1e-12, (values.scale * values.scale + spread * spread).squareRoot())
    }

    /// The signal that stands out most, nil where none does enough.
    private func strongest() -> (signal: Int, scans: Suspect.Scans)? {
        var best: (signal: Int, scans: Suspect.Scans, score: Double)?
        for signal in model.usual.targets {
            guard let own = model.signals[signal], let values = series[signal]?.values else {
                continue
            }
            // Of what is mostly explained the usual can no longer be told.
            let explained = device.isExplained[signal].count { $0 }
            guard 5 * explained < 3 * values.count else { continue }
            let scans = scans(own, values)
            let score = scans.best.map(\.score).max() ?? 0
            if score > best?.score ?? 0 {
                best = (signal, scans, score)
            }
        }
        guard let best else { return nil }
        let settings = model.usual.settings
        let needed =
            isAgain(best.signal, best.scans)
            ? settings.again : device.faulty.isEmpty ? 1 : settings.further
        return best.score >= needed ? (best.signal, best.scans) : nil
    }

    /// Whether what stands out may be a remainder of an earlier finding in the signal.
    private func isAgain(_ signal: Int, _ scans: Suspect.Scans) -> Bool {
        guard device.faulty.contains(signal),
            let strongest = scans.best.max(by: { $0.score < $1.score })?.slots
        else { return false }
        let isExplained = device.isExplained[signal]
        let margin = max(strongest.count, isExplained.count / 20)
        let near = strongest.lowerBound - margin..<strongest.upperBound + margin
        return near.clamped(to: isExplained.indices).contains { isExplained[$0] }
    }

    private mutating func judge(_ signal: Int, _ scans: Suspect.Scans) {
        guard let first = stretch(scans, series[signal]) else { return }
        let suspect = refined(signal, scans, first)
        let verdict = suspect.flatMap { FleetTests.verdict($0) }
        if let verdict, let suspect {
            device.troubles.append(trouble(verdict, signal, suspect))
        }
        for slot in verdict?.slots ?? suspect?.stretch ?? first.slots {
            device.isExplained[signal][slot] = true
        }
        device.faulty.insert(signal)
        device.update(signal, model.usual)
        updateSeries()
    }

    /// Looks again, with what is usual learnt without the stretch: where half of the record
    /// differs, the first look lies between both halves.
    private mutating func refined(
        _ signal: Int, _ scans: Suspect.Scans, _ first: Suspect.Place
    ) -> Suspect? {
        guard let own = model.signals[signal], let values = series[signal] else { return nil }
        let slotCount = model.usual.group.slotCount
        var place = first
        var found = suspect(signal, scans, first, values)
        var window = scans.best[first.view.rawValue].slots
        for _ in 0..<2 {
            var unusual = 10 * place.slots.count > 6 * slotCount ? window : place.slots
            let isFirst =
                50 * unusual.lowerBound <= slotCount && 4 * unusual.upperBound < 3 * slotCount
            // What was first is usual.
            if isFirst, place.view != .level { unusual = unusual.upperBound..<slotCount }
            let known = values.values.count { !$0.isNaN }
            let left = known - unusual.count { !values.values[$0].isNaN }
            guard 3 * left > known else { break }
            let learnt = relearnt(signal, own, without: unusual)
            let again = self.scans(own, learnt.values)
            guard again.best.contains(where: { $0.score >= 1 }), let next = stretch(again, learnt)
            else { break }
            found = suspect(signal, again, next, learnt)
            window = again.best[next.view.rawValue].slots
            if !isFirst, next.slots == place.slots { break }
            place = next
        }
        return found
    }

    /// The series with what is usual learnt without a stretch.
    private mutating func relearnt(
        _ signal: Int, _ own: GroupModel.SignalModel, without stretch: Range<Int>
    ) -> StandardSeries {
        let explained = device.isExplained[signal]
        for slot in stretch { device.isExplained[signal][slot] = true }
        device.update(signal, model.usual)
        let residual = device.residual(signal, model.usual)
        device.isExplained[signal] = explained
        return own.scale.standardized(residual, isExplained: explained)
    }

    private func scans(
        _ own: GroupModel.SignalModel, _ values: [Double]
    ) -> Suspect.Scans {
        let views = ScanView.allCases.map { own.views.series(values, $0) }
        let best = zip(ScanView.allCases, views).map { view, series in
            own.scans[view.rawValue].best(RunningSums(series), bothSides: view == .level)
        }
        return Suspect.Scans(series: views, best: best)
    }

    private func stretch(_ scans: Suspect.Scans, _ values: StandardSeries?) -> Suspect.Place? {
        guard let values else { return nil }
        let (view, wide) = Suspect.choice(scans, count: model.usual.group.slotCount)
        return Suspect.settled(wide, view, values: values.values)
    }

    private func suspect(
        _ signal: Int, _ scans: Suspect.Scans, _ place: Suspect.Place, _ values: StandardSeries
    ) -> Suspect? {
        guard let own = model.signals[signal] else { return nil }
        let usual = model.usual
        let row = device.table.rows[signal]
        let course = usual.group.day == nil ? nil : usual.course(signal, of: row)
        return Suspect(
            series: values, reading: row, course: course, day: usual.group.day,
            unit: unit(signal, values),
            isProportional: usual.references[signal]?.weights != nil, wildShare: own.wildShare,
            scores: scans.best.map(\.score), settings: usual.settings, view: place.view,
            stretch: place.slots, isOpen: place.isOpen,
            shapes: LevelShapes(values.values, place.slots),
            evidence: StretchEvidence(
                residual: values.residual, reading: row, course: course, stretch: place.slots,
                day: usual.group.day))
    }

    private func trouble(
        _ verdict: Suspect.Verdict, _ signal: Int, _ suspect: Suspect
    ) -> DeviceTrouble {
        let levels = verdict.kind == .variance ? suspect.scatters(verdict.slots) : suspect.levels
        return DeviceTrouble(
            device: device.place, signal: signal, slots: verdict.slots, kind: verdict.kind,
            weight: verdict.weight, score: suspect.scores.max() ?? 0,
            actual: levels?.actual, expected: levels?.expected)
    }

    private func offsets() -> [DeviceOffset] {
        model.signals.indices.map { signal in
            guard let reference = model.usual.references[signal],
                model.usual.sorts[signal] == .gauge
            else { return .unknown }
            let left = zip(device.table.rows[signal], reference.median).map { $0 - $1 }
            return DeviceOffset(left, isExplained: device.isExplained[signal])
        }
    }
}
