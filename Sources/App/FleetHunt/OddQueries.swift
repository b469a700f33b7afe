import Dashboard
import Wording

/// What people, old bookmarks and scanners put into addresses.
enum OddQueries {
    private static let queries = [
        "from=9999-12-31&to=0001-01-01", "from=0001-01-01&to=9999-12-31", "from=1e15&to=-1e15",
        "from=5&to=5", "to=1970-01-01T00:00:01", "period=1000000000y", "period=1n", "period=1h",
        "window=1h", "window=1000000000", "page=1000000", "page=2", "offset=1000000000000",
        "offset=1", "k=12", "k=2&scaling=robust&features=events&units=windows",
        "algorithm=dbscan&eps=1e-9&minSamples=1", "algorithm=dbscan&eps=1e9&minSamples=1000",
        "algorithm=dbscan&units=windows", "algorithm=hdbscan&minSamples=1", "group=10000",
        "group=0", "group=none", "across=x&up=y",
        "device=%3Cb%3E&code=%22", "device=nobody", "code=nothing", "focus=nobody",
        "file=none.csv", "since=9999-12-31T23:59&until=0001-01-01T00:00", "since=-1e15&until=1e15",
        "missed=1e300&needless=1e-300", "lang=xx&theme=none&refresh=1",
    ]

    /// An address for each query; `number` decides which pages they go to.
    static func addresses(_ number: Int, in set: String) -> [String] {
        let pages = Page.allCases
        return queries.indices.map { index in
            "\(pages[(index + number) % pages.count].path)?set=\(set)&\(queries[index])"
        }
    }
}
