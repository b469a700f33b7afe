/// What a request may say in its path or query.
package struct Parameter: Sendable {
    /// Where it stands.
    package enum Place: String, Sendable { case path, query, header }

    package var name: String
    package var place = Place.query
    package var about: String
    package var schema: Schema
    package var isRequired: Bool { place == .path }

    /// Writes it as the OpenAPI document wants it.
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("name")
            json.text(name)
            json.name("in")
            json.text(place.rawValue)
            json.name("description")
            json.text(about)
            json.name("required")
            json.flag(isRequired)
            json.name("schema")
            schema.write(to: &json)
        }
    }
}

extension Parameter {
    static let set = Parameter(
        name: "set", place: .path, about: "The data set's name.", schema: .text())
    static let setOfPage = Parameter(
        name: "set", about: "The data set; without it the one that changed last.", schema: .text())
    static let device = Parameter(
        name: "device", place: .path, about: "The device's name.", schema: .text())
    static let language = Parameter(
        name: "lang", about: "The language of sentences.", schema: .choice(["en", "ru"]))
    static let limit = Parameter(
        name: "limit", about: "The most items of the answer, 1 to 10000; 1000 without it.",
        schema: .count)
    static let cursor = Parameter(
        name: "cursor", about: "Where to go on: the value of next in the answer before.",
        schema: .text())

    /// The filter of all pages.
    static let filter = [
        Parameter(
            name: "period", about: "The end of the data, such as 24h, 7d or 3mo.",
            schema: .text()),
        Parameter(
            name: "from", about: "Begin of the period: 2015-03-01, 2015-03-01T06:00, or a number.",
            schema: .text()),
        Parameter(
            name: "to", about: "Its end; the day of a date belongs to it.", schema: .text()),
        Parameter(
            name: "device", about: "Only this device; may be repeated.", schema: .text()),
        Parameter(
            name: "code", about: "Only events of this code; may be repeated.", schema: .text()),
        language,
    ]

    /// How units are grouped.
    static let clustering = [
        Parameter(
            name: "algorithm", about: "How groups are found.",
            schema: .choice(["kmeans", "hdbscan", "dbscan"])),
        Parameter(name: "k", about: "Number of clusters of k-means.", schema: .count),
        Parameter(name: "eps", about: "Radius of DBSCAN, in scaled features.", schema: .number),
        Parameter(
            name: "minSamples", about: "Neighbours of DBSCAN, least members of HDBSCAN.",
            schema: .count),
        Parameter(
            name: "features", about: "Which features are used.",
            schema: .choice(["all", "readings", "events"])),
        Parameter(
            name: "scaling", about: "How features are scaled.",
            schema: .choice(["standard", "robust"])),
        Parameter(
            name: "units", about: "What is grouped.",
            schema: .choice(["automatic", "devices", "windows"])),
    ]

    static let comparison = [
        Parameter(
            name: "against", about: "What the devices are compared with.",
            schema: .choice(["period", "devices", "group"])),
        Parameter(
            name: "align", about: "What time is counted from.",
            schema: .choice(["time", "start", "failure", "repair"])),
        Parameter(name: "by", about: "The attribute that makes a group.", schema: .text()),
        Parameter(
            name: "earlierFrom", about: "Start of the earlier period, as `from`.", schema: .text()),
        Parameter(
            name: "earlierTo", about: "End of the earlier period, as `to`.", schema: .text()),
    ]

    static let paging = [limit, cursor]
    static let window = Parameter(
        name: "window", about: "How much of the end of the period signals cover: 7d, all.",
        schema: .text())
}
