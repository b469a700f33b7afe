import API
import Foundation
import HTTP
import Store

/// The addresses that ask how the program is: `/healthz`, `/readyz` and `/metrics`.
struct Probes: Sendable {
    let site: Site

    /// Open to everybody, as its answer tells nothing but that there is one.
    static let health = "/healthz"
    static let readiness = "/readyz"
    static let metrics = "/metrics"
    static let paths = [health, readiness, metrics]

    /// 200 as long as requests are answered at all.
    func health(_ request: Request) -> Reply {
        .now(Self.uncached(.text(.ok, "ok")))
    }

    /// 200 once the set shown first, and each that somebody asked for, has been read; 503 with what
    /// is still waited for.
    func readiness(_ request: Request) -> Reply {
        let unread = site.store.awaited()
        guard let first = unread.first else {
            return .now(Self.uncached(.text(.ok, "ready")))
        }
        let rest = unread.count > 1 ? ", and \(unread.count - 1) more are" : " is"
        return .now(
            Self.uncached(
                .text(.serviceUnavailable, "The data set \(first)\(rest) being read.")))
    }

    /// All metrics in the Prometheus text format.
    func metrics(_ request: Request) -> Reply {
        .later {
            var text = PrometheusText()
            site.counters.write(to: &text)
            site.rows.counters.write(to: &text)
            writeWork(to: &text)
            SetFigures(sets: site.store.known(), now: Date().timeIntervalSince1970)
                .write(to: &text)
            let coding = ContentCoding.chosen(for: request)
            let packed = coding.encoded(text.bytes)
            var headers: HeaderFields = [
                "Cache-Control": "no-store", "Vary": "Accept-Encoding",
            ]
            if packed != nil { headers.append(contentsOf: coding.fields) }
            return .content(
                packed ?? text.bytes, type: PrometheusText.mediaType, headers: headers)
        }
    }

    private func writeWork(to text: inout PrometheusText) {
        let work = site.store.scheduler.lengths
        text.family(
            "perfmon_work_waiting", .gauge, "Pieces of work that wait to begin, by kind."
        ) { text in
            for kind in WorkKind.allCases {
                text.sample(Double(work[kind]?.waiting ?? 0), [("kind", "\(kind)")])
            }
        }
        text.family("perfmon_work_running", .gauge, "Pieces of work under way, by kind.") { text in
            for kind in WorkKind.allCases {
                text.sample(Double(work[kind]?.running ?? 0), [("kind", "\(kind)")])
            }
        }
    }

    private static func uncached(_ response: Response) -> Response {
        var response = response
        response.headers["Cache-Control"] = "no-store"
        return response
    }
}
