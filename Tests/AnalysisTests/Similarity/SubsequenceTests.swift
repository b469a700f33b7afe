import Testing

@testable import Analysis

@Suite("Similar subsequences")
struct SubsequenceTests {
    /// Numbers that look like normal noise, the same for the same seed.
    private static func noise(_ count: Int, seed: UInt64, scale: Double = 1) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            scale
                * (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator)
                }
        }
    }

    private static func record(_ columns: [Double]..., start: Int = 0) -> SteppedRecord {
        SteppedRecord(
            [.init(start: start, columns: columns, count: columns[0].count)],
            readings: columns.count)
    }

    private static func ramp(_ length: Int, _ height: Double) -> [Double] {
        (0..<length).map { height * Double($0) / Double(length - 1) }
    }

    private static func adding(_ shape: [Double], to values: [Double], at places: [Int]) -> [Double]
    {
        var values = values
        for start in places {
            for (index, part) in shape.enumerated() { values[start + index] += part }
        }
        return values
    }

    private static func query(
        _ record: SteppedRecord, _ start: Int, _ length: Int,
        _ measure: SubsequenceQuery.Measure = .shapeAndLevel
    ) throws -> SubsequenceQuery {
        let noise = ReadingNoise.levels(of: [record], readings: record.usual.count)
        return try #require(
            SubsequenceQuery(
                of: record, from: start, length: length, noise: noise, measure: measure))
    }

    @Test("A ramp that comes back is found where it was planted, and nothing else is near")
    func planted() throws {
        let record = Self.record(
            Self.adding(
                Self.ramp(40, 12), to: Self.noise(6_000, seed: 3),
                at: [500, 1_700, 2_950, 4_400]))
        let query = try Self.query(record, 500, 40)
        let found = SubsequenceSearch(query, limit: 20).search(record, leavingOut: 500..<540)
        let limit = found.least.limit
        let alike = found.matches.filter { $0.distance <= limit }
        try #require(alike.count == 3)
        for (match, place) in zip(alike.sorted { $0.start < $1.start }, [1_700, 2_950, 4_400]) {
            #expect(abs(match.start - place) <= 2)
        }
    }

    @Test("In noise that wanders nothing is alike", arguments: [1, 2, 3, 4, 5, 6, 7, 8])
    func noiseOnly(_ seed: UInt64) throws {
        var value = 0.0
        let values = Self.noise(8_000, seed: seed).map { step -> Double in
            value = 0.8 * value + step
            return value
        }
        let record = Self.record(values)
        let query = try Self.query(record, 3_000, 64)
        let found = SubsequenceSearch(query, limit: 5).search(record, leavingOut: 3_000..<3_064)
        let nearest = try #require(found.matches.first)
        #expect(nearest.distance > found.least.limit)
    }

    @Test("A quiet stretch is like all other quiet ones")
    func quiet() throws {
        let record = Self.record(Self.noise(4_000, seed: 9))
        let query = try Self.query(record, 100, 50)
        let found = SubsequenceSearch(query, limit: 5).search(record, leavingOut: 100..<150)
        #expect(found.least.ordinaryShare(nearest: found.matches[0].distance) ?? 0 > 0.5)
    }

    @Test("Matches do not overlap by more than half, and not with the query")
    func apart() throws {
        let wave = (0..<2_000).map { 10 * (Double($0) / 9).remainder(dividingBy: 4) }
        let record = Self.record(wave)
        let query = try Self.query(record, 700, 36)
        let found = SubsequenceSearch(query, limit: 20).search(record, leavingOut: 700..<736)
        let starts = found.matches.map(\.start).sorted()
        #expect(starts.count == 20)
        for (next, start) in zip(starts.dropFirst(), starts) { #expect(next - start >= 18) }
        #expect(!starts.contains { (665..<736).contains($0) })
    }

    @Test("The level tells a small bump from a large one, the shape alone does not")
    func level() throws {
        let noise = Self.noise(3_000, seed: 12, scale: 0.05)
        let large = Self.adding(Self.ramp(30, 20), to: noise, at: [300, 1_500])
        let record = Self.record(Self.adding(Self.ramp(30, 2), to: large, at: [2_400]))
        for (measure, isNear) in [(SubsequenceQuery.Measure.shape, true), (.shapeAndLevel, false)] {
            let query = try Self.query(record, 300, 30, measure)
            let distances = query.distances(in: record.segments[0], usual: record.usual)
            #expect(distances[1_500] < 0.1)
            #expect((distances[2_400] < 0.3) == isNear)
        }
    }

    @Test("A device of another usual level matches at its own deviation from that")
    func usual() throws {
        let shape = Self.ramp(30, 8)
        let own = Self.record(
            Self.adding(shape, to: Self.noise(1_000, seed: 20, scale: 0.3), at: [400]))
        let other = Self.record(
            Self.adding(
                shape, to: Self.noise(1_000, seed: 21, scale: 0.3).map { $0 + 500 }, at: [70]))
        let found = SubsequenceSearch(try Self.query(own, 400, 30), limit: 1).search(other)
        #expect(found.matches.first.map { abs($0.start - 70) <= 1 && $0.distance < 0.2 } == true)
    }

    @Test("Constant readings are flat: alike with each other, apart from any course")
    func constant() throws {
        let record = Self.record([Double](repeating: 5, count: 100))
        let query = try Self.query(record, 10, 20)
        let distances = query.distances(in: record.segments[0], usual: record.usual)
        #expect(distances.allSatisfy { $0 == 0 })
        let moving = Self.record((0..<100).map { Double($0) })
        let others = query.distances(in: moving.segments[0], usual: [5])
        #expect(others.allSatisfy { $0 > 1 })
    }

    @Test("Stretches with long gaps are left out, short gaps are bridged")
    func gaps() throws {
        var values = Self.adding(
            Self.ramp(20, 9), to: Self.noise(200, seed: 30, scale: 0.1), at: [20, 120])
        values[125] = .nan
        values[128] = .nan
        for place in 60..<80 { values[place] = .nan }
        let record = Self.record(values)
        let query = try Self.query(record, 20, 20)
        let distances = query.distances(in: record.segments[0], usual: record.usual)
        #expect(distances[120] < 0.2)
        #expect(distances[60].isNaN && distances[50].isNaN && distances[75].isNaN)
        #expect(!distances[40].isNaN && !distances[80].isNaN)
    }

    @Test("There is no query of few steps, outside the record, or without readings")
    func none() {
        let record = Self.record(Self.noise(50, seed: 1), start: 100)
        func query(_ start: Int, _ length: Int) -> SubsequenceQuery? {
            SubsequenceQuery(
                of: record, from: start, length: length, noise: [1], measure: .shape)
        }
        #expect(query(100, 50) != nil)
        #expect(query(100, 7) == nil && query(100, 51) == nil && query(99, 10) == nil)
        #expect(query(145, 10) == nil && query(100, 0) == nil && query(100, -3) == nil)
        let empty = Self.record([Double](repeating: .nan, count: 50))
        #expect(
            SubsequenceQuery(of: empty, from: 0, length: 20, noise: [1], measure: .shape) == nil)
        let longer = SubsequenceQuery(
            of: record, from: 100, length: 40, noise: [1], measure: .shape)
        let short = Self.record(Self.noise(39, seed: 2))
        #expect(
            longer.map { SubsequenceSearch($0, limit: 5).search(short).matches.isEmpty } == true)
    }

    @Test("The noise of a fleet is that of its differences, and never 0")
    func noiseLevels() {
        let records = (1...5).map { Self.record(Self.noise(2_000, seed: $0, scale: 3)) }
        let levels = ReadingNoise.levels(of: records, readings: 1)
        #expect(abs(levels[0] - 3) < 0.2)
        let constant = ReadingNoise.levels(
            of: [Self.record([Double](repeating: 40, count: 10))], readings: 1)
        #expect(constant[0] > 0 && constant[0] < 1e-3)
        let empty = ReadingNoise.levels(of: [SteppedRecord([], readings: 2)], readings: 2)
        #expect(empty.allSatisfy { $0 > 0 })
    }
}

@Suite("The parts of the search for subsequences")
struct SubsequencePartTests {
    @Test("Least values keep their distance", arguments: [1, 2, 7, 300])
    func minima(_ apart: Int) {
        var generator = SeededGenerator(seed: 4)
        let values = (0..<1_500).map { place in
            place % 11 == 3 ? Double.nan : Double(Int.random(in: 0..<50, using: &generator))
        }
        // The plainest way: the least that is left, again and again.
        var rest = values
        var wanted: [Int] = []
        while wanted.count < 30 {
            let left = rest.indices.filter { !rest[$0].isNaN }
            guard let place = left.min(by: { (rest[$0], $0) < (rest[$1], $1) }) else { break }
            wanted.append(place)
            for index in rest.indices where abs(index - place) < apart { rest[index] = .nan }
        }
        #expect(SeparateMinima.places(in: values, limit: 30, apart: apart) == wanted)
    }

    @Test("There are none without values")
    func noMinima() {
        #expect(SeparateMinima.places(in: [], limit: 3, apart: 2).isEmpty)
        #expect(SeparateMinima.places(in: [.nan, .nan], limit: 3, apart: 2).isEmpty)
        #expect(SeparateMinima.places(in: [2, 1], limit: 3, apart: 0) == [1, 0])
    }

    @Test("Products along a series are those of the definition", arguments: [1, 3, 33, 70])
    func products(_ length: Int) {
        let values = (0..<70).map { Double(($0 * 37) % 23) - 11 }
        let pattern = (0..<length).map { Double(($0 * 5) % 7) - 3 }
        let wanted = (0...(70 - length)).map { place in
            pattern.indices.reduce(0.0) { $0 + pattern[$1] * values[place + $1] }
        }
        #expect(SlidingProducts.products(of: pattern, along: values) == wanted)
        #expect(SlidingProducts.products(of: [], along: values).isEmpty)
        #expect(SlidingProducts.products(of: [1, 2], along: [1]).isEmpty)
    }

    @Test("Moments do not drift, however large the values before were")
    func moments() {
        let values = (0..<4_000).map { $0 < 3_000 ? 1e6 * Double($0 % 17) : Double($0 % 5) }
        let moments = WindowMoments(values, length: 25)
        for place in [3_200, 3_500, 3_975] {
            let window = Array(values[place..<(place + 25)])
            #expect(abs(moments.means[place] - Statistics.mean(window)) < 1e-9)
            let deviation = Statistics.standardDeviation(window, degreesOfFreedom: 0)
            #expect(abs(moments.deviations[place] - deviation) < 1e-9)
        }
        #expect(WindowMoments([1, 2], length: 3).means.isEmpty)
    }

    @Test("A distribution tells shares and quantiles, and counts no NaN")
    func distribution() {
        var distribution = DistanceDistribution()
        #expect(distribution.quantile(0.5).isNaN && distribution.share(upTo: 1) == 0)
        #expect(distribution.limit < 0)
        for place in 0..<1_000 { distribution.add(Double(place) / 500) }
        distribution.add(.nan)
        distribution.add(.infinity)
        #expect(distribution.count == 1_001)
        #expect(abs(distribution.quantile(0.5) - 1) < 0.01)
        #expect(abs(distribution.share(upTo: 0.5) - 0.25) < 0.01)
        #expect(distribution.share(upTo: -1) < 0.01 && distribution.share(upTo: 9) == 1)
        var twice = distribution
        twice.add(distribution)
        #expect(twice.count == 2_002 && twice.quantile(0.5) == distribution.quantile(0.5))
    }
}
