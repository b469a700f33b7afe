public import Reports
import Telemetry

extension AnalysisPipeline {
    /// Sets devices or periods side by side.
    ///
    /// - Returns: A report without readings and events where the question fits nothing in the data;
    ///   its `missing` tells the devices that are not there.
    /// - Throws: What the source throws.
    /// - Complexity: O(cells of the rollup in the periods compared), on all cores.
    public func compare(_ question: ComparisonQuestion) throws -> ComparisonReport {
        let frame = try ComparisonFrame(question, source, whole: whole)
        var report = try ComparisonBuilder(
            source: source, frame: frame, coverage: coverage, attribute: question.attribute
        ).report()
        report.attributes = source.catalog.attributes
        return report
    }
}
