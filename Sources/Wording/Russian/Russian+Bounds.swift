import Reports

extension RussianPhrases {
    func groupedBy(_ report: ClusterReport) -> String {
        var notes: [String] = []
        if let directions = report.directions {
            let along = format.counted(
                directions.count, "главной компоненте", "главным компонентам",
                "главным компонентам")
            notes.append(
                "Признаков много (\(format.count(report.features.count))), поэтому расстояния измерены по \(along): доля объяснённой дисперсии \(format.percent(directions.share))."
            )
        }
        if report.comparesEqualGapsOnly {
            notes.append(
                "Признаки с пропусками проверены на дублирование только среди признаков с теми же пропусками."
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
            "Сравнены только пары, которые вероятнее всего меняются вместе: \(format.count($0.compared)) из \(format.count($0.possible)) (\(counted($0.readings, .reading)))."
        } ?? ""
    }

    func drawn(_ report: TrendReport) -> String {
        report.metricsTested.map {
            "Показаны \(format.count(report.metrics.count)) из \(countedOf($0, .reading)) — с самыми явными трендами. Проверены все."
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
