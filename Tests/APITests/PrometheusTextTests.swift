import Testing

@testable import API

@Suite("Metrics as text")
struct PrometheusTextTests {
    private func text(_ write: (inout PrometheusText) -> Void) -> String {
        var text = PrometheusText()
        write(&text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test("A family has its help, its type and its samples")
    func family() {
        let written = text { text in
            text.family("a_bytes", .gauge, "One.") { text in
                text.sample(1)
                text.sample(2.5, [("set", "x"), ("kind", "y")])
            }
        }
        #expect(
            written == """
                # HELP a_bytes One.
                # TYPE a_bytes gauge
                a_bytes 1
                a_bytes{set="x",kind="y"} 2.5

                """)
    }

    @Test(
        "Hostile names cannot break a line",
        arguments: [
            ("a\"b", #"a\"b"#), ("a\\b", #"a\\b"#), ("a\nb", #"a\nb"#), ("=cmd()", "=cmd()"),
            ("<b>насос 🚀</b>", "<b>насос 🚀</b>"), ("", ""), ("\\\"\n", #"\\\"\n"#),
        ])
    func escaping(name: String, written: String) {
        let line = text { text in
            text.family("a", .gauge, "One\\two\nthree \"four\".") { $0.sample(0, [("set", name)]) }
        }
        #expect(
            line
                == "# HELP a One\\\\two\\nthree \"four\".\n# TYPE a gauge\na{set=\"\(written)\"} 0\n"
        )
    }

    @Test("A family without samples, and one whose value is not known, is left out")
    func empty() {
        let written = text { text in
            text.family("a", .gauge, "One.") { _ in }
            text.family("b", .gauge, "Two.", value: nil)
            text.family("c", .counter, "Three.", value: 3)
        }
        #expect(written == "# HELP c Three.\n# TYPE c counter\nc 3\n")
    }

    @Test("The buckets of a histogram add up, and the last holds all")
    func histogram() {
        let written = text { text in
            text.family("d_seconds", .histogram, "Four.") {
                $0.histogram([2, 0, 3], bounds: [0.5, 1], sum: 7.25, [("route", "page")])
            }
        }
        #expect(
            written.split(separator: "\n").dropFirst(2).map(String.init) == [
                #"d_seconds_bucket{route="page",le="0.5"} 2"#,
                #"d_seconds_bucket{route="page",le="1"} 2"#,
                #"d_seconds_bucket{route="page",le="+Inf"} 5"#,
                #"d_seconds_sum{route="page"} 7.25"#, #"d_seconds_count{route="page"} 5"#,
            ])
    }

    @Test(
        "Numbers of every kind are written",
        arguments: [
            (Double.nan, "NaN"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (0, "0"), (-0.0, "0"),
            (1e300, "1e+300"), (0.1, "0.1"), (-12, "-12"),
            (9_007_199_254_740_992, "9007199254740992.0"),
        ])
    func numbers(value: Double, written: String) { #expect(PrometheusText.text(value) == written) }
}
