package import Reports

/// A stretch of a device's record that similar ones are wanted of, as `2015-03-01..2015-03-04T06:00`
/// stands in an address.
package struct ChosenStretch: Sendable, Hashable {
    package var from: Edge
    package var to: Edge

    package init(from: Edge, to: Edge) {
        self.from = from
        self.to = to
    }

    /// Nil for any other text.
    init?(_ text: String) {
        let parts = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let from = Edge(String(parts[0])), let to = Edge(String(parts[1]))
        else { return nil }
        self.init(from: from, to: to)
    }

    /// As it is written in an address.
    var text: String { from.text + ".." + to.text }
}

extension PageQuery {
    /// What belongs to a search for similar stretches; nothing without a stretch.
    var similarItems: [(String, String)] {
        guard let like else { return [] }
        var items = [("like", like.text)]
        if measure != .level { items.append(("measure", measure.rawValue)) }
        return items + readings.map { ("readings", $0) }
    }

    /// The question to which stretches of a device are similar to one of it; `nil` where the
    /// stretch is empty, or in a unit that the axis does not have.
    package func similarQuestion(
        device: String, _ stretch: ChosenStretch, in context: ReportContext
    ) -> SimilarQuestion? {
        guard let from = stretch.from.lower(on: context), let to = stretch.to.upper(on: context),
            from < to
        else { return nil }
        let names = deviceNames(in: context)
        return SimilarQuestion(
            device: device, from: from, to: to, readings: readingNames(in: context),
            devices: names == [device] ? [] : names, measure: measure)
    }

    /// The period as a stretch; nil where it has no bounds of its own.
    package var periodStretch: ChosenStretch? {
        guard case .between(let from?, let to?) = period else { return nil }
        return ChosenStretch(from: from, to: to)
    }
}
