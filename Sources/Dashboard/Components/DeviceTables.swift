internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// Codes against the fleet, excursions, and devices that are alike.
struct DeviceTables {
    let page: PageContext
    let report: DiagnosticReport
    let context: ReportContext

    func add(to grid: inout CardGrid) {
        if !report.codes.isEmpty { grid.half(codes) }
        if !report.signals.isEmpty { grid.half(excursions) }
    }

    private func codes(_ span: Span) -> Markup {
        let words = page.phrases.deviceCodes(report, context)
        let hasRecent = report.codes.contains { $0.recent != nil }
        var columns: [Table.Column] = [
            .init(title: page.label(.code)), .init(title: page.label(.kind)),
            .init(title: page.label(.count), isNumber: true),
            .init(title: page.label(.mean), isNumber: true),
        ]
        if hasRecent, let span = context.recent {
            columns.append(
                .init(title: page.phrases.recentHead(span), isNumber: true, isOptional: true))
            columns.append(.init(title: page.label(.before), isNumber: true, isOptional: true))
        }
        let rows = report.codes.prefix(24).map { code -> [Table.Cell] in
            var cells: [Table.Cell] = [
                .init(page.phrases.code(code.code)), .init(page.phrases.events(code.code.kind, 1)),
                page.cells.count(code.count), page.cells.figure(code.fleetMean),
            ]
            if hasRecent {
                cells.append(page.cells.card(code.recent?.current))
                cells.append(page.cells.card(code.recent?.previous))
            }
            return cells
        }
        return page.card("h-codes", span, words) {
            page.table(Table(caption: words.title, columns: columns, rows: rows, style: .dense))
        }
    }

    private func excursions(_ span: Span) -> Markup {
        let words = page.phrases.excursions(report)
        let rows = report.excursions.prefix(Self.excursionLimit).map { excursion -> [Table.Cell] in
            let placed = page.format.placed(
                excursion.value, low: excursion.low, high: excursion.high)
            let unit = excursion.metric.unit.map { " " + $0 } ?? ""
            let link = page.query.link(to: .rows) {
                $0.focus = report.row.device.name
                $0.since = page.edge(excursion.from)
                $0.until = page.edge(excursion.to)
            }
            return [
                .init(element("a", [.href(link)], text: page.format.shortMoment(excursion.from))),
                .init(excursion.metric.name),
                .init(placed.value + unit, value: .number(excursion.value)),
                .init(page.phrases.fromTo(placed.low, placed.high)),
                .init(page.phrases.sigmas(signed: excursion.z)),
                .init(
                    excursion.isOpen
                        ? page.phrases.openUntil()
                        : page.format.length(excursion.to - excursion.from)),
            ]
        }
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.label(.from)), .init(title: page.label(.reading)),
                .init(title: page.label(.value), isNumber: true),
                .init(title: page.label(.expected), isNumber: true, isOptional: true),
                .init(title: "σ", isNumber: true), .init(title: page.label(.duration)),
            ], rows: rows, style: .dense)
        return page.card("h-exc", span, words) {
            if !rows.isEmpty { page.table(table) }
        }
    }

    static let excursionLimit = 12

    func alike(_ span: Span) -> Markup {
        let words = page.phrases.alike(report)
        let hasFailures = report.alike.contains { $0.failures != nil }
        var columns: [Table.Column] = [
            .init(title: page.label(.device)), .init(title: page.label(.status)),
        ]
        if hasFailures { columns.append(.init(title: page.label(.failures), isNumber: true)) }
        columns.append(.init(title: page.label(.distance), isNumber: true))
        let rows = report.alike.map { other -> [Table.Cell] in
            var cells: [Table.Cell] = [
                .init(page.device(other.device)), .init(page.status(other.status)),
            ]
            if hasFailures {
                cells.append(page.cells.count(other.failures))
            }
            cells.append(page.cells.fixed(other.distance, 2))
            return cells
        }
        return page.card("h-like", span, words) {
            if !rows.isEmpty {
                page.table(Table(caption: words.title, columns: columns, rows: rows))
            }
            if !report.attributes.isEmpty {
                element("dl", [.class("kv", "gapt")]) {
                    for attribute in report.attributes.prefix(12) {
                        element("dt", text: attribute.name)
                        element("dd", text: attribute.value)
                    }
                }
            }
        }
    }
}

extension PageContext {
    /// A time of the axis as a bound in an address; nil unless it is finite.
    func edge(_ time: Double) -> Edge? {
        guard time.isFinite else { return nil }
        if case .time = format.axis { return .moment(format.zone.civil(time)) }
        return .number(time)
    }
}
