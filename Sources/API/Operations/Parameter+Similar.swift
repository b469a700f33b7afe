extension Parameter {
    /// The choices of a search for similar stretches.
    private static let choices = [
        Parameter(
            name: "measure", about: "What counts as alike: shape and level, or shape alone.",
            schema: .choice(["level", "shape"])),
        Parameter(
            name: "readings",
            about: "Only this reading; may be repeated. Without it those that left their course.",
            schema: .text()),
    ]

    /// The stretch of which similar ones are wanted.
    static let stretch =
        [
            Parameter(
                name: "from",
                about: "Begin of the stretch; without it that of the device's gravest episode.",
                schema: .text()),
            Parameter(
                name: "to", about: "Its end; the day of a date belongs to it.", schema: .text()),
        ] + choices + [language]

    /// The same for the page.
    static let similar =
        [
            Parameter(
                name: "like", about: "A stretch of which similar ones are shown: from..to.",
                schema: .text())
        ] + choices
}
