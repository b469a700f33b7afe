import API
import HTTP

/// Counts requests as their answers are sent. The thread that owns the sockets counts, any other
/// reads; neither waits for the other.
final class RequestCounters: Sendable {
    /// Upper bounds of the histogram's buckets, in seconds.
    static let bounds = [
        0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ]
    /// Of answers; the last is for clients that went away before there was one.
    static let statuses = ["1xx", "2xx", "3xx", "4xx", "5xx", "none"]

    private static let limits = bounds.map { Duration.seconds($0) }

    /// The requests of one class of addresses.
    private struct Route: Sendable {
        let statuses = Counter.several(RequestCounters.statuses.count)
        let buckets = Counter.several(RequestCounters.bounds.count + 1)
        let nanoseconds = Counter()
    }

    private let routes = RouteClass.allCases.map { _ in Route() }
    private let open = Counter()

    func count(_ summary: RequestSummary) {
        count(
            RouteClass(summary.method, summary.target), status: summary.status?.code,
            took: summary.duration)
    }

    /// Counts a request of a class; without a status its client went away.
    func count(_ route: RouteClass, status: Int?, took duration: Duration) {
        let route = routes[route.rawValue]
        let known = Self.statuses.count - 1
        let place = status.map { min(max($0 / 100 - 1, 0), known - 1) } ?? known
        route.statuses[place].add()
        route.buckets[Self.limits.firstIndex { duration <= $0 } ?? Self.limits.count].add()
        let (seconds, fraction) = duration.components
        route.nanoseconds.add(
            Int(clamping: seconds) &* 1_000_000_000 &+ Int(clamping: fraction / 1_000_000_000))
    }

    /// There are so many connections now.
    func set(connections: Int) { open.set(connections) }

    /// Writes the requests and connections so far.
    func write(to text: inout PrometheusText) {
        text.family(
            "perfmon_http_requests_total", .counter,
            "Requests answered, by sort of address and class of status."
        ) { text in
            for (route, counts) in zip(RouteClass.allCases, routes) {
                for (status, counter) in zip(Self.statuses, counts.statuses)
                where counter.value > 0 || status == "2xx" {
                    text.sample(
                        Double(counter.value), [("route", route.name), ("status", status)])
                }
            }
        }
        text.family(
            "perfmon_http_request_duration_seconds", .histogram,
            "From the last byte of a request's head to the last byte of its answer."
        ) { text in
            for (route, counts) in zip(RouteClass.allCases, routes) {
                text.histogram(
                    counts.buckets.map(\.value), bounds: Self.bounds,
                    sum: Double(counts.nanoseconds.value) / 1e9, [("route", route.name)])
            }
        }
        text.family(
            "perfmon_http_connections", .gauge, "Connections that are open.",
            value: Double(open.value))
    }
}
