package import Reports
package import Values
package import Wording

/// The answers of the API, by operation.
package enum Answers {
    /// All data sets.
    package static let sets: Shape<Listing<SetState>> = Listing.shape(
        "Sets", "The data sets.", "sets", SetState.shape)

    /// One data set; its context where it is read.
    package static let set: Shape<SetState> = SetState.shape

    package static let overview: Shape<Document<OverviewReport>> = Document.shape(
        "OverviewAnswer", "Which devices need attention.", "overview", Shapes.overview)

    package static let clusters: Shape<Document<ClusterReport>> = Document.shape(
        "ClustersAnswer", "Which units behave alike.", "clusters", Shapes.clusters)

    package static let trends: Shape<Document<TrendReport>> = Document.shape(
        "TrendsAnswer", "What gets better or worse.", "trends", Shapes.trends)

    package static let device: Shape<Document<DiagnosticReport>> = Document.shape(
        "DeviceAnswer", "What is wrong with a device.", "diagnosis", Shapes.diagnosis)

    package static let devices: Shape<Listing<OverviewReport.DeviceRow>> = Listing.shape(
        "Devices", "Devices, the worst first.", "devices", Shapes.deviceRow)

    package static let readings: Shape<Document<[DiagnosticReport.Signal]>> = Document.shape(
        "Readings", "Readings of a device over time.", "signals", Shapes.signal.list)

    package static let similar: Shape<Document<SimilarStretches>> = Document.shape(
        "SimilarAnswer", "What is most like a stretch.", "similar", Shapes.similar)

    package static let findings: Shape<Listing<Finding>> = Listing.shape(
        "Findings", "Findings, the weightiest first.", "findings", Shapes.finding)

    package static let rates: Shape<Listing<RateSeries>> = Listing.shape(
        "Rates", "Events over time.", "rates", Shapes.rateSeries)

    package static let forecasts: Shape<Listing<TrendReport.KindTrend>> = Listing.shape(
        "Forecasts", "Rates of events with their forecasts.", "forecasts", Shapes.kindTrend)

    package static let predictions: Shape<Document<PredictionState>> = Document.shape(
        "PredictionsAnswer", "What is predicted of devices.", "predictions", Shapes.predictions)

    package static let models: Shape<Document<ModelVersions>> = Document.shape(
        "ModelsAnswer", "The models learned of a set.", "models", Shapes.versions)

    package static let parts: Shape<Document<PartLives?>> = Document.shape(
        "PartsAnswer", "How long parts live.", "parts", Shapes.partLives.optional)

    package static let notes: Shape<Listing<DeviceNote>> = Listing.shape(
        "Notes", "Notes on devices.", "notes", Shapes.deviceNote)

    package static let issues: Shape<Listing<(file: String, issue: RowIssue)>> = Listing.shape(
        "Issues", "Cells and rows that could not be used.", "issues", Shapes.issue)

    package static let files: Shape<Document<ImportReport>> = Document.shape(
        "FilesAnswer", "How the files of a set were read.", "import", Shapes.imports)

    package static let rows: Shape<Document<RowsReport>> = Document.shape(
        "RowsAnswer", "Raw rows of a file.", "rows", Shapes.rows)

    package static let episodes: Shape<EpisodeList> = EpisodeList.shape

    package static let note: Shape<DeviceNote> = Shapes.deviceNote
}
