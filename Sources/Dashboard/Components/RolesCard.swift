internal import Markup
import Reports
import Values
import Wording

/// What each column is taken for and why, as a form that corrects it.
///
/// The form sends `file`, and for the n-th column `column.n` (its name), `role.n` and `unit.n`; an
/// unchanged role is sent as it was guessed.
struct RolesCard {
    let page: PageContext
    let file: FileReport
    let correction: SchemaCorrection?

    var markup: Markup {
        var words = page.phrases.roles(file)
        words.note = page.phrases.columnsShown(
            min(Self.limit, file.schema.columns.count), of: file.schema.columns.count)
        return page.card("h-role", file.way == nil ? .twoThirds : .whole, words) {
            element(
                "form",
                [.class("gapt"), .fixed("method", "post"), page.sending(to: "/import/schema")]
            ) {
                if let set = page.input.dataset ?? page.report?.dataset { page.hidden("set", set) }
                page.hidden("file", file.name)
                page.table(table)
                if file.schema.shape == .events || file.schema.shape == .intervals { eventKind }
                element("p", [.class("steps", "gapt")]) {
                    page.button(page.label(.saveRoles))
                    element("span", [.class("sub")], text: page.label(.saveNote))
                }
            }
        }
    }

    /// Further columns are read, but cannot be corrected here.
    private static let limit = 200

    private var table: Table {
        Table(
            caption: page.label(.rolesTitle),
            columns: [
                .init(title: page.label(.column)),
                .init(title: page.label(.examples), isOptional: true),
                .init(title: page.label(.role)), .init(title: page.label(.unit), isOptional: true),
                .init(title: page.label(.reason)), .init(title: page.label(.fit), isNumber: true),
            ],
            rows: file.schema.columns.prefix(Self.limit).map { row($0, $0.index) },
            style: .wrapping)
    }

    private func row(_ column: ColumnSchema, _ index: Int) -> [Table.Cell] {
        let name = page.phrases.columnName(column.name)
        return [
            .init(
                Markup {
                    name
                    page.hidden("column.\(index)", column.name)
                }),
            .init(element("span", [.class("sub", "ex")], text: examples(column))),
            .init(role(column, name, index)), .init(unit(column, name, index)),
            .init(element("span", [.class("sub")], text: page.phrases.roleReason(column.reason))),
            page.cells.percent(column.fit),
        ]
    }

    private func examples(_ column: ColumnSchema) -> String {
        column.examples.prefix(3).map { String($0.prefix(24)) }.joined(separator: ", ")
    }

    private func role(_ column: ColumnSchema, _ name: String, _ index: Int) -> Markup {
        element(
            "select",
            [
                .class("sel"), .attribute("name", "role.\(index)"),
                .attribute("aria-label", page.phrases.roleOf(name)),
            ]
        ) {
            for role in ColumnRole.allCases {
                page.optionMarkup(
                    Option(role.rawValue, page.phrases.role(role), isSelected: role == column.role))
            }
        }
    }

    private func unit(_ column: ColumnSchema, _ name: String, _ index: Int) -> Markup {
        guard column.role == .metric else { return Markup("–") }
        return emptyElement(
            "input",
            [
                .fixed("type", "text"), .class("sel", "unit"), .attribute("name", "unit.\(index)"),
                .attribute("value", column.unit ?? ""), .fixed("maxlength", "40"),
                .attribute("placeholder", page.label(.notGiven)),
                .attribute("aria-label", page.phrases.unitOf(name)), .fixed("autocomplete", "off"),
            ])
    }

    private var eventKind: Markup {
        element("p", [.class("steps", "gapt")]) {
            page.select(
                "eventKind", page.label(.eventKind),
                EventKind.allCases.map {
                    Option(
                        $0.rawValue, page.phrases.eventKind($0),
                        isSelected: $0 == file.schema.eventKind)
                })
        }
    }
}
