import Analysis
import Reports

/// Recognises a column that tells the end of each life as only somebody looking back could.
struct LifeColumn {
    /// Consecutive rows with the same value.
    fileprivate struct Run {
        let value: Double
        let rows: Range<Int>
    }

    fileprivate struct Life {
        let times: [Double]
        let end: Double
        let runs: [Run]
        var length: Double { end - (times.first ?? end) }
    }

    /// Distinct runs that a life must have; columns of few values are left to `LabelColumn`.
    private static let leastValues = 5
    /// Lives that are needed.
    private static let leastLives = 6
    /// Runs this many times as long as usual are dropped: a counter that stands at its limit.
    private static let longRun = 10
    /// How many times worse age alone must be, else the column may be a plain counter.
    private static let gain = 5.0
    /// Rows by which a column that knows the end may be wrong, beyond rounding.
    private static let exact = 0.15
    /// The share of a life by which a noisy column may be wrong, in the median.
    private static let foresight = 0.025
    /// Lives of a first look, and the rank correlation with time that it requires.
    private static let glance = (lives: 8, correlation: 0.7)

    private let lives: [Life]
    /// The time between two rows.
    private let step: Double
    /// The decimal step in which the column is written; 0 if finer than 10⁻⁶.
    private let resolution: Double

    /// - Parameter step: The time between two rows, above 0.
    init(_ tracks: [DeviceTrack], metric: Int, step: Double) {
        let all = tracks.flatMap { track in
            track.lives.map { life in
                Life(
                    times: Array(track.times[life.rows]), end: life.end,
                    runs: Self.runs(track.columns[metric][life.rows]))
            }
        }
        let lengths = all.flatMap { $0.runs.map { Double($0.rows.count) } }
        let limit = Double(Self.longRun) * Statistics.median(lengths)
        let moving = all.map { life in
            Life(
                times: life.times, end: life.end,
                runs: life.runs.filter { Double($0.rows.count) <= limit })
        }
        let usable = moving.filter { $0.runs.count >= Self.leastValues }
        lives = usable.count * 5 >= all.count * 3 ? usable : []
        self.step = step
        resolution = Self.resolution(lives.flatMap { $0.runs.map(\.value) })
    }

    /// The largest power of ten, from 1 to 10⁻⁶, that all values are multiples of; 0 where there is
    /// none.
    private static func resolution(_ values: [Double]) -> Double {
        for step in [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6] {
            let isWhole = values.allSatisfy {
                abs($0 / step - ($0 / step).rounded()) <= 1e-6 * max(1, abs($0))
            }
            if isWhole { return step }
        }
        return 0
    }

    private static func runs(_ values: ArraySlice<Double>) -> [Run] {
        var runs: [Run] = []
        for (row, value) in values.enumerated() where value.isFinite {
            if let last = runs.last, last.value == value, last.rows.upperBound == row {
                runs[runs.count - 1] = Run(value: value, rows: last.rows.lowerBound..<row + 1)
            } else {
                runs.append(Run(value: value, rows: row..<row + 1))
            }
        }
        return runs
    }

    /// What gives the column away; nil for one that could have been measured.
    ///
    /// - Complexity: O(rows × log rows).
    var evidence: BackTest.Evidence? {
        guard lives.count >= Self.leastLives, isRelated else { return nil }
        let age = EndRelation(points(value: { $0.age($1) }, clock: { $0.left($1) })).median
        guard age >= Self.gain else { return nil }
        let time = EndRelation(points(value: { $1.value }, clock: { $0.left($1) }))
        if time.median <= 1, time.upper <= 2.5, age >= Self.gain * time.median {
            return countdown ?? .timeToEnd
        }
        if isForesight(time), age >= 4 * time.median { return .timeToEnd }
        // A life may be taken to begin with its first row, or one row before it. A limit reached
        // naturally is passed by up to a row: only who knows the end hits it.
        let isShare = [0, step].contains { start in
            EndRelation(
                points(
                    value: { $1.value }, clock: { $0.left($1) / ($0.length + start) },
                    isShare: true)
            ).upper <= Self.exact
        }
        return isShare || meetsEnd ? .shareOfLife : nil
    }

    /// Whether each life is a straight line, of whatever slope, that reaches the same value exactly
    /// at its end or always the same time before: a row stands at the beginning of its stretch of
    /// time.
    private var meetsEnd: Bool {
        let lines = lives.compactMap(line)
        let slope = Statistics.mean(lines.map(\.slope))
        let end = Statistics.mean(lines.map(\.end))
        let spread = lines.reduce(0) { $0 + ($1.slope - slope) * ($1.slope - slope) }
        let common = lines.reduce(0) { $0 + ($1.slope - slope) * ($1.end - end) }
        let shift = spread > 0 ? max(-1, min(1, common / spread)) : 0
        let met = lines.count {
            abs($0.end - end - shift * ($0.slope - slope)) <= slack(of: $0.slope)
        }
        return met * 10 >= lives.count * 9
    }

    /// Slope per row and value at the end of a life that is a straight line; nil for others, and
    /// for those written too coarsely to tell.
    private func line(_ life: Life) -> (slope: Double, end: Double)? {
        guard let first = life.runs.first, let last = life.runs.last else { return nil }
        let rows = (life.middle(last) - life.middle(first)) / step
        let slope = (last.value - first.value) / max(rows, 1)
        guard slope != 0, resolution <= abs(slope) else { return nil }
        let isStraight = life.runs.allSatisfy { run in
            let told = first.value + slope * (life.middle(run) - life.middle(first)) / step
            return abs(run.value - told) <= slack(of: slope)
        }
        return isStraight ? (slope, last.value + slope * life.left(last) / step) : nil
    }

    private func slack(of slope: Double) -> Double { Self.exact * abs(slope) + resolution }

    /// Whether the column tells the time to the end within a few per cent of a life, and does so
    /// from the first row on: nothing measured on a new unit tells how long it will last.
    private func isForesight(_ time: EndRelation) -> Bool {
        let life = Statistics.median(lives.map(\.length)) / step
        guard time.median <= Self.foresight * life, time.upper <= 3 * Self.foresight * life else {
            return false
        }
        let starts = lives.map { Statistics.median($0.runs.prefix(5).map(\.value)) }
        return abs(Statistics.pearson(starts, lives.map(\.length))) >= 0.9
    }

    /// A cheap first look that rules out most sensors.
    private var isRelated: Bool {
        let found = lives.prefix(Self.glance.lives).map { life in
            abs(
                Statistics.pearson(
                    Statistics.ranks(life.runs.map(\.value)),
                    life.runs.map { Double($0.rows.lowerBound) }))
        }
        return Statistics.median(found) >= Self.glance.correlation
    }

    private func points(
        value: (Life, Run) -> Double, clock: (Life, Run) -> Double, isShare: Bool = false
    ) -> [EndRelation.Point] {
        lives.enumerated().flatMap { place, life in
            life.runs.enumerated().map { index, run in
                EndRelation.Point(
                    value: value(life, run), clock: clock(life, run), life: place,
                    scale: (isShare ? life.length : 1) / step, slack: slack(life, index))
            }
        }
    }

    /// Rows over which the column changes by no more than its rounding.
    private func slack(_ life: Life, _ index: Int) -> Double {
        let (first, last) = (max(0, index - 1), min(life.runs.count - 1, index + 1))
        let change = abs(life.runs[last].value - life.runs[first].value)
        let rows = (life.middle(life.runs[last]) - life.middle(life.runs[first])) / step
        return change > 0 ? resolution * rows / change : 0
    }

    /// Evidence of the same change from row to row in all lives, and the same value at their ends;
    /// nil without it.
    private var countdown: BackTest.Evidence? {
        let changes = lives.flatMap { life in
            zip(life.runs, life.runs.dropFirst()).compactMap { first, second -> Double? in
                let width = life.middle(second) - life.middle(first)
                return width > 0 ? (second.value - first.value) / width * step : nil
            }
        }
        let change = Statistics.median(changes)
        let ends = lives.compactMap { life in
            life.runs.last.map { $0.value + change * life.left($0) / step }
        }
        let end = Statistics.median(ends)
        let isEven =
            changes.count { abs($0 - change) <= 0.01 * abs(change) } * 10 >= changes.count * 9
        let isShared = ends.count { abs($0 - end) <= abs(change) } * 10 >= ends.count * 9
        guard change != 0, isEven, isShared else { return nil }
        // Within one row of 0 it is 0: when within that row the life ended is not known.
        return .countdown(step: change, end: abs(end) < abs(change) ? 0 : end)
    }
}

extension LifeColumn.Life {
    fileprivate func middle(_ run: LifeColumn.Run) -> Double {
        (times[run.rows.lowerBound] + times[run.rows.upperBound - 1]) / 2
    }

    fileprivate func left(_ run: LifeColumn.Run) -> Double { end - middle(run) }

    fileprivate func age(_ run: LifeColumn.Run) -> Double { middle(run) - (times.first ?? end) }
}
