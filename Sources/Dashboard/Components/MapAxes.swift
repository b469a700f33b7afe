internal import Charts
internal import Markup
import Reports
import Wording

/// The axes of the map: principal components, or features that were chosen.
struct MapAxes {
    struct Axis {
        /// The feature's key in addresses; empty for the component.
        var key: String
        /// The title of the table's column.
        var name: String
        /// The title of the axis.
        var title: String
        /// Where a unit stands on the axis.
        var value: @Sendable (ClusterReport.Member) -> Double
    }

    let page: PageContext
    let report: ClusterReport

    /// The features offered, those that set groups apart most: in a list of a thousand nobody finds
    /// one.
    private static let offered = 100

    var across: Axis {
        chosen(page.query.across) ?? component(0) { $0.x }
    }

    var up: Axis {
        chosen(page.query.up) ?? component(1) { $0.y }
    }

    /// The chosen features; fewer than two where an axis is a component.
    var features: [FeatureKind] {
        [page.query.across, page.query.up].compactMap { place($0).map { report.features[$0] } }
    }

    private func component(
        _ index: Int, _ value: @escaping @Sendable (ClusterReport.Member) -> Double
    ) -> Axis {
        Axis(
            key: "", name: page.phrases.component(index),
            title: page.phrases.axisTitle(index, report), value: value)
    }

    private func place(_ key: String?) -> Int? {
        key.flatMap { key in report.features.firstIndex { $0.key == key } }
    }

    private func chosen(_ key: String?) -> Axis? {
        guard let index = place(key) else { return nil }
        let name = page.phrases.feature(report.features[index])
        return Axis(key: report.features[index].key, name: name, title: name) { member in
            member.values.indices.contains(index) ? member.values[index] : .nan
        }
    }

    /// The choices for an axis; one chosen by its address is offered too.
    func options(_ axis: Axis, component index: Int) -> [Option] {
        let component = Option("auto", page.phrases.component(index), isSelected: axis.key.isEmpty)
        var offered = Array(report.strongestFeatures.prefix(Self.offered))
        if let chosen = place(axis.key), !offered.contains(chosen) { offered.append(chosen) }
        return [component]
            + offered.map { index in
                let kind = report.features[index]
                return Option(
                    kind.key, page.phrases.feature(kind), isSelected: kind.key == axis.key)
            }
    }
}
