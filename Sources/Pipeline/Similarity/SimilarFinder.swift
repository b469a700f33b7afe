import Analysis
import Reports
import Telemetry
import Values

/// Looks through all devices and all time for what is like one stretch of a device.
struct SimilarFinder {
    let source: any TelemetrySource
    let scope: Scope
    let question: SimilarQuestion
    /// The device of the question.
    let device: Int
    /// How long after a stretch's end an event still counts as its sequel, in the axis' unit.
    let within: Double

    /// Matches that are given.
    static let most = 20
    /// Of these, so many have their course.
    static let drawn = 5
    /// Devices that the noise of a reading is estimated from.
    private static let sample = 32
    /// Parts that the devices are searched in, so that what is found does not add up.
    private static let parts = 64

    /// - Parameter departed: Readings that left their course in the stretch.
    /// - Throws: What the source throws.
    /// - Complexity: O(steps × 128 × readings) for all steps of all devices.
    func report(departed: [MetricRef]) throws -> SimilarStretches {
        let own = try readings(of: device)
        let metrics = metrics(departed, own)
        var report = SimilarStretches(
            device: scope.deviceRef(device), from: question.from, to: question.to,
            measure: question.measure, metrics: metrics,
            isOfDepartures: question.readings.isEmpty && metrics == departed, outcome: .noReadings)
        report.within = within
        guard let slots = slots(own), !metrics.isEmpty else { return report }
        (report.from, report.to) = (time(slots.lowerBound), time(slots.upperBound))
        let chosen = try query(own, slots, metrics.map(\.index))
        if chosen.grid.length < SubsequenceQuery.fewestSteps {
            report.outcome = .tooShort(
                steps: chosen.grid.length, needed: SubsequenceQuery.fewestSteps)
        }
        guard let query = chosen.query else { return report }
        report.metrics = query.patterns.map { metrics[$0.reading] }
        try fill(&report, chosen.grid, query, metrics)
        return report
    }

    /// The metrics asked for, else those that departed, else all that the device has.
    private func metrics(_ departed: [MetricRef], _ own: DeviceReadings) -> [MetricRef] {
        let wanted = Set(question.readings)
        if !wanted.isEmpty { return scope.metrics.filter { wanted.contains($0.name) } }
        return departed.isEmpty
            ? scope.metrics.filter { !own.values[$0.index].isEmpty } : departed
    }

    // MARK: The stretch

    private var axis: TimeAxis { scope.catalog.axis }

    private func time(_ slot: Int) -> Double { axis.time(ofSlot: slot) }

    /// The readings of a device in the time that the set is about.
    private func readings(of device: Int) throws -> DeviceReadings {
        var filter = Filter(devices: [device])
        if scope.whole.lowerBound > axis.dataRange.lowerBound {
            filter.from = scope.whole.lowerBound
        }
        if scope.whole.upperBound < axis.dataRange.upperBound {
            filter.to = scope.whole.upperBound.nextUp
        }
        return try source.readings(of: device, filter)
    }

    /// The slots of the stretch, as far as the device has rows; nil where it has none there.
    private func slots(_ own: DeviceReadings) -> Range<Int>? {
        let slot = { (time: Double) in (time - axis.start) / axis.bucketWidth }
        let first = Int(clamping: (slot(question.from) + 1e-6).rounded(.down))
        let last = Int(clamping: (slot(question.to) - 1e-6).rounded(.up))
        guard let asked = Range(from: first, upTo: last) else { return nil }
        let rows = own.slots.filter { asked.contains(Int($0)) }
        guard let low = rows.first, let high = rows.last else { return nil }
        return Int(low)..<(Int(high) + 1)
    }

    /// The stretch in steps that are long enough for most of them to have readings; no query where
    /// there are none of that kind.
    private func query(
        _ own: DeviceReadings, _ slots: Range<Int>, _ metrics: [Int]
    ) throws -> (grid: StepGrid, query: SubsequenceQuery?) {
        var grid = StepGrid(
            slots: slots, factor: StepGrid.usualStep(own, in: slots, metrics), metrics: metrics)
        while grid.length >= SubsequenceQuery.fewestSteps {
            let record = grid.record(own)
            let noise = try noise(grid, own: record)
            if let query = SubsequenceQuery(
                of: record, from: 0, length: grid.length, noise: noise,
                measure: question.measure == .shape ? .shape : .shapeAndLevel)
            {
                return (grid, query)
            }
            let wider = StepGrid(slots: slots, factor: 2 * grid.factor, metrics: metrics)
            guard wider.length >= SubsequenceQuery.fewestSteps else { break }
            grid = wider
        }
        return (grid, nil)
    }

    /// The noise of the readings over the fleet.
    private func noise(_ grid: StepGrid, own: SteppedRecord) throws -> [Double] {
        let step = max(1, devices.count / Self.sample)
        let sampled = stride(from: 0, to: devices.count, by: step).map { devices[$0] }
        let records = Concurrent.map(sampled.count) { place in
            Result { grid.record(try readings(of: sampled[place])) }
        }
        return ReadingNoise.levels(
            of: [own] + (try records.map { try $0.get() }), readings: grid.metrics.count)
    }

    // MARK: The search

    /// The devices that are searched.
    private var devices: [Int] {
        let wanted = Set(question.devices)
        return scope.catalog.devices.indices.filter {
            wanted.isEmpty || wanted.contains(scope.catalog.devices[$0].name)
        }
    }

    private func fill(
        _ report: inout SimilarStretches, _ grid: StepGrid, _ query: SubsequenceQuery,
        _ metrics: [MetricRef]
    ) throws {
        let found = try search(grid, query)
        report.step = Double(grid.factor) * axis.bucketWidth
        report.to = report.from + Double(grid.length) * report.step
        report.compared = found.all.count
        report.median = found.all.quantile(0.5)
        report.limit = found.least.limit
        report.outcome = found.outcome
        let pattern = query.patterns.max { $0.strength < $1.strength }
        report.drawn = pattern.map { metrics[$0.reading] }
        report.course = try course(device, from: 0, grid, pattern?.reading)
        report.matches = try found.matches.enumerated().map { place, one in
            var match = try match(one, grid)
            match.share = found.all.share(upTo: one.match.distance)
            if place < Self.drawn {
                match.course = try course(
                    one.device, from: one.match.start, grid, pattern?.reading)
            }
            return match
        }
    }

    private func search(_ grid: StepGrid, _ query: SubsequenceQuery) throws -> FoundStretches {
        let search = SubsequenceSearch(query, limit: Self.most)
        let devices = devices
        let parts = min(devices.count, Self.parts)
        let results = Concurrent.map(parts) { part in
            Result {
                var found = FoundStretches()
                for place in stride(from: part, to: devices.count, by: parts) {
                    let result = search.search(
                        grid.record(try readings(of: devices[place])),
                        leavingOut: devices[place] == device ? 0..<grid.length : nil)
                    found.add(result, of: devices[place], limit: Self.most)
                }
                return found
            }
        }
        var found = FoundStretches()
        for result in results { found.add(try result.get(), limit: Self.most) }
        return found
    }

    // MARK: The matches

    private func match(
        _ found: FoundStretches.Found, _ grid: StepGrid
    ) throws -> SimilarStretches.Match {
        let first = grid.origin + found.match.start * grid.factor
        let (from, to) = (time(first), time(first + grid.length * grid.factor))
        let events = try source.events(of: found.device, Filter(devices: [found.device]))
        var counts: [Int: Int] = [:]
        let near = events.filter { $0.time >= from && $0.time <= to + within }
        for event in near where scope.kind(of: event.code) == .error {
            counts[event.code, default: 0] += event.count
        }
        let finder = SequelFinder(scope: scope, within: within)
        return SimilarStretches.Match(
            device: scope.deviceRef(found.device), from: from, to: to,
            distance: found.match.distance, share: 0,
            sequel: finder.canTell ? finder.sequel(from: from, to: to, events) : nil,
            errors: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                SimilarStretches.ErrorCount(code: scope.codes[$0.key], count: $0.value)
            })
    }

    /// A reading over a stretch, less the device's usual value.
    private func course(
        _ device: Int, from start: Int, _ grid: StepGrid, _ reading: Int?
    ) throws -> [Double] {
        guard let reading else { return [] }
        let record = grid.record(try readings(of: device))
        guard
            let segment = record.segments.first(where: {
                $0.start <= start && start + grid.length <= $0.start + $0.count
            }), !segment.columns[reading].isEmpty
        else { return [] }
        let column = segment.columns[reading].dropFirst(start - segment.start)
        return column.prefix(grid.length).map { $0 - record.usual[reading] }
    }
}
