import Telemetry

extension Pipeline {
    /// Which raw rows are wanted.
    public struct RowsQuestion: Sendable, Hashable {
        /// A file of the data set; `nil` = the first that has such rows.
        public var file: String?
        /// The device that is meant.
        public var device: String?
        /// Inclusive start and exclusive end, in the axis' unit.
        public var from: Double?
        /// Where it ends.
        public var to: Double?
        /// Names of codes; empty = all.
        public var codes: [String]
        /// The first row shown, from 0.
        public var offset: Int
        /// The most there can be.
        public var limit: Int

        /// Makes a question.
        public init(
            file: String?, device: String?, from: Double?, to: Double?, codes: [String],
            offset: Int, limit: Int
        ) {
            self.file = file
            self.device = device
            self.from = from
            self.to = to
            self.codes = codes
            self.offset = offset
            self.limit = limit
        }
    }

    /// The raw rows behind a mark.
    ///
    /// - Throws: What the source throws: a file that went away, above all.
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
