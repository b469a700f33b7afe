import Analysis
import Reports
import Telemetry
import Values

/// One device beside others that share an attribute with it.
struct GroupComparison {
    let source: any TelemetrySource
    let frame: ComparisonFrame
    let coverage: Coverage
    let attribute: String?

    /// Of larger groups devices are taken evenly: a band needs no more.
    private static let limit = 300
    /// With fewer others nobody can say what is usual among them.
    private static let leastOthers = 4

    /// - Throws: What the source throws.
    /// - Complexity: O(cells of at most 301 devices in the period), on all cores.
    func parts() throws -> ComparedParts {
        guard let side = frame.sides.first, let device = side.device else {
            return ComparedParts()
        }
        let (name, value, others) = others(of: device.index)
        let step = max(1, (others.count + Self.limit - 1) / Self.limit)
        let taken = others.indices.filter { $0 % step == 0 }.map { others[$0] }
        let read = try Concurrent.map(taken.count + 1) { place in
            Result {
                try SideReadings(place == 0 ? device.index : taken[place - 1], side, frame, source)
            }
        }.map { try $0.get() }
        var parts = ComparedParts()
        parts.group = .init(attribute: name, value: value, devices: others.count)
        guard let own = read.first else { return parts }
        parts.readings = source.catalog.metrics.indices.map { reading($0, own, read.dropFirst()) }
        let codes = Set(read.flatMap { $0.counts.keys })
        parts.events = codes.map { events($0, own, read.dropFirst()) }
        return parts
    }

    private func others(of device: Int) -> (name: String?, value: String, devices: [Int]) {
        let catalog = source.catalog
        let all = catalog.devices.indices.filter { $0 != device }
        guard let attribute, let place = catalog.attributes.firstIndex(of: attribute) else {
            return (nil, "", all)
        }
        let value = catalog.devices[device].attributes[place]
        return (attribute, value, all.filter { catalog.devices[$0].attributes[place] == value })
    }

    private func reading(
        _ metric: Int, _ own: SideReadings, _ others: ArraySlice<SideReadings>
    ) -> ComparedParts.Reading {
        let columns = (0..<frame.steps).map { step in
            others.map { $0.lines[metric][step] }.filter(\.isFinite).sorted()
        }
        let middles = (0..<frame.blocks).map { block in
            Statistics.median(others.map { $0.blocks[metric][block] })
        }
        return ComparedParts.Reading(
            metric: metric,
            lines: [own.lines[metric], columns.map { Statistics.quantile(sorted: $0, 0.5) }],
            low: columns.map { Statistics.quantile(sorted: $0, 0.1) },
            high: columns.map { Statistics.quantile(sorted: $0, 0.9) },
            means: [Statistics.mean(own.blocks[metric]), Statistics.mean(middles)],
            tests: [test(own.blocks[metric], others.map { $0.blocks[metric] }, middles)])
    }

    /// How unusual the device's distance from the middle would be for one more of the others: a t
    /// of the prediction interval (Geisser, Predictive Inference, 1993).
    private func test(
        _ own: [Double], _ others: [[Double]], _ middles: [Double]
    ) -> ComparedParts.Test? {
        func distance(_ blocks: [Double]) -> Double { Statistics.mean(zip(blocks, middles).map(-)) }
        let distances = others.map(distance).filter(\.isFinite)
        let value = distance(own)
        guard distances.count >= Self.leastOthers, value.isFinite else { return nil }
        // Medians, since others of the group may be in trouble too.
        let count = Double(distances.count)
        let middle = Statistics.median(distances)
        let spread = Statistics.mad(distances) * (1 + 1 / count).squareRoot()
        let t = spread > 0 ? (value - middle) / spread : value == middle ? 0 : .infinity
        let freedom = count - 1
        let p =
            t.isFinite
            ? SpecialFunctions.betaI(freedom / (freedom + t * t), freedom / 2, 0.5) : 0
        return ComparedParts.Test(
            value: value, interval: Interval(lower: .nan, upper: .nan), p: p,
            cases: distances.count)
    }

    private func events(
        _ code: Int, _ own: SideReadings, _ others: ArraySlice<SideReadings>
    ) -> ComparedParts.Events {
        func count(_ read: SideReadings) -> Int { read.counts[code]?.reduce(0, +) ?? 0 }
        let counts = others.map(count)
        let total = counts.reduce(0, +)
        let number = Double(counts.count)
        // Counts of the others are the blocks: devices differ more than chance alone would have it.
        let isTold = frame.isKnown(code, source.catalog, coverage) && !counts.isEmpty
        return ComparedParts.Events(
            code: code, counts: [Double(count(own)), number > 0 ? Double(total) / number : .nan],
            tests: [isTold ? RateComparison(counts, [count(own)], times: (number, 1)) : nil])
    }
}
