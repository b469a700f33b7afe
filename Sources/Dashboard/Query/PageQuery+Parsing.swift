import Reports
import Wording

extension PageQuery {
    /// Reads decoded names and values in the order of the address, the first 200.
    ///
    /// Unknown names are ignored. Of repeated names the last value counts, except of `device` and
    /// `code`.
    package init(_ items: some Sequence<(String, String)>) {
        self.init()
        var fields = PeriodFields()
        var refreshes = RefreshFields()
        for (name, value) in items.prefix(200) {
            let text = String(value.drop { $0 == " " })
            guard !text.isEmpty else { continue }
            if !fields.take(name, text), !refreshes.take(name, text), !take(name, text) {
                let known = String(value.prefix(80))
                ignored.append(IgnoredParameter(name: name, value: known))
            }
        }
        period = fields.period(&ignored)
        if let chosen = refreshes.chosen, !takeRefresh(chosen) {
            ignored.append(IgnoredParameter(name: "refresh", value: String(chosen.prefix(80))))
        }
    }

    /// Takes an item, also one with an unknown name; false where its value cannot be used.
    private mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "set": return keep(value, limit: 200, in: \.set)
        case "device": return add(value, to: \.devices)
        case "code": return add(value, to: \.codes)
        case "focus": return keep(value, limit: 1_000, in: \.focus)
        case "file": return keep(value, limit: 1_000, in: \.file)
        case "stage": return keep(value, limit: 100, in: \.stage)
        case "theme": return keep(Theme(rawValue: value), in: \.theme)
        case "lang": return keep(Language(rawValue: value), in: \.language)
        case "window": return keep(DrawnWindow(value), in: \.window)
        case "column": return add(value, to: \.table.columns)
        case "sort": return keep(TableChoice.Sort(value), in: \.table.sort)
        case "find": return keep(value, limit: 200, in: \.table.search)
        case "like": return keep(ChosenStretch(value), in: \.like)
        case "measure": return keep(SimilarStretches.Measure(rawValue: value), in: \.measure)
        case "readings": return add(value, to: \.readings)
        case "csv": return keep(Download.Separator(rawValue: value), in: \.csv)
        case "since": return keep(Edge(value), in: \.since)
        case "until": return keep(Edge(value), in: \.until)
        case "page": return takeCount(value, 1...1_000_000, in: \.page)
        case "offset": return takeCount(value, 0...1_000_000_000_000, in: \.offset)
        case "group": return takeGroup(value)
        case "across": return value == "auto" || keep(value, limit: 1_000, in: \.across)
        case "up": return value == "auto" || keep(value, limit: 1_000, in: \.up)
        default:
            return takePrice(name, value) ?? takeComparison(name, value)
                ?? takeClustering(name, value)
        }
    }

    private mutating func takeClustering(_ name: String, _ value: String) -> Bool {
        let isAutomatic = value == "auto"
        switch name {
        case "algorithm":
            return keep(ClusterChoice.Algorithm(rawValue: value), in: \.clusters.algorithm)
        case "scaling":
            return keep(ClusterChoice.Scaling(rawValue: value), in: \.clusters.scaling)
        case "features":
            return keep(ClusterChoice.FeatureSet(rawValue: value), in: \.clusters.features)
        case "units": return keep(ClusterChoice.Units(rawValue: value), in: \.clusters.units)
        case "k": return isAutomatic || keep(whole(value, 2...50), in: \.clusters.k)
        case "minSamples":
            return isAutomatic || keep(whole(value, 1...1_000), in: \.clusters.minSamples)
        case "eps":
            guard !isAutomatic else { return true }
            let eps = Double(value).flatMap { $0.isFinite && $0 > 0 && $0 <= 1e9 ? $0 : nil }
            return keep(eps, in: \.clusters.eps)
        default: return true
        }
    }

    private mutating func takeRefresh(_ value: String) -> Bool {
        if value == "off" {
            refresh = 0
            return true
        }
        guard let seconds = Int(value), seconds == 0 || (5...86_400).contains(seconds) else {
            return false
        }
        refresh = seconds
        return true
    }

    private mutating func takeGroup(_ value: String) -> Bool {
        switch value {
        case "all": group = nil
        case "none": group = -1
        default:
            guard let index = whole(value, 0...10_000) else { return false }
            group = index
        }
        return true
    }

    private func whole(_ text: String, _ range: ClosedRange<Int>) -> Int? {
        Int(text).flatMap { range.contains($0) ? $0 : nil }
    }

    private mutating func takeCount(
        _ text: String, _ range: ClosedRange<Int>, in path: WritableKeyPath<PageQuery, Int>
    ) -> Bool {
        keep(whole(text, range), in: path)
    }

    private mutating func keep<Value>(
        _ value: Value?, in path: WritableKeyPath<PageQuery, Value>
    ) -> Bool {
        guard let value else { return false }
        self[keyPath: path] = value
        return true
    }

    private mutating func keep<Value>(
        _ value: Value?, in path: WritableKeyPath<PageQuery, Value?>
    ) -> Bool {
        guard let value else { return false }
        self[keyPath: path] = value
        return true
    }

    private mutating func keep(
        _ text: String, limit: Int, in path: WritableKeyPath<PageQuery, String?>
    ) -> Bool {
        guard text.utf8.count <= limit else { return false }
        self[keyPath: path] = text
        return true
    }

    private mutating func add(
        _ text: String, to path: WritableKeyPath<PageQuery, [String]>
    ) -> Bool {
        guard text.utf8.count <= 4_000, self[keyPath: path].count < 100 else { return false }
        if text != "all" { self[keyPath: path].append(text) }
        return true
    }
}

/// The fields of the period, which the form of the filter sends all at once.
private struct PeriodFields {
    var preset: String?
    /// The preset that the form showed; where `preset` differs, the person chose it.
    var shown: String?
    var from: String?
    var to: String?

    mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "period": preset = value
        case "was": shown = value
        case "from": from = value
        case "to": to = value
        default: return false
        }
        return true
    }

    func period(_ ignored: inout [IgnoredParameter]) -> PageQuery.Period {
        func refuse(_ name: String, _ value: String) {
            ignored.append(IgnoredParameter(name: name, value: String(value.prefix(80))))
        }
        let wantsEdges = preset == nil || preset == "range" || preset == shown
        if wantsEdges, from != nil || to != nil {
            let lower = from.flatMap(Edge.init)
            let upper = to.flatMap(Edge.init)
            if let from, lower == nil { refuse("from", from) }
            if let to, upper == nil { refuse("to", to) }
            if lower != nil || upper != nil { return .between(lower, upper) }
        }
        guard let preset, preset != "all", preset != "range" else { return .all }
        guard let stretch = Stretch(preset) else {
            refuse("period", preset)
            return .all
        }
        return .last(stretch)
    }
}

/// The refresh interval stands twice in the form, for wide and for narrow screens. The one that
/// differs from what the form showed was chosen.
private struct RefreshFields {
    var wide: String?
    var narrow: String?
    var shown: String?

    mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "refresh": wide = value
        case "refreshNarrow": narrow = value
        case "refreshWas": shown = value
        default: return false
        }
        return true
    }

    var chosen: String? {
        guard let shown else { return wide ?? narrow }
        if let wide, wide != shown { return wide }
        return narrow ?? wide
    }
}
