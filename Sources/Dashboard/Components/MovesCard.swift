internal import Markup
import Reports
import Wording

/// Which units changed their group since the data set was read before.
struct MovesCard {
    let page: PageContext
    let report: ClusterReport
    let moves: ClusterReport.Moves

    /// Further ones are only counted.
    static let limit = 20

    func card(_ span: Span) -> Markup {
        let words = page.phrases.moves(moves, report)
        let members = Dictionary(
            report.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let table = Table(
            caption: words.title,
            columns: [
                .init(title: page.phrases.unitColumn(report.unit)),
                .init(title: page.label(.movedFrom)), .init(title: page.label(.movedTo)),
            ],
            rows: moves.moved.prefix(Self.limit).map { move in
                [
                    .init(members[move.name].map(page.member) ?? Markup(move.name)),
                    .init(page.phrases.groupName(move.from)),
                    .init(page.phrases.groupName(move.to)),
                ]
            })
        return page.card("h-moves", span, words) {
            if !moves.moved.isEmpty { page.table(table) }
        }
    }
}
