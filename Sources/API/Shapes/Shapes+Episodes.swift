import Reports
import Values
import Wording

extension Shapes {
    /// A trouble with a beginning and an end.
    static let episode: Shape<Episode> = told.of { ToldEpisode($0) }

    /// The same under other names, and with the times of its own set.
    static let told = Shape(record.schema) { (told: ToldEpisode, json, context) in
        record.write(told, &json, told.report.map { context.about($0) } ?? context)
    }

    private static let record: Shape<ToldEpisode> = .object(
        "Episode", "A trouble with a beginning and, unless it goes on, an end.",
        [
            .text("id", "Stays the same as long as kind, devices, signals and beginning do.") {
                $0.episode.id
            },
            .field("device", "The device; a list for several, null for the whole fleet.", names) {
                $0.names
            },
            .field("group", "What the devices have in common: attribute and value.", group) {
                $0.episode.group
            },
            .field(
                "signals", "The readings that moved, in order, then the codes reported.",
                Shape<String>.text.list
            ) { $0.episode.subjects.map(\.name) },
            .moment("from", "When it began.") { $0.episode.from },
            .optionalMoment("to", "When it ended; null while it goes on.") { $0.episode.to },
            .flag("open", "Whether it goes on at the end of the data.") { $0.episode.isOpen },
            .field("kind", "The sort of trouble.", .choice) { $0.episode.kind },
            .number("severity", "0 to 100; see grade.") { $0.episode.severity },
            .field(
                "grade", "remark below 25, warning from 25, major from 50, critical from 75.",
                .choice { "\($0)" }
            ) { $0.episode.grade },
            .number(
                "actual",
                "Level of the first signal meanwhile, in its own unit; its scatter where that changed."
            ) {
                $0.episode.actual
            },
            .number("expected", "What that would have been without the trouble.") {
                $0.episode.expected
            },
            .sentence("sentence", "What is wrong.") { $0.sentence(in: $1) },
        ])

    /// The value by the attribute's name; null without a group.
    private static let group = Shape<Episode.Group?>(
        .optional(.map(.text()))
    ) { group, json, _ in
        guard let group else { return json.null() }
        json.object { json in
            json.name(group.attribute)
            json.text(group.value)
        }
    }

    /// One name as text, several as a list, none as null.
    private static let names = Shape<[String]>(
        .optional(.oneOf([.text(), .list(.text())]))
    ) { names, json, _ in
        switch names.count {
        case 0: json.null()
        case 1: json.text(names[0])
        default: json.array { json in for name in names { json.text(name) } }
        }
    }

    static let excursion: Shape<Excursion> = .object(
        "Excursion", "A reading beside its expected band.",
        [
            .field("device", "The device that was read.", device) { $0.device },
            .field("metric", "The reading.", metric) { $0.metric },
            .number("value", "The reading furthest from the band's centre.") { $0.value },
            .number("z", "Its distance in robust standard deviations, at most 99 either way.") {
                $0.z
            },
            .number("low", "Lower limit of the band at that reading.") { $0.low },
            .number("high", "Upper limit of the band at that reading.") { $0.high },
            .moment("from", "Start of the first slice outside.") { $0.from },
            .moment("to", "End of the last slice outside.") { $0.to },
            .flag("open", "Whether it is still outside at the end of the device's data.") {
                $0.isOpen
            },
        ])
}
