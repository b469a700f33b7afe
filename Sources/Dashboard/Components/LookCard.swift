internal import Charts
internal import Markup
import Reports
import Values
import Wording

/// A file that waits to be taken in: why it cannot be used, what it leaves open, what it covers,
/// its columns and its first rows.
struct LookCard {
    /// Writes times with the zone and precision of the file.
    private let page: PageContext
    private let stage: String
    private let number: Int
    private let file: LookReport.File

    init(page: PageContext, stage: String, number: Int, file: LookReport.File) {
        self.page = file.sample.map { page.writing(times: $0) } ?? page
        self.stage = stage
        self.number = number
        self.file = file
    }

    var markup: Markup {
        page.card("h-file-\(number)", .whole, page.phrases.look(file)) {
            if let error = file.error {
                page.notice(page.phrases.loadError(error), isInfo: false)
            }
            if let schema = file.schema {
                for problem in schema.notes where problem.isProblem {
                    page.notice(page.phrases.schemaNote(problem), isInfo: false)
                }
                let fields = [("stage", stage), ("file", "\(number)")]
                QuestionList(page: page, schema: schema, fields: fields).markup
                if let sample = file.sample {
                    facts(schema, sample)
                    rows(schema, sample)
                }
                columns(schema)
            }
        }
    }

    private func facts(_ schema: FileSchema, _ sample: LookReport.Sample) -> Markup {
        let range = schema.time == .rowNumber ? nil : sample.timeRange
        return element("dl", [.class("kv")]) {
            fact(.rows, page.phrases.lookRows(sample))
            fact(.covers, page.phrases.lookSpan(range, isWhole: sample.isWhole))
            fact(.devices, page.phrases.lookDevices(sample, schema.device))
        }
    }

    private func fact(_ label: Label, _ text: String) -> Markup {
        Markup {
            element("dt", text: page.label(label))
            element("dd", text: text)
        }
    }

    // MARK: - Rows

    private static let columnLimit = 40

    private func rows(_ schema: FileSchema, _ sample: LookReport.Sample) -> Markup {
        let hasTime = schema.time != .rowNumber
        let names = sample.columns.prefix(Self.columnLimit)
        let table = Table(
            caption: page.label(.lookRows),
            columns: [.init(title: page.label(.line), isNumber: true)]
                + (hasTime ? [.init(title: page.label(.time))] : [])
                + [.init(title: page.label(.device))]
                + names.map { .init(title: page.phrases.columnName($0)) },
            rows: sample.rows.map { row($0, hasTime: hasTime) }, style: .raw)
        let left = sample.columns.count - names.count
        return Markup {
            element("h3", [.class("gapt")], text: page.label(.lookRows))
            page.table(table)
            if left > 0 { element("p", [.class("note")], text: page.phrases.columnsLeftOut(left)) }
        }
    }

    private func row(_ row: LookReport.Row, hasTime: Bool) -> [Table.Cell] {
        let time = hasTime ? [Table.Cell(page.format.moment(row.time))] : []
        let name = row.device.isEmpty ? file.name : String(row.device.prefix(80))
        return [Table.Cell(page.format.count(row.line))] + time + [Table.Cell(name)]
            + row.cells.prefix(Self.columnLimit).map { Table.Cell(text($0)) }
    }

    private func text(_ cell: LookReport.Cell) -> String {
        switch cell {
        case .number(let value): value.isNaN ? NumberFormat.missing : page.format.exact(value)
        case .text(let text): text.isEmpty ? NumberFormat.missing : String(text.prefix(80))
        case .flag(let isSet): isSet ? page.phrases.yes() : page.phrases.no()
        }
    }

    // MARK: - Columns

    private static let schemaLimit = 200

    private func columns(_ schema: FileSchema) -> Markup {
        let count = schema.columns.count
        let table = Table(
            caption: page.label(.lookColumns),
            columns: [
                .init(title: page.label(.column)),
                .init(title: page.label(.examples), isOptional: true),
                .init(title: page.label(.role)), .init(title: page.label(.unit)),
                .init(title: page.label(.cellType)),
                .init(title: page.label(.reason), isOptional: true),
            ], rows: schema.columns.prefix(Self.schemaLimit).map(row), style: .wrapping)
        return Markup {
            element("h3", [.class("gapt")], text: page.label(.lookColumns))
            page.table(table)
            element("p", [.class("note")]) {
                page.phrases.columnsShown(min(Self.schemaLimit, count), of: count)
            }
        }
    }

    private func row(_ column: ColumnSchema) -> [Table.Cell] {
        let examples = column.examples.prefix(3).map { String($0.prefix(24)) }
        return [
            .init(page.phrases.columnName(column.name)),
            .init(
                element("span", [.class("sub", "ex")], text: examples.joined(separator: ", "))),
            .init(page.phrases.role(column.role)), .init(column.unit ?? NumberFormat.missing),
            .init(page.phrases.cellType(column.type)),
            .init(element("span", [.class("sub")], text: page.phrases.roleReason(column.reason))),
        ]
    }
}

extension PageContext {
    /// This page, writing times with the zone and precision of a file's sample.
    fileprivate func writing(times sample: LookReport.Sample) -> PageContext {
        let times =
            sample.rows.map(\.time)
            + [sample.timeRange?.lowerBound, sample.timeRange?.upperBound]
            .compactMap(\.self)
        let resolution =
            [86_400, 60].first { step in
                times.allSatisfy { ($0 / step).rounded() * step == $0 || $0.isNaN }
            } ?? 1
        let format = Formatting(
            axis: sample.axis, zone: sample.zone, resolution: resolution,
            end: sample.timeRange?.upperBound ?? 0, words: input.language.words,
            numbers: input.language.numbers)
        return PageContext(
            page: page, input: input, phrases: input.language.phrases(format), format: format)
    }
}
