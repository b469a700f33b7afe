public import Reports
import Telemetry
import Values

extension AnalysisPipeline {
    /// The raw rows that a question asks for, 1 to 100,000 of them.
    ///
    /// - Throws: What the source throws, such as for a file that was deleted.
    public func rows(_ question: RowsQuestion) throws -> RowsReport {
        let catalog = source.catalog
        let devices = question.device.map { name in
            catalog.devices.indices.filter { catalog.devices[$0].name == name }
        }
        let codes = catalog.codes.indices.filter {
            question.codes.contains(catalog.codes[$0].name)
        }
        let filter = Filter(
            from: question.from, to: question.to, devices: devices,
            codes: codes.isEmpty ? nil : codes)
        let page = try source.rows(
            filter, file: question.file, offset: max(0, question.offset),
            limit: min(max(1, question.limit), 100_000))
        return RowsReport(
            page: page, offset: question.offset, limit: question.limit, device: question.device,
            from: question.from, to: question.to)
    }
}
