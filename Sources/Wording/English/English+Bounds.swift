import Reports

extension EnglishPhrases {
    func groupedBy(_ report: ClusterReport) -> String {
        var notes: [String] = []
        if let directions = report.directions {
            let features = format.counted(report.features.count, "feature", "features")
            let along = format.counted(
                directions.count, "principal component", "principal components")
            notes.append(
                "Distances between \(unitName(report.unit))s use the first \(along) of \(features), which explain \(format.percent(directions.share)) of the variance."
            )
        }
        if report.comparesEqualGapsOnly {
            notes.append(
                "Features with missing values were checked for redundancy only against features missing for the same \(unitName(report.unit))s."
            )
        }
        if let tried = report.unitsTried {
            notes.append(
                "The groups were found on a random sample of \(format.count(tried)) of the \(units(report.unitCount, report.unit)). The others were assigned to the nearest group."
            )
        }
        return notes.joined(separator: " ")
    }

    func compared(_ pairs: TrendReport.ComparedPairs?) -> String {
        pairs.map {
            "Only the \(format.count($0.compared)) pairs most likely to move together were compared, out of \(format.count($0.possible)) pairs of \(format.counted($0.readings, "reading", "readings"))."
        } ?? ""
    }

    func drawn(_ report: TrendReport) -> String {
        report.metricsTested.map {
            "Shown: the \(format.count(report.metrics.count)) of \(format.counted($0, "reading", "readings")) with the clearest trends. All were tested."
        } ?? ""
    }

    func seriesShown(_ shown: Int, of total: Int) -> String {
        shown < total
            ? "The first \(format.count(shown)) of \(format.count(total)) series are listed."
            : ""
    }

    func columnsShown(_ shown: Int, of total: Int) -> String {
        shown < total
            ? "The first \(format.count(shown)) of \(format.counted(total, "column", "columns")) are listed."
            : ""
    }
}
