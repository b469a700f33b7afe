import API

/// Metrics as a test reads them.
struct PrometheusTextReader {
    var text = PrometheusText()
    var string: String { String(decoding: text.bytes, as: UTF8.self) }
}
