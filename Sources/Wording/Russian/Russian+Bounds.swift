import Reports

extension RussianPhrases {
    func groupedBy(_ report: ClusterReport) -> String {
        var notes: [String] = []
        if let directions = report.directions {
            let along = format.counted(
                directions.count, "направления", "направлений", "направлений")
            notes.append(
                "Признаков много (\(format.count(report.features.count))), поэтому расстояния измерены вдоль \(along) наибольших различий; на них приходится \(format.percent(directions.share)) всех различий."
            )
        }
        if report.comparesEqualGapsOnly {
            notes.append(
                "Повторяющие друг друга признаки с пропусками искались только среди имеющих те же пропуски."
            )
        }
        if let tried = report.unitsTried {
            notes.append(
                "Группы найдены по случайной выборке: \(format.count(tried)) из \(unitsOf(report.unitCount, report.unit)); остальные отнесены к ближайшей группе."
            )
        }
        return notes.joined(separator: " ")
    }

    func compared(_ pairs: TrendReport.ComparedPairs?) -> String {
        pairs.map {
            "Пар показателей — \(format.count($0.possible)) (показателей — \(format.count($0.readings))); сравнены те, что вероятнее всего меняются вместе: \(format.count($0.compared))."
        } ?? ""
    }

    func drawn(_ report: TrendReport) -> String {
        report.metricsTested.map {
            "Показаны \(format.count(report.metrics.count)) из \(countedOf($0, .reading)) — с самыми явными трендами; проверены все."
        } ?? ""
    }

    func seriesShown(_ shown: Int, of total: Int) -> String {
        shown < total
            ? "Показаны первые \(format.count(shown)) из \(format.counted(total, "ряда", "рядов", "рядов"))."
            : ""
    }

    func columnsShown(_ shown: Int, of total: Int) -> String {
        shown < total
            ? "Показаны первые \(format.count(shown)) из \(countedOf(total, .column))."
            : ""
    }
}
