import Reports

extension EnglishPhrases {
    func groupedBy(_ report: ClusterReport) -> String {
        var notes: [String] = []
        if let directions = report.directions {
            let features = format.counted(report.features.count, "feature", "features")
            let along = format.counted(directions.count, "direction", "directions")
            notes.append(
                "Of \(features) the distances between \(unitName(report.unit))s are measured along the \(along) in which they differ most, which hold \(format.percent(directions.share)) of the differences."
            )
        }
        if report.comparesEqualGapsOnly {
            notes.append(
                "To see which features repeat others, those with missing values were held only against those that miss the same \(unitName(report.unit))s."
            )
        }
        if let tried = report.unitsTried {
            notes.append(
                "The groups were found in \(format.count(tried)) of the \(units(report.unitCount, report.unit)), drawn at random; the others joined the nearest."
            )
        }
        return notes.joined(separator: " ")
    }

    func compared(_ pairs: TrendReport.ComparedPairs?) -> String {
        pairs.map {
            "Of the \(format.count($0.possible)) pairs of \(format.counted($0.readings, "reading", "readings")) the \(format.count($0.compared)) that are likeliest to move together were compared."
        } ?? ""
    }

    func drawn(_ report: TrendReport) -> String {
        report.metricsTested.map {
            "Drawn are the \(format.count(report.metrics.count)) of \(format.counted($0, "reading", "readings")) with the clearest trends; all were tested."
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
