internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// What the list of devices can tell of each of them.
struct DeviceColumns {
    let page: PageContext
    let report: OverviewReport
    let context: ReportContext
    /// What the rows at hand have, which decides about the columns that nobody chose.
    let parts: Parts

    private typealias Column = ColumnTable<AttentionRow>.Column

    /// Keys of the columns that hold a count and that of the span before.
    static let counted: Set<String> = ["errors", "failures"]

    /// The device first, then those that are usual, then its other attributes and readings.
    var all: [ColumnTable<AttentionRow>.Column] {
        var columns = [name, status, health]
        if let quantity = prediction?.quantity { columns.append(predicted(quantity)) }
        columns += [trouble, since]
        if !context.metrics.isEmpty { columns += [reading, spark] }
        if parts.knowsErrors {
            columns.append(counts("errors", .errors, \.errors, parts.hasErrors))
        }
        if parts.knowsFailures {
            columns.append(counts("failures", .failures, \.failures, parts.hasFailures))
        }
        columns += report.attributes.indices.map(attribute)
        return columns + context.metrics.indices.map(latest)
    }

    /// What a search looks at: names, states, troubles and attributes.
    func searched(_ line: AttentionRow) -> String {
        line.devices.map { row in
            let names = [row.device.name, page.phrases.device(row.device.name, atStart: true)]
            return (names + [status(row).plainText, said(row)] + row.attributes)
                .joined(separator: " ")
        }.joined(separator: " ")
    }

    private var prediction: FleetPrediction? { page.input.prediction.prediction }

    private var name: Column {
        Column(
            key: "device", heads: [.init(title: page.label(.device))],
            value: { .text($0.worst.device.name) }, cells: { line, _ in [.init(device(line))] })
    }

    private var status: Column {
        Column(
            key: "status", heads: [.init(title: page.label(.status))],
            value: { .number(-Double($0.worst.status.rawValue)) },
            cells: { line, _ in [.init(status(line.worst))] })
    }

    private var health: Column {
        Column(
            key: "health",
            heads: [
                .init(title: page.label(.health), isNumber: true),
                .init(title: "", isOptional: true),
            ],
            value: { .number($0.health.low) }, cells: { health($0, id: $1) })
    }

    private func predicted(_ quantity: FleetPrediction.Quantity) -> Column {
        Column(
            key: "prediction",
            heads: [
                .init(
                    title: page.phrases.predictionColumn(quantity), isNumber: true,
                    isOptional: true)
            ], isUsual: parts.hasPredictions, largestFirst: quantity != .life,
            value: { .number(parts.predictions[$0.worst.device]?.value ?? .nan) },
            cells: { line, _ in [.init(prediction(line, quantity))] })
    }

    private var trouble: Column {
        Column(
            key: "trouble", heads: [.init(title: page.label(.trouble))],
            isUsual: parts.hasTroubles,
            value: {
                .text($0.worst.trouble == nil && $0.worst.status == .ok ? "" : said($0.worst))
            },
            cells: { line, _ in [.init(said(line.worst))] })
    }

    private var since: Column {
        Column(
            key: "since", heads: [.init(title: page.label(.since), isOptional: true)],
            isUsual: parts.hasTroubles, value: { .number($0.worst.trouble?.from ?? .nan) },
            cells: { line, _ in
                let from = line.worst.trouble?.from
                let text = from.map(page.format.shortMoment) ?? NumberFormat.missing
                return [
                    .init(
                        element("span", [.class("nw")], text: text),
                        value: from.map { .moment($0) })
                ]
            })
    }

    private var reading: Column {
        Column(
            key: "reading",
            heads: [.init(title: page.label(.reading), isOptional: parts.hasTroubles)],
            isUsual: parts.hasReadings, value: { .text($0.worst.furthest?.metric.name ?? "") },
            cells: { line, _ in [.init(furthest(line, isStacked: parts.hasTroubles))] })
    }

    private var spark: Column {
        Column(
            key: "recent", heads: [.init(title: page.label(.spark), isOptional: true)],
            isUsual: parts.hasReadings, largestFirst: true,
            value: { .number(abs($0.worst.furthest?.z ?? .nan)) },
            cells: { [.init(spark($0.worst, id: $1))] })
    }

    private func counts(
        _ key: String, _ title: Label, _ figures: @escaping (AttentionRow) -> Compared?,
        _ isUsual: Bool
    ) -> Column {
        Column(
            key: key, heads: [.init(title: page.label(title), isNumber: true, isOptional: true)],
            isUsual: isUsual, largestFirst: true, value: { .number(figures($0)?.current ?? .nan) },
            cells: { line, _ in [pair(figures(line))] })
    }

    /// Whether a column is shown or sorted by; for others nobody need look at all devices.
    private func isAsked(_ key: String) -> Bool {
        let choice = page.query.table
        return choice.columns.contains(key) || choice.sort?.key == key
    }

    private func attribute(_ index: Int) -> Column {
        let name = report.attributes[index]
        let key = "attribute:" + name
        let isNumber =
            isAsked(key)
            && report.devices.allSatisfy { row in
                let text = row.attributes.value(at: index) ?? ""
                return text.isEmpty || Double(text) != nil
            }
        return Column(
            key: key, heads: [.init(title: name)], isUsual: false,
            value: { line in
                let text = line.worst.attributes.value(at: index) ?? ""
                return isNumber ? .number(Double(text) ?? .nan) : .text(text)
            },
            cells: { line, _ in
                let text = line.worst.attributes.value(at: index) ?? ""
                return [.init(text.isEmpty ? NumberFormat.missing : text)]
            })
    }

    /// The last value of a reading, whatever the trouble is about.
    private func latest(_ index: Int) -> Column {
        let metric = context.metrics[index]
        let key = "reading:" + metric.name
        let values = report.devices.lazy.map { $0.latest.value(at: index) ?? .nan }
        let decimals = isAsked(key) ? page.format.decimals(of: values) : nil
        return Column(
            key: key,
            heads: [.init(title: page.phrases.metricLabel(metric), isNumber: true)],
            isUsual: false, largestFirst: true,
            value: { .number($0.worst.latest.value(at: index) ?? .nan) },
            cells: { line, _ in
                let value = line.worst.latest.value(at: index)?.present
                return [
                    decimals.map { page.cells.fixed(value, $0) } ?? page.cells.reading(value)
                ]
            })
    }
}

extension DeviceColumns {
    /// What the rows at hand have to show.
    struct Parts {
        let hasReadings: Bool
        let hasTroubles: Bool
        let hasErrors: Bool
        let hasFailures: Bool
        let knowsErrors: Bool
        let knowsFailures: Bool
        let hasPredictions: Bool
        /// By device.
        let predictions: [DeviceRef: FleetPrediction.Row]

        /// - Parameter all: every device, of which `lines` are shown.
        init(
            _ lines: [AttentionRow], of all: [OverviewReport.DeviceRow],
            _ prediction: FleetPrediction?
        ) {
            let rows = lines.flatMap(\.devices)
            let predictions = Dictionary(
                (prediction?.rows ?? []).lazy.map { ($0.device, $0) },
                uniquingKeysWith: { first, _ in first })
            self.predictions = predictions
            hasPredictions = rows.contains { predictions[$0.device] != nil }
            hasReadings = rows.contains { $0.furthest != nil }
            hasTroubles = rows.contains { $0.trouble != nil || $0.status != .ok }
            hasErrors = rows.contains { $0.errors != nil }
            hasFailures = rows.contains { $0.failures != nil }
            knowsErrors = all.contains { $0.errors != nil }
            knowsFailures = all.contains { $0.failures != nil }
        }
    }
}
