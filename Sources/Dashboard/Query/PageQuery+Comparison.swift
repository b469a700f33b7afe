package import Reports
import Values
import Wording

/// What Compare sets side by side, beyond devices and period of the filter.
package struct ComparisonChoice: Sendable, Hashable {
    package var against: ComparisonQuestion.Against?
    package var alignment = ComparisonQuestion.Alignment.time
    /// The attribute that makes a group; `nil` for all devices.
    package var attribute: String?
    /// Bounds of the earlier period; open for as long a time just before.
    package var earlierFrom: Edge?
    package var earlierTo: Edge?

    /// What suits the devices chosen.
    package init() {}
}

extension PageQuery {
    /// Takes a parameter of Compare; nil for names that are none, false for values that cannot be
    /// used.
    mutating func takeComparison(_ name: String, _ value: String) -> Bool? {
        switch name {
        case "against":
            guard let against = ComparisonQuestion.Against(rawValue: value) else {
                return value == "auto"
            }
            comparison.against = against
        case "align":
            guard let alignment = ComparisonQuestion.Alignment(rawValue: value) else {
                return false
            }
            comparison.alignment = alignment
        case "by":
            guard value.utf8.count <= 1_000 else { return false }
            comparison.attribute = value == "all" ? nil : value
        case "earlierFrom":
            guard let edge = Edge(value) else { return false }
            comparison.earlierFrom = edge
        case "earlierTo":
            guard let edge = Edge(value) else { return false }
            comparison.earlierTo = edge
        default: return nil
        }
        return true
    }

    /// Names and values in a fixed order; defaults are left out.
    var comparisonItems: [(String, String)] {
        var items: [(String, String)] = []
        if let against = comparison.against { items.append(("against", against.rawValue)) }
        if comparison.alignment != .time { items.append(("align", comparison.alignment.rawValue)) }
        if let attribute = comparison.attribute { items.append(("by", attribute)) }
        if let from = comparison.earlierFrom { items.append(("earlierFrom", from.text)) }
        if let to = comparison.earlierTo { items.append(("earlierTo", to.text)) }
        return items
    }

    /// What Compare asks for.
    package func comparisonQuestion(in context: ReportContext) -> ComparisonQuestion {
        let choice = choice(for: .compare, in: context)
        var question = ComparisonQuestion(
            devices: choice.devices, against: comparison.against,
            alignment: comparison.alignment, attribute: comparison.attribute)
        if choice.from != nil || choice.to != nil {
            question.period = ClosedRange(
                from: choice.from ?? context.range.lowerBound,
                to: choice.to ?? context.range.upperBound + context.resolution)
        }
        if let from = comparison.earlierFrom?.lower(on: context) {
            let end = comparison.earlierTo?.upper(on: context)
            let length = question.period.map { $0.upperBound - $0.lowerBound }
            question.earlier = (end ?? length.map { from + $0 }).flatMap {
                ClosedRange(from: from, to: $0)
            }
        }
        return question
    }
}
