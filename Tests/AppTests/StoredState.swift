import Foundation

/// What a data folder may hold after changes of which some were acknowledged and one was cut short.
struct StoredState {
    let root: URL
    var scramble = Scramble(state: 20_261_122)
    private(set) var faults: [String] = []
    private(set) var answered = 0
    private(set) var cutShort = 0
    private(set) var models: StoredModels
    private var files: [String: Expected] = [:]
    /// The change that is made next to a model or a note; `nil` for one to a file of a set.
    private var next: StoredModels.Kind?

    /// What a file may hold: its last acknowledged content, or that of the change under way.
    private struct Expected {
        var acknowledged: String?
        var underWay: String?
    }

    private enum Change { case create, append, replace, correct }

    /// Leaves in the folder what a kill may leave, at the few places that the rounds seldom hit.
    init(root: URL) throws {
        self.root = root
        models = try StoredModels(root: root)
        let mark = UUID().uuidString
        for path in [
            "incoming/answer-\(mark).csv", "incoming/.answer-\(mark).csv.\(mark)",
            "incoming/change-7/0", "processed/set0/.rollup.csv.\(mark)",
            "processed/set0/.README.md.\(mark)", "processed/set0/.dat.nosync07c6.x",
        ] {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("time,dev".utf8).write(to: file)
        }
    }

    /// The microseconds that the next change takes when the machine is idle, or some more: one
    /// that comes with learning needs the readings first.
    var patience: Int {
        switch next {
        case .learn: 800_000
        case .note: 250_000
        default: 150_000
        }
    }

    /// Makes a change of a random sort; false when it was not answered.
    mutating func change(_ port: UInt16, seed: Int) -> Bool {
        defer { chooseNext() }
        guard let next else { return changeFile(port, seed: seed) }
        let request = models.request(next, seed: seed, &scramble)
        guard let status = send(request, to: port) else { return false }
        if status == 303 {
            models.acknowledge()
        } else if next != .learn || status != 503 {
            // One learns at a time, and may have begun in the round before.
            faults.append("\(next) gave \(status)")
        }
        return true
    }

    private mutating func chooseNext() {
        let kinds = StoredModels.Kind.allCases
        let draw = scramble.next(below: 2 * kinds.count)
        next = draw < kinds.count ? kinds[draw] : nil
    }

    /// The status; `nil` when it was not answered.
    private mutating func send(_ request: FormRequest, to port: UInt16) -> Int? {
        let status = PlainClient(port: port).status(
            request.bytes, pause: UInt32(scramble.next(below: 20_000)))
        if status == nil { cutShort += 1 } else { answered += 1 }
        return status
    }

    private mutating func changeFile(_ port: UInt16, seed: Int) -> Bool {
        let set = "set\(scramble.next(below: 6))"
        let name = "\(set)/readings.csv"
        let before = files[name]?.acknowledged
        let others: [Change] = [.append, .replace, .correct]
        let change = before == nil ? .create : others[scramble.next(below: others.count)]
        let key = change == .correct ? name + ".schema.json" : name
        let request: FormRequest
        if change == .correct {
            files[key, default: Expected()].underWay = "unit\(seed)"
            request = correction(set, unit: "unit\(seed)")
        } else {
            let rows = rows(from: seed, count: 1 + scramble.next(below: 2_000))
            files[key, default: Expected()].underWay =
                change == .append ? (before ?? "") + rows : Self.head + rows
            request = upload(set, change, Self.head + rows)
        }
        guard let status = send(request, to: port) else { return false }
        if status == 303 {
            files[key] = Expected(acknowledged: files[key]?.underWay)
        } else {
            faults.append("\(change) of \(set) gave \(status)")
            files[key]?.underWay = nil
        }
        return true
    }

    /// Compares the folder with what it may hold; from then on it has to hold what was found.
    mutating func compare(_ moment: String) {
        for (name, expected) in files {
            let content = content(of: name)
            if content != expected.acknowledged, content != expected.underWay {
                faults.append("\(moment): \(name) is not whole")
            }
            files[name] = Expected(acknowledged: content)
        }
        faults += models.compare().map { "\(moment): \($0)" }
        for path in lastingLitter() { faults.append("\(moment): \(path) was left behind") }
    }

    /// A file's text; of a correction the unit that it gives.
    private func content(of name: String) -> String? {
        let file = root.appending(path: "raw/" + name)
        guard let data = try? Data(contentsOf: file) else { return nil }
        guard name.hasSuffix(".json") else { return String(decoding: data, as: UTF8.self) }
        struct Correction: Decodable { let units: [String: String] }
        let correction = try? JSONDecoder().decode(Correction.self, from: data)
        return correction?.units["pressure"] ?? "broken: \(String(decoding: data, as: UTF8.self))"
    }

    /// What is still there when whoever runs has had time to finish what it is writing.
    private func lastingLitter() -> [String] {
        let end = ContinuousClock.now + .seconds(20)
        var found = litter()
        while !found.isEmpty, ContinuousClock.now < end {
            usleep(50_000)
            let now = Set(litter())
            found = found.filter(now.contains)
        }
        return found
    }

    /// Everything that is neither a file of a set nor made of one.
    private func litter() -> [String] {
        let made: Set<String> = [
            "rollup.csv", "events.csv", "devices.csv", "groups.json", "README.md",
        ]
        let all = FileManager.default.enumerator(atPath: root.path)
        var litter: [String] = []
        while let path = all?.nextObject() as? String {
            let parts = path.split(separator: "/").map(String.init)
            let isKnown =
                switch parts.first {
                case "raw":
                    parts.count < 3 || files[parts.dropFirst().joined(separator: "/")] != nil
                case "processed": parts.count < 3 || parts.count == 3 && made.contains(parts[2])
                case "incoming": parts.count == 1 || parts[1] == ".lock"
                default: parts.count == 1
                }
            if !isKnown, !models.owns(path) { litter.append(path) }
        }
        return litter
    }

    // MARK: - Requests

    private static let head = "time,device,pressure\n"

    private func rows(from seed: Int, count: Int) -> String {
        (0..<count).map { row in
            "\(1_700_000_000 + seed * 10_000 + row),pump-\(row % 3),\(row % 17).5\n"
        }.joined()
    }

    private func upload(_ set: String, _ change: Change, _ text: String) -> FormRequest {
        let mode =
            switch change {
            case .append: "append"
            case .replace: "replace"
            case .create, .correct: "new"
            }
        let form = Multipart(
            fields: ["mode": mode, "set": set, "current": set], files: ["readings.csv": text])
        return FormRequest("/import", form.type, Array(form.body))
    }

    private func correction(_ set: String, unit: String) -> FormRequest {
        FormRequest(
            "/import/schema",
            ["set": set, "file": "readings.csv", "column.2": "pressure", "unit.2": unit])
    }
}

/// A small pseudo-random sequence with a stated seed.
struct Scramble {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
