import Reports
import Samples
import Values

@testable import Wording

/// Cases of all that a phrase table says, one chapter for each protocol of `Phrases`.
struct PhraseCases {
    /// An axis with the phrase table for it.
    struct Axis {
        let phrases: any Phrases
        let context: ReportContext
        /// The length of a day, or of one unit of other axes.
        let unit: Double
        var range: ClosedRange<Double> { context.range }
        var start: Double { range.lowerBound }
        var end: Double { range.upperBound }
    }

    let days, hours, cycles, rows: Axis
    var phrases: any Phrases { days.phrases }
    var everyAxis: [Axis] { [days, hours, cycles, rows] }

    init(_ language: Language) {
        func axis(_ context: ReportContext, _ unit: Double) -> Axis {
            let format = Formatting(context, language: language)
            return Axis(phrases: language.phrases(format), context: context, unit: unit)
        }
        let day = 86_400.0
        days = axis(Sample(.rich).context, day)
        var fine = Sample(.rich).context
        fine.axis = .time(zone: "Europe/Berlin", isStated: true)
        fine.zone = Zone(named: "Europe/Berlin") ?? .utc
        fine.resolution = 60
        hours = axis(fine, day)
        cycles = axis(Sample(.cycles).context, 1)
        rows = axis(Sample(.noTime).context, 1)
    }

    var chapters: [Chapter] {
        [
            frame, states, faults, setsAside, findings, overview, clusters, trends, diagnostics,
            comparisons, models, evaluations, imports, questions, looks, rowPages, workbooks, moves,
            schemas,
            bounds, episodes, predictions, versions, causes, similarities, parts, reports, compares,
        ]
    }

    /// The reference file.
    var text: String {
        chapters.map { chapter in
            let sayings = chapter.sayings.map { said in
                "## \(said.requirement)\n" + said.lines.map { $0 + "\n" }.joined()
            }
            return "# \(chapter.name)\n\n" + sayings.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

/// What cases are made of.
extension PhraseCases {
    /// Russian has three forms, and the first one again from 21 on.
    static let counts = [0, 1, 2, 5, 21]

    /// Every element of one list beside every one of another.
    static func pairs<A, B>(_ first: [A], _ second: [B]) -> [(A, B)] {
        first.flatMap { a in second.map { (a, $0) } }
    }

    /// A copy with something changed.
    static func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
        var value = value
        change(&value)
        return value
    }

    static let pump = DeviceRef(index: 0, name: "pump 1")
    static let numbered = (0..<8).map { DeviceRef(index: $0, name: "\($0 + 1)") }
    static let volt = MetricRef(index: 0, name: "volt", unit: nil)
    static let pressure = MetricRef(index: 2, name: "pressure", unit: "bar")
    static let codes = [
        code(0, .error, "error1"), code(1, .failure, "comp2"), code(2, .repair, "comp1"),
        code(3, .error, "12"), code(4, .error, ""), code(5, .other, "E-stop"),
    ]

    static func code(_ index: Int, _ kind: EventKind, _ name: String) -> CodeRef {
        CodeRef(index: index, kind: kind, name: name, rank: index)
    }
    static let widths: [TimeStep] = [.hour, .day, .week, .month, .width(10), .width(7_200)]
}
