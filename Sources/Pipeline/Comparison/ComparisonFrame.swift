import Reports
import Telemetry
import Values

/// A question about a comparison made precise for one set: which devices in which times, and the
/// blocks in which they are compared.
struct ComparisonFrame {
    let against: ComparisonQuestion.Against
    let alignment: ComparisonQuestion.Alignment
    private(set) var sides: [ComparisonReport.Side] = []
    private(set) var missing: [String] = []
    /// Indices of the devices that all sides are about; empty where each side names its own.
    private(set) var fleet: [Int] = []
    let block: Double
    let blocks: Int
    /// Steps of the lines that are drawn.
    let step: Double
    let steps: Int

    private static let leastBlocks = 24.0
    /// Of longer periods a block is several weeks, since an address may ask for millions of years.
    private static let mostBlocks = 2_000.0
    private static let drawnSteps = 400.0
    /// Lengths of blocks, whole parts of a day or of a week so that what is alike each day or week
    /// falls together.
    private static let lengths: [Double] =
        NiceStep.seconds.filter { 86_400.truncatingRemainder(dividingBy: $0) == 0 } + [week]
    private static let week = 7 * 86_400.0

    /// - Throws: What the source throws.
    init(
        _ question: ComparisonQuestion, _ source: any TelemetrySource, whole: ClosedRange<Double>
    ) throws {
        let catalog = source.catalog
        let places = Dictionary(
            catalog.devices.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first })
        let named = question.devices.compactMap { places[$0] }
        missing = question.devices.filter { places[$0] == nil }
        against = Self.against(question, named: named.count)
        let plan = SidePlan(source: source, whole: whole, question: question)
        switch against {
        case .period:
            fleet = question.devices.isEmpty ? Array(catalog.devices.indices) : named
            let only = fleet.count == 1 ? fleet.first : nil
            // Each device has its own last repair, so only one can be looked at before and after.
            if let only, let kind = question.alignment.event {
                alignment = question.alignment
                sides = try plan.around(kind, of: only)
                if sides.isEmpty { missing.append(catalog.devices[only].name) }
            } else {
                alignment = .time
                sides = plan.periods(of: only)
            }
        case .group:
            alignment = .time
            sides = plan.group(of: named.first)
        case .devices:
            alignment = question.alignment
            let found = try plan.devices(
                Array(named.prefix(ComparisonQuestion.deviceLimit)), alignment)
            sides = found.sides
            missing += found.lacking.map { catalog.devices[$0].name }
        }
        let length = sides.map { $0.to - $0.from }.min() ?? 0
        block = Self.block(length, catalog.axis)
        blocks = block > 0 ? max(1, Int(clamping: (length / block + 1e-9).rounded(.down))) : 0
        step = Self.step(length, catalog.axis)
        steps = step > 0 ? max(1, Int(clamping: (length / step).rounded(.up))) : 0
    }

    private static func against(
        _ question: ComparisonQuestion, named: Int
    ) -> ComparisonQuestion.Against {
        switch question.against {
        case .devices where named < 2: named == 1 ? .group : .period
        case .group where named != 1: named == 0 ? .period : .devices
        case let chosen?: chosen
        case nil: named == 0 ? .period : named == 1 ? .group : .devices
        }
    }

    private static func block(_ length: Double, _ axis: TimeAxis) -> Double {
        guard length > 0 else { return 0 }
        let most = length / leastBlocks * (1 + 1e-9)
        guard axis.isCalendar else {
            return max(axis.bucketWidth, length / leastBlocks)
        }
        let longest = lengths.last { $0 <= most } ?? most
        let weeks = (length / week / mostBlocks).rounded(.up)
        return max(weeks > 1 ? weeks * week : longest, axis.bucketWidth)
    }

    /// A step of the drawing that divides the day, so that its cycle is drawn as it is.
    private static func step(_ length: Double, _ axis: TimeAxis) -> Double {
        let least = length / drawnSteps
        guard axis.isCalendar else { return max(axis.bucketWidth, least) }
        return max(axis.bucketWidth, lengths.first { $0 >= least } ?? least)
    }
}
