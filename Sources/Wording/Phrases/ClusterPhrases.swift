package import Reports

/// Words of Clusters.
package protocol ClusterPhrases {
    func clusterQuestion(_ unit: ClusterUnit) -> String
    func clusterAnswer(_ report: ClusterReport) -> Sentence
    /// `100 devices`, `365 windows of a day`.
    func units(_ count: Int, _ unit: ClusterUnit) -> String
    /// The noun for one unit: `device`.
    func unitName(_ unit: ClusterUnit) -> String
    func algorithm(_ algorithm: ClusterChoice.Algorithm) -> String
    func scaling(_ scaling: ClusterChoice.Scaling) -> String
    func featureSet(_ set: ClusterChoice.FeatureSet, count: Int?) -> String
    /// The option that leaves the number of groups to the data: `automatic (3)`.
    func automaticGroups(_ count: Int) -> String
    /// The placeholder of a parameter that is chosen by the data: `automatic (0.8)`.
    func automatic(_ value: Double?) -> String
    /// `A`, `B`, …; after `Z` come `A1`, `B1`. For nil, the units in no group.
    func groupName(_ index: Int?) -> String
    func groupHeading(_ index: Int, size: Int, _ unit: ClusterUnit) -> String
    /// `A: 39 devices`.
    func groupShort(_ index: Int, size: Int, _ unit: ClusterUnit) -> String
    func unitColumn(_ unit: ClusterUnit) -> String
    func profilePoint(
        _ feature: String, _ group: String, _ difference: ClusterReport.Difference
    ) -> String
    func numberOfGroups() -> String
    /// So many of `total` features are drawn, and at most `listed` are in the table.
    func strongest(_ shown: Int, of total: Int, listed: Int) -> String
    /// The axis of k-distances: `devices, sorted`.
    func sortedUnits(_ unit: ClusterUnit) -> String
    func noMembers() -> String
    func groupWords(_ group: ClusterReport.Group, _ report: ClusterReport) -> Sentence
    func groupFacts(_ group: ClusterReport.Group) -> String
    /// - Parameter features: what the map shows instead of principal components, if anything.
    func map(
        _ report: ClusterReport, _ context: ReportContext, features: [FeatureKind]
    ) -> CardWords
    func axisTitle(_ index: Int, _ report: ClusterReport) -> String
    func groupsInWords(_ report: ClusterReport) -> CardWords
    func mirrorNotice(_ report: ClusterReport) -> Sentence?
    func profile(_ report: ClusterReport, _ context: ReportContext) -> CardWords
    func profileAxis(_ unit: ClusterUnit) -> String
    func howMany(_ report: ClusterReport) -> CardWords
    func kDistances(_ report: ClusterReport) -> CardWords
    /// The card of silhouettes.
    func fit(_ report: ClusterReport) -> CardWords
    func mirror(_ report: ClusterReport) -> CardWords
    func outliers(_ report: ClusterReport) -> CardWords
    func contributions(
        _ contributions: [ClusterReport.Member.Contribution], _ report: ClusterReport
    ) -> Sentence
    /// What is compared, as an option to choose: `devices`.
    func units(_ units: ClusterChoice.Units) -> String
    /// The name of a principal component, from 0, as an option for an axis.
    func component(_ index: Int) -> String
    /// `+2.1 (1.8 to 2.4)`.
    func standardized(_ difference: ClusterReport.Difference) -> String
    /// `came back in 48 of 50 resamplings`.
    func recovery(_ recovery: ClusterReport.Recovery) -> String
    /// The reading or code that carries a group or a lone unit: `pressure`.
    func carrier(_ kind: FeatureKind) -> String
    func moves(_ moves: ClusterReport.Moves, _ report: ClusterReport) -> CardWords
    /// The card of the list of units.
    ///
    /// - Parameter order: nil for the order of the page.
    func members(_ report: ClusterReport, shown: Int, order: ListOrder?) -> CardWords
    /// `pump 4`, `2015-01-01 06:00`, `pump 4 · 2015-01-01 06:00`.
    func memberName(_ member: ClusterReport.Member) -> String
    func memberTitle(_ member: ClusterReport.Member, _ report: ClusterReport) -> String
}
