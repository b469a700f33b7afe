internal import Charts
internal import Markup
import Reports
internal import Values
import Wording

/// The cells of the list of devices.
extension DeviceColumns {
    func prediction(_ line: AttentionRow, _ quantity: FleetPrediction.Quantity) -> Markup {
        let known = line.isShared ? nil : parts.predictions[line.worst.device]
        let text = known.map { row in
            // The interval stands on the card of predictions.
            var short = row
            short.range = nil
            return page.phrases.predicted(short, quantity)
        }
        return element("span", [.class("nw")], text: text ?? NumberFormat.missing)
    }

    /// The open trouble, or what else makes the state.
    func said(_ row: OverviewReport.DeviceRow) -> String {
        if let trouble = row.trouble { return page.phrases.subject(of: trouble) }
        return row.status == .ok ? NumberFormat.missing : page.phrases.trouble(row)
    }

    func health(_ line: AttentionRow, id: String) -> [Table.Cell] {
        let (low, high) = line.health
        let lowest = page.format.card(low.rounded())
        let text =
            low.rounded() == high.rounded()
            ? lowest : page.phrases.fromTo(lowest, page.format.card(high.rounded()))
        let bar = BarInTable(
            text: page.chartText(
                title: page.label(.health), description: text + " " + page.label(.ofHundred)),
            share: (low / 100).present, tone: page.statusTone(line.worst.status))
        return [.init(text, value: .number(low)), .init(bar.draw(id: id + "h"))]
    }

    func status(_ row: OverviewReport.DeviceRow) -> Markup {
        let isGrave = page.input.prediction.prediction?.isGrave(row.device) ?? false
        return row.status == .ok && isGrave ? page.atRisk() : page.status(row.status)
    }

    /// The devices of a line; several stand behind a click on how many they are.
    func device(_ line: AttentionRow) -> Markup {
        guard line.isShared else { return device(line.worst.device) }
        let count = page.phrases.devices(line.devices.count)
        return element("details", [.class("some")]) {
            element("summary") {
                count
                if let group = line.worst.trouble?.group {
                    " "
                    element(
                        "span", [.class("sub", "under")], text: "\(group.attribute) \(group.value)")
                }
            }
            for (place, row) in line.devices.enumerated() {
                // Where there are no lines, in workbooks and to readers of the screen, a sign parts
                // the names.
                element("span", [.class("vh")], text: place == 0 ? ": " : ", ")
                element("span", [.class("member")]) { device(row.device) }
            }
        }
    }

    /// The device, with the kind of its latest note.
    private func device(_ device: DeviceRef) -> Markup {
        Markup {
            page.device(device)
            if let note = page.notes(of: device).first {
                element("span", [.class("sub", "noted")], text: page.phrases.noteKind(note.kind))
            }
        }
    }

    /// The reading that the row is about, and what was expected: the trouble's own figures, whose
    /// name its column has, or the last value with its band. The expected stands below it where the
    /// column of problems takes the room and makes rows of two lines anyway.
    func furthest(_ line: AttentionRow, isStacked: Bool) -> Markup {
        let row = line.worst
        guard let reading = row.furthest else { return Markup(NumberFormat.missing) }
        let said = levels(row, reading) ?? shown(reading)
        return element("span", [.class("nw")]) {
            said.name
            element("b", text: said.value)
            " "
            element(
                "span", [.classes(isStacked ? ["sub", "opt", "under"] : ["sub", "opt"])],
                text: said.expected)
        }
    }

    private typealias Said = (name: String, value: String, expected: String)

    private func levels(_ row: OverviewReport.DeviceRow, _ reading: Excursion) -> Said? {
        guard let trouble = row.trouble, case .levels(reading.metric, _, _) = trouble.figures
        else { return nil }
        return page.phrases.levels(of: trouble).map { ("", $0.now, $0.usual) }
    }

    private func shown(_ reading: Excursion) -> Said {
        let placed = page.format.placed(reading.value, low: reading.low, high: reading.high)
        let unit = reading.metric.unit.map { " " + $0 } ?? ""
        return (
            reading.metric.name + " ", placed.value,
            page.phrases.fromTo(placed.low, placed.high) + unit
        )
    }

    func spark(_ row: OverviewReport.DeviceRow, id: String) -> Markup {
        guard let reading = row.furthest, row.spark.count > 1 else { return Markup() }
        let isKnown = reading.low.isFinite && reading.high.isFinite
        let band = isKnown ? ClosedRange(from: reading.low, to: reading.high) : nil
        let title = page.phrases.sparkOf(reading.metric, row.device)
        let line = Sparkline(
            text: page.chartText(title: title, description: page.phrases.distance(reading.z)),
            values: row.spark.map(\.present), band: band,
            endTone: row.trouble.map { $0.subjects.contains(.metric(reading.metric)) } ?? false
                ? .critical : .subject, size: .table)
        return line.draw(id: id + "s")
    }

    func pair(_ figures: Compared?) -> Table.Cell {
        guard let figures else { return Table.Cell(NumberFormat.missing) }
        let text = Markup {
            page.format.card(figures.current)
            if let previous = figures.previous {
                " "
                element("span", [.class("sub")], text: "(" + page.format.card(previous) + ")")
            }
        }
        return Table.Cell(text, value: .number(figures.current))
    }
}
