package import Reports
package import Values

/// Reports made up for the tests: plausible figures from a fixed generator.
package struct Sample {
    /// What a data set is like.
    package enum Kind: String, CaseIterable {
        case rich, empty, noTime, oneDevice, manyDevices, cycles, eventsOnly, constant, hostile
    }
    package let kind: Kind
    package var random = SampleRandom(state: 7)

    package init(_ kind: Kind) { self.kind = kind }

    package static let start = 1_420_070_400.0  // 1 Jan 2015
    package static let end = start + 365 * 86_400 + 6 * 3_600

    package var deviceCount: Int {
        switch kind {
        case .empty: 0
        case .oneDevice: 1
        case .manyDevices: 10_000
        case .noTime: 150
        default: 100
        }
    }

    /// Text that would break a page that does not escape.
    package static let markup = "<b>\"x'&</b><script>alert(1)</script>"

    package func name(_ index: Int) -> String {
        kind == .hostile ? "\(index)" + Self.markup : "\(index + 1)"
    }

    package func device(_ index: Int) -> DeviceRef { DeviceRef(index: index, name: name(index)) }

    package var metrics: [MetricRef] {
        guard kind != .eventsOnly else { return [] }
        let names = ["volt", "rotate", "pressure", "vibration"]
        return names.enumerated().map { index, name in
            MetricRef(
                index: index, name: kind == .hostile ? name + Self.markup : name,
                unit: kind == .hostile ? Self.markup : index == 2 ? "bar" : nil)
        }
    }

    package var codes: [CodeRef] {
        guard kind != .noTime, kind != .constant else { return [] }
        let names: [(EventKind, String)] = [
            (.error, "error1"), (.error, "error2"), (.error, "error3"), (.error, "error4"),
            (.error, "error5"), (.failure, "comp2"), (.failure, "comp1"), (.failure, "comp4"),
            (.failure, "comp3"), (.repair, "comp1"), (.repair, "comp2"),
        ]
        var ranks: [EventKind: Int] = [:]
        return names.enumerated().map { index, code in
            let rank = ranks[code.0, default: 0]
            ranks[code.0] = rank + 1
            let name = kind == .hostile ? code.1 + Self.markup : code.1
            return CodeRef(index: index, kind: code.0, name: name, rank: rank)
        }
    }

    package var axis: TimeKind {
        switch kind {
        case .cycles: .cycle
        case .noTime: .row
        default: .time(zone: "UTC", isStated: false)
        }
    }

    package var range: ClosedRange<Double> {
        switch kind {
        case .cycles: 1...362
        case .noTime: 0...150
        default: Self.start...Self.end
        }
    }

    package var recent: ReportContext.RecentSpan? {
        guard kind != .noTime, kind != .empty else { return nil }
        let length = kind == .cycles ? 36.0 : 28 * 86_400
        let end = range.upperBound
        return .init(from: end - length, to: end, previousFrom: end - 2 * length)
    }

    package var context: ReportContext {
        ReportContext(
            dataset: kind == .hostile ? Self.markup : "azure_pdm", fileCount: 6, rows: 87_766,
            rowsRefused: kind == .hostile ? 3 : 0, cellsRefused: kind == .hostile ? 12 : 0,
            fingerprint: "40d10cde46187dd8", axis: axis, zone: .utc,
            resolution: kind == .cycles || kind == .noTime ? 1 : 86_400, range: range,
            period: range, isPeriodChosen: false, recent: recent, deviceCount: deviceCount,
            devicesShown: deviceCount, deviceNames: (0..<min(deviceCount, 500)).map(name),
            metrics: metrics, codes: codes, codesShown: nil)
    }

    package var missingData: MissingData {
        MissingData(
            time: kind == .noTime, metrics: kind == .eventsOnly, events: codes.isEmpty,
            failures: codes.isEmpty, devices: kind == .noTime)
    }

    /// The weeks of the year, the last one not whole; steps of ten on other axes.
    package var slices: [TimeSlice] {
        if kind == .empty { return [] }
        if kind == .cycles {
            return (0..<37).map { index -> TimeSlice in
                let from = Double(index) * 10
                return TimeSlice(from: from, to: from + 10, isComplete: index < 36)
            }
        }
        let monday = Self.start - 3 * 86_400
        return (0..<53).map { week -> TimeSlice in
            let from = monday + Double(week) * 604_800
            return TimeSlice(from: from, to: from + 604_800, isComplete: week > 0 && week < 52)
        }
    }

    package var width: TimeStep { kind == .cycles ? .width(10) : .week }

    package var snapshot: Snapshot {
        Snapshot(
            version: "v1", context: context, overview: overview, clusters: clusters,
            trends: trends, imports: imports)
    }
}

/// A small generator with a fixed sequence.
package struct SampleRandom {
    package var state: UInt64

    /// 0 to 1.
    package mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(UInt64(1) << 31)
    }

    /// About a bell curve around 0 with a spread of 1.
    package mutating func normal() -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + next() }
    }
}
