import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Ages of parts")
struct PartAgesTests {
    private static let day = MadeSource.day

    private func source(
        _ devices: [[(day: Double, code: Int)]], codes: Int = 2,
        kind: TimeKind = .time(zone: "UTC", isStated: true)
    ) -> MadeSource {
        MadeSource(
            devices.enumerated().map { .init("d\($0)", days: $1) },
            codes: (0..<codes).map { (.repair, "Part \($0)") } + [(.failure, "part-0")], kind: kind)
    }

    private func ages(
        _ source: MadeSource, of device: Int, lives: PartLives? = nil
    ) throws -> [DiagnosticReport.PartAge] {
        let fleet = try source.fleet()
        return PartAges(scope: source.scope, fleet: fleet, lives: lives)
            .ages(of: fleet.devices[device])
    }

    @Test("are the time since the last repair, beside the fleet's times between repairs")
    func since() throws {
        // Times between repairs of 0: 10, 20, 30, 2 and 4; of 1: five times 10.
        let source = source([
            [(0, 0), (10, 0), (30, 0), (60, 0), (0, 1), (10, 1), (20, 1)],
            [(5, 0), (7, 0), (11, 0), (20, 1), (30, 1), (40, 1), (50, 1), (50, 1)], [],
        ])
        let found = try ages(source, of: 0)
        #expect(found.map(\.code.name) == ["Part 1", "Part 0"])
        #expect(found.map { $0.age / Self.day } == [40, 0])
        #expect(found.map { $0.median / Self.day } == [10, 10])
        // The 0.9 quantile of 2, 4, 10, 20 and 30.
        #expect(abs(found[1].high / Self.day - 26) < 1e-9)
        #expect(found.map(\.stage) == [.old, .young])
        #expect(try ages(source, of: 1).map { $0.age / Self.day } == [49, 10])
        #expect(try ages(source, of: 2).isEmpty, "never repaired")
    }

    @Test("need five times between repairs, and times that are dates")
    func few() throws {
        let six = (0..<6).map { (day: Double($0), code: 0) }
        #expect(try ages(source([six]), of: 0).count == 1)
        #expect(try ages(source([Array(six.dropLast())]), of: 0).isEmpty)
        #expect(try ages(source([six], kind: .cycle), of: 0).isEmpty)
        let many = (0..<13).flatMap { code in (0..<6).map { (day: Double($0), code: code) } }
        #expect(try ages(source([many], codes: 13), of: 0).count == 12)
    }

    @Test("are those of the lives of parts where these know one, by the name of the part")
    func lives() throws {
        let source = source([(0..<6).map { (day: Double($0), code: 0) }])
        let lives = { (name: String, device: Int) in
            PartLives(
                end: 0, horizon: 1, span: 1, codes: [], tooFew: [],
                risks: [
                    PartLives.Risk(
                        device: DeviceRef(index: device, name: "d\(device)"),
                        code: CodeRef(index: 2, kind: .failure, name: name, rank: 0),
                        age: 7 * Self.day, probability: nil, isPastLife: false)
                ])
        }
        #expect(try ages(source, of: 0, lives: lives("part-0", 0)).map(\.age) == [7 * Self.day])
        #expect(try ages(source, of: 0, lives: lives("part-0", 1)).map(\.age) == [55 * Self.day])
        #expect(try ages(source, of: 0, lives: lives("part-1", 0)).map(\.age) == [55 * Self.day])
    }
}
