package import Reports
package import Values

extension Sample {
    package var overview: OverviewReport {
        let count = deviceCount
        var random = random
        let isCalm = kind == .constant || kind == .empty || kind == .noTime
        let critical = isCalm ? 0 : min(5, count)
        let warning = isCalm ? 0 : max(0, min(18, count - 5))
        let rows = (0..<count).map { row($0, critical, warning, &random) }
        let asOf = range.upperBound
        let headline = OverviewReport.Headline(
            critical: critical, warning: warning, total: count, out: isCalm ? 0 : min(27, count),
            ordinaryOut: isCalm ? nil : 14, asOf: asOf, worst: isCalm ? nil : rows.first,
            finding: findings.first)
        return OverviewReport(
            headline: headline, cards: cards, devices: kind == .noTime ? [] : rows,
            attributes: attributeName.map { [$0] } ?? [], changes: kind == .empty ? [] : findings,
            lanes: lanes,
            rates: codes.isEmpty ? [] : [rate(.error, mean: 0.107), rate(.failure, mean: 0.02)],
            breakdowns: breakdowns, byAttribute: byAttribute, severities: severities,
            missingData: missingData)
    }

    package func row(
        _ index: Int, _ critical: Int, _ warning: Int, _ random: inout SampleRandom
    ) -> OverviewReport.DeviceRow {
        let status: Status =
            index < critical ? .critical : index < critical + warning ? .warning : .ok
        let health = max(3, 39 + Double(index) * 1.9)
        let isOpen = status != .ok
        let furthest = metrics.isEmpty ? nil : excursion(device(index), isOpen: isOpen)
        return OverviewReport.DeviceRow(
            device: device(index), status: status, health: min(100, health),
            trouble: isOpen ? trouble(device(index)) : nil, furthest: furthest,
            spark: metrics.isEmpty
                ? []
                : (0..<28).map { day in 100 + random.normal() * 2 + (day > 25 && isOpen ? 19 : 0) },
            errors: codes.isEmpty ? nil : Compared(current: Double(index % 7), previous: 3),
            failures: codes.isEmpty ? nil : Compared(current: Double(index % 2), previous: 1),
            mainLoss: isOpen && metrics.isEmpty
                ? HealthPart(rule: .errors(count: 7, fleetMedian: 2), points: 12, limit: 15) : nil,
            latest: metrics.map { isOpen && $0.index == 2 ? 119.24 : 100 + Double($0.index) },
            attributes: attributeName == nil ? [] : ["model\(index % 3 + 1)"])
    }

    /// What is told of each device.
    private var attributeName: String? { kind == .rich || kind == .manyDevices ? "model" : nil }

    /// One day, or one unit of other axes.
    package var step: Double { kind == .cycles || kind == .noTime ? 1 : 86_400 }

    package func excursion(_ device: DeviceRef, isOpen: Bool) -> Excursion {
        let end = range.upperBound
        return Excursion(
            device: device, metric: metrics[2], value: isOpen ? 119.24 : 104.2,
            z: isOpen ? 8.9 : 1.4, low: 91.2, high: 109.4, from: end - 2 * step, to: end,
            isOpen: isOpen)
    }

    package var cards: [OverviewReport.KPI] {
        guard kind != .empty else { return [] }
        var random = random
        func spark(_ mean: Double, _ spread: Double) -> [Double] {
            (0..<60).map { _ in max(0, mean + spread * random.normal()) }
        }
        guard !codes.isEmpty else {
            return [
                .init(.rows, value: 150), .init(.devices, value: Double(deviceCount)),
                .init(.metric(metrics[0]), value: 170.6, whole: 170.6, spark: spark(170, 2)),
                .init(.missing, value: 0.004, whole: 0.004), .init(.period, value: 149),
                .init(.labelledRows, value: 12, total: 150),
            ]
        }
        return [
            .init(
                .devicesOut, value: 27, total: Double(deviceCount), previous: 16, whole: 14,
                spark: spark(14, 4)),
            .init(.events(.error), value: 298, previous: 276, whole: 3_919, spark: spark(75, 10)),
            .init(.events(.failure), value: 54, previous: 55, whole: 761, spark: spark(14, 4)),
            .init(
                .timeBetweenFailures, value: 51.85, previous: 50.91, whole: 48, spark: spark(50, 5)),
            .init(.excursions, value: 212, previous: 188, whole: 2_632, spark: spark(50, 7)),
            .init(
                .health, value: 92, low: 5, middling: 18,
                spark: (0..<100).map { 100 - 61 * Double($0 * $0) / 10_000 }),
        ]
    }

    package var lanes: OverviewReport.Lanes? {
        guard !codes.isEmpty, deviceCount >= 2, kind != .eventsOnly else { return nil }
        var random = random
        let count = min(16, deviceCount)
        let values = (0..<count).map { row in
            slices.indices.map { column -> Double? in
                row == 3 && column < 8 ? nil : max(0, (random.normal() * 2 - 0.5).rounded())
            }
        }
        return OverviewReport.Lanes(
            measure: .troubles, width: width, slices: slices, devices: (0..<count).map(device),
            values: values,
            failures: (0..<count).map { row in
                slices.indices.filter { ($0 * 7 + row * 3) % 11 == 0 }
            }, counted: step)
    }

    package func rate(_ kind: EventKind, code: CodeRef? = nil, mean: Double) -> RateSeries {
        var random = SampleRandom(state: UInt64(code?.index ?? 40) + UInt64(mean * 1e6))
        let rates = slices.map { slice in
            max(0, mean * (1 + 0.16 * random.normal())) * (slice.isComplete ? 1 : 0.9)
        }
        let rolling = rates.indices.map { index in
            index < 4 ? Double.nan : rates[(index - 4)..<index].reduce(0, +) / 4
        }
        return RateSeries(
            kind: kind, code: code, width: width, slices: slices,
            counts: rates.map { Int($0 * 700) }, rates: rates, rolling: rolling, rollingSlices: 4,
            trend: TrendFigures(slopePercent: -0.02, low: -1.06, high: 0.76, p: 0.78, q: 0.85),
            mean: mean)
    }

    package var breakdowns: [CodeBreakdown] {
        guard !codes.isEmpty else { return [] }
        let errors = [1_010, 988, 838, 727, 356]
        let failures = [259, 192, 179, 131]
        return [breakdown(.error, errors), breakdown(.failure, failures)]
    }

    private func breakdown(_ kind: EventKind, _ counts: [Int]) -> CodeBreakdown {
        let total = counts.reduce(0, +)
        let items = zip(codes.filter { $0.kind == kind }, counts).map { code, count in
            CodeBreakdown.Item(
                code: code, count: count, share: Double(count) / Double(total),
                recent: Compared(current: Double(count / 14), previous: Double(count / 15)))
        }
        return CodeBreakdown(kind: kind, total: total, items: items, otherCount: 0, otherCodes: 0)
    }

    package var byAttribute: AttributeRates? {
        guard !codes.isEmpty, deviceCount >= 100 else { return nil }
        let mark = kind == .hostile ? Self.markup : ""
        return AttributeRates(
            attribute: "model" + mark, kind: .failure,
            groups: [
                .init(value: "model1" + mark, devices: 16, events: 189, perDevice: 11.81),
                .init(value: "model2", devices: 17, events: 168, perDevice: 9.88),
                .init(value: "model3", devices: 35, events: 221, perDevice: 6.31),
                .init(value: "model4", devices: 32, events: 183, perDevice: 5.72),
            ], p: 1e-9)
    }

    package var severities: [SeverityShare] {
        guard kind == .eventsOnly || kind == .hostile else { return [] }
        return [
            .init(
                name: "FATAL" + (kind == .hostile ? Self.markup : ""), count: 12, share: 0.004,
                isError: true),
            .init(name: "ERROR", count: 812, share: 0.276, isError: true),
            .init(name: "INFO", count: 2_120, share: 0.72, isError: false),
        ]
    }
}
