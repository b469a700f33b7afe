package import Reports
package import Values

/// Words about stretches that are like a given one.
package protocol SimilarPhrases {
    func similar(_ report: SimilarStretches) -> CardWords
    /// The title of an axis that counts from where a stretch begins: `hours since the start`.
    func similarAxis(_ unit: Length.Unit) -> String
    /// What a line shows: a reading less the usual value of its device.
    func similarCourse(_ metric: MetricRef) -> String
    func similarMeasure(_ measure: SimilarStretches.Measure) -> String
    /// `error1 ×3, error2`.
    func similarErrors(_ errors: [SimilarStretches.ErrorCount]) -> String
    /// `no failure, no repair`; that it is not known yet.
    func similarSequel(_ sequel: Aftermath.Sequel?) -> String
}
