package import Reports
import Values
package import Wording

extension PageQuery {
    /// The choice of data that a page shows.
    ///
    /// A period in a unit that the axis does not have is ignored, and so is a reversed one. On
    /// Diagnostics and Rows a single device in the filter is the device to look at, so that it is
    /// still compared with the whole fleet.
    package func choice(
        for page: Page, in context: ReportContext
    ) -> Choice {
        var choice = Choice(clusters: clusters)
        let names = deviceNames(in: context)
        let looksAtOne = (page == .diagnostics || page == .rows) && names.count == 1
        choice.devices = looksAtOne ? [] : names
        choice.codes = resolved(codes, known: Set(context.codes.map(\.name)), isComplete: true)
        switch period {
        case .all: break
        case .last(let stretch):
            choice.from = stretch.length(on: context.axis).map { context.range.upperBound - $0 }
        case .between(let from, let to):
            choice.from = from?.lower(on: context)
            choice.to = to?.upper(on: context).map {
                Self.last(before: $0, from: choice.from, on: context.axis)
            }
        }
        if let from = choice.from, let to = choice.to, from >= to {
            choice.from = nil
            choice.to = nil
        }
        return choice
    }

    /// Why a period given by its bounds shows the whole data set; `nil` where it does not.
    package func periodProblem(in context: ReportContext) -> PeriodProblem? {
        guard !context.isPeriodChosen, case .between(let first, let last) = period else {
            return nil
        }
        let from = first?.lower(on: context)
        let to = last?.upper(on: context)
        if first != nil && from == nil || last != nil && to == nil { return .otherUnit }
        if let from, let to, from >= to { return .reversed }
        let isOutside =
            from.map { $0 > context.range.upperBound } == true
            || to.map { $0 <= context.range.lowerBound } == true
        return isOutside ? .outside : nil
    }

    /// The last time that belongs to the choice, whose bounds are inclusive.
    private static func last(before end: Double, from: Double?, on axis: TimeKind) -> Double {
        if case .time = axis { return end.nextDown }
        // A single cycle is a period too, so it must have a width.
        return max(end - 1, (from ?? -.infinity) + 0.25)
    }

    /// The devices of the filter, by their names in the data where they are known; empty for all.
    package func deviceNames(in context: ReportContext) -> [String] {
        resolved(
            devices, known: Set(context.deviceNames),
            isComplete: context.deviceNames.count == context.deviceCount)
    }

    /// The readings that similar stretches are looked for in, by their names in the data.
    package func readingNames(in context: ReportContext) -> [String] {
        resolved(readings, known: Set(context.metrics.map(\.name)), isComplete: true)
    }

    /// The device that Diagnostics and Rows are about: the one that was clicked, else the first of
    /// the filter; `nil` for the worst.
    package func diagnosedDevice(in context: ReportContext) -> String? {
        let filtered = deviceNames(in: context)
        if let focus, filtered.isEmpty || filtered.contains(focus) { return focus }
        return filtered.first
    }

    /// What Rows asks for: the stretch behind a mark, else the period.
    package func rowsQuestion(in context: ReportContext) -> RowsQuestion {
        let choice = choice(for: .rows, in: context)
        return RowsQuestion(
            file: file, device: diagnosedDevice(in: context),
            from: since?.lower(on: context) ?? choice.from,
            to: until?.upper(on: context) ?? end(of: choice, in: context), codes: choice.codes,
            offset: offset, limit: RowsQuestion.pageSize)
    }

    /// The first time after a choice's period: `Choice.to` itself belongs to it.
    private func end(of choice: Choice, in context: ReportContext) -> Double? {
        guard choice.to != nil, case .between(_, let to?) = period else { return nil }
        return to.upper(on: context)
    }

    /// A typed text is one name where such a name exists, else names separated by commas.
    private func resolved(_ typed: [String], known: Set<String>, isComplete: Bool) -> [String] {
        var names: [String] = []
        for text in typed {
            let parts = known.contains(text) ? [text] : text.split(separator: ",").map(Self.trimmed)
            for part in parts where !part.isEmpty && !names.contains(part) {
                names.append(Self.known(part, among: known))
            }
        }
        return names
    }

    /// Pages write "device 23" for a device called `23`, so people may type that too.
    private static func known(_ name: String, among known: Set<String>) -> String {
        guard !known.contains(name), let last = name.split(separator: " ").last else { return name }
        return known.contains(String(last)) ? String(last) : name
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
