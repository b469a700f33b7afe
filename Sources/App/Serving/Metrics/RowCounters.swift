import API
import Telemetry

/// Counts batches of rows that programs send.
final class RowCounters: Sendable {
    private let taken = Counter()
    private let refused = Counter()
    private let batches = Counter.several(RowCounters.results.count)

    private static let results = ["taken", "repeated", "refused", "failed"]

    func count(_ batch: RowsTaken, refused rows: Int) {
        batches[batch.isRepeated ? 1 : 0].add()
        guard !batch.isRepeated else { return }
        taken.add(batch.rows)
        refused.add(rows)
    }

    /// A batch of which nothing was stored.
    func countFailure(isOurs: Bool) { batches[isOurs ? 3 : 2].add() }

    func write(to text: inout PrometheusText) {
        text.family(
            "perfmon_row_batches_total", .counter,
            "Batches of rows that programs sent, by what became of them."
        ) { text in
            for (result, counter) in zip(Self.results, batches) {
                text.sample(Double(counter.value), [("result", result)])
            }
        }
        text.family(
            "perfmon_rows_taken_total", .counter, "Rows taken of these batches.",
            value: Double(taken.value))
        text.family(
            "perfmon_rows_refused_total", .counter, "Rows refused of batches that were taken.",
            value: Double(refused.value))
    }
}
