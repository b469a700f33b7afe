import Dashboard
import HTTP
import Markup
import Reports
import Values
import Wording

/// The addresses visited in each walk through a set.
struct FleetAddresses {
    let set: String
    /// The snapshot of the whole set; `nil` where it cannot be read.
    let snapshot: Snapshot?

    /// Pages in all languages, then other choices, then downloads.
    var all: [String] {
        pages + choices.map(\.text) + downloads
    }

    private var query: PageQuery {
        var query = PageQuery()
        query.set = set
        return query
    }

    private var pages: [String] {
        Language.allCases.flatMap { language in
            Page.allCases.map { page in
                query.link(to: page) { $0.language = language }.text
            }
        }
    }

    private var downloads: [String] {
        let period = periods.first
        return Download.allCases.flatMap { download in
            [(nil, .csv), (period, .csv), (nil, .xlsx)].map { period, format in
                query.link(downloading: download, as: format) { $0.period = period ?? .all }.text
            }
        }
    }

    /// Other periods and devices, a code, numbers of groups, DBSCAN, HDBSCAN.
    private var choices: [URLReference] {
        let focused = devices.flatMap { name in
            [Page.diagnostics, .rows].map { page in query.link(to: page) { $0.focus = name } }
        }
        let filtered = [Page.overview, .clusters, .trends, .diagnostics].flatMap { page in
            periods.map { period in query.link(to: page) { $0.period = period } }
                + devices.suffix(1).map { name in query.link(to: page) { $0.devices = [name] } }
                + codes.map { code in query.link(to: page) { $0.codes = [code] } }
        }
        return focused + filtered
            + groupings.map { choice in
                query.link(to: .clusters) { $0.clusters = choice }
            }
    }

    private var devices: [String] {
        let rows = snapshot?.overview.devices ?? []
        return [rows.first, rows.last].compactMap { $0?.device.name }
    }

    private var codes: [String] { snapshot?.context.codes.first.map { [$0.name] } ?? [] }

    /// The end of the data, and its middle half by two bounds.
    private var periods: [PageQuery.Period] {
        guard let context = snapshot?.context else { return [.last(Stretch(24, .hours))] }
        let range = context.range
        let quarter = (range.upperBound - range.lowerBound) / 4
        let (from, to) = (range.lowerBound + quarter, range.upperBound - quarter)
        guard case .time = context.axis else {
            return [
                .last(Stretch(50, .steps)),
                .between(.number(from.rounded()), .number(to.rounded())),
            ]
        }
        return [
            .last(Stretch(24, .hours)),
            .between(
                .moment(CivilTime(secondsSince1970: from)), .moment(CivilTime(secondsSince1970: to))
            ),
        ]
    }

    private var groupings: [ClusterChoice] {
        [
            ClusterChoice(k: 2), ClusterChoice(k: 5), ClusterChoice(algorithm: .dbscan),
            ClusterChoice(algorithm: .hdbscan),
            ClusterChoice(scaling: .robust), ClusterChoice(features: .readings),
            ClusterChoice(features: .events), ClusterChoice(units: .devices),
            ClusterChoice(units: .windows),
        ]
    }
}
