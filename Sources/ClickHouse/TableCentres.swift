import Values

/// A number near the mean of each reading, from some rows: sums of what readings are above it keep
/// their digits.
struct TableCentres {
    private let terms: TableTerms
    private let table: TableDescription

    init(_ terms: TableTerms, _ table: TableDescription) {
        self.terms = terms
        self.table = table
    }

    /// - Throws: `SourceFault`.
    func asked(_ client: QueryClient) throws(SourceFault) -> [Double] {
        guard !terms.metrics.isEmpty else { return [] }
        let values = terms.metrics.enumerated().map { "\($1) AS pm_value_\($0)" }
        let means = terms.metrics.indices.map { "ifNull(toFloat64(avg(pm_value_\($0))), 0)" }
        var answer = try client.rows(
            """
            SELECT \(means.joined(separator: ", ")) FROM
            (SELECT \(values.joined(separator: ", ")) FROM \(SQL.name(table.name)) LIMIT 4000)
            """)
        var centres: [Double] = []
        for _ in terms.metrics {
            let mean = try answer.double()
            centres.append(mean.isFinite ? mean : 0)
        }
        return centres
    }
}
