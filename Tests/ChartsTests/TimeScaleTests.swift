import Charts
import Testing

@Suite struct TimeScaleTests {
    static let day = 86_400.0

    /// Central European time of 2015: the clock was put forward on 29 March and back on 25 October,
    /// both at 01:00 UTC.
    static let berlin = ChartCalendar(name: "CET") { moment in
        (1_427_590_800.0..<1_445_734_800).contains(moment) ? 7_200 : 3_600
    }

    struct Case: Sendable {
        let start: Double
        let end: Double
        let length: Double
        let labels: [String]
    }

    /// Moments in seconds after 1 January 2015, 00:00 UTC.
    @Test(
        "labels of known ranges",
        arguments: [
            Case(
                start: 0, end: 366 * day, length: 470,
                labels: ["Jan/2015", "Apr", "Jul", "Oct", "Jan/2016"]),
            Case(
                start: 0, end: 366 * day, length: 250,
                labels: ["Jan/2015", "Apr", "Jul", "Oct", "Jan/2016"]),
            Case(
                start: 273 * day, end: 366 * day, length: 726,
                labels: ["Oct/2015", "Nov", "Dec", "Jan/2016"]),
            Case(
                start: 60 * day, end: 120 * day, length: 400,
                labels: ["9/Mar 2015", "23", "6/Apr 2015", "20"]),
            Case(
                start: 0, end: day, length: 470,
                labels: [
                    "00:00/1 Jan 2015", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00",
                    "21:00", "00:00/2 Jan 2015",
                ]),
            Case(
                start: 36_000, end: 36_060, length: 300,
                labels: ["10:00:00/1 Jan 2015", "10:00:15", "10:00:30", "10:00:45", "10:01:00"]),
            Case(
                start: 0.25, end: 0.5, length: 300,
                labels: ["00:00:00.250/1 Jan 2015", "00:00:00.500"]),
            Case(
                start: 0, end: 8 * 365.25 * day, length: 640,
                labels: ["2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023"]),
        ])
    func knownRanges(_ item: Case) {
        let scale = TimeScale(
            domain: (Samples.start + item.start)...(Samples.start + item.end), from: 0,
            to: item.length, zone: .utc)
        let labels = scale.ticks.map { $0.label + ($0.context.map { "/" + $0 } ?? "") }
        #expect(labels == item.labels)
    }

    @Test("ticks stand at midnight of the zone on both sides of a change of the clock")
    func clockChange() {
        let march = Samples.start + 85 * Self.day
        let scale = TimeScale(
            domain: march...(march + 6 * Self.day), from: 0, to: 480, zone: Self.berlin)
        #expect(scale.ticks.map(\.label) == ["28", "29", "30", "31", "1", "2"])
        #expect(scale.ticks.map(\.context) == ["Mar 2015", nil, nil, nil, "Apr 2015", nil])
        let offsets = scale.ticks.map {
            ($0.moment - Samples.start).truncatingRemainder(dividingBy: Self.day)
        }
        #expect(Set(offsets) == [82_800, 79_200])
    }

    @Test("any span has at most ten ticks on boundaries, ascending and inside")
    func anySpan() {
        for exponent in -12...44 {
            let span = Double(sign: .plus, exponent: exponent, significand: 1.3)
            for length in [250.0, 480, 1_072] {
                for zone in [ChartCalendar.utc, Self.berlin] {
                    let domain = (Samples.start + 12_345.6)...(Samples.start + 12_345.6 + span)
                    let scale = TimeScale(domain: domain, from: 0, to: length, zone: zone)
                    let moments = scale.ticks.map(\.moment)
                    let label = "\(span) s over \(length)"
                    #expect((1...10).contains(moments.count), "\(label)")
                    #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 }, "\(label)")
                    #expect(moments.allSatisfy(scale.domain.contains), "\(label)")
                    #expect(scale.minorTicks.allSatisfy(scale.domain.contains), "\(label)")
                    #expect(scale.minorTicks.count <= 150, "\(label)")
                }
            }
        }
    }

    @Test("moments far away or without width give a scale")
    func extremes() {
        for domain in [0.0...0, -1e300...1e300, 1e15...1e15, -6.2e10...(-6.2e10 + 1)] {
            let scale = TimeScale(domain: domain, from: 0, to: 400, zone: .utc)
            #expect(!scale.ticks.isEmpty)
            #expect(scale.position(scale.domain.upperBound) == 400)
        }
    }

    @Test("month names come from the zone")
    func monthNames() {
        let zone = ChartCalendar(
            name: "MEZ",
            monthNames: [
                "Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez",
            ]
        ) { _ in 3_600 }
        let scale = TimeScale(
            domain: Samples.start...(Samples.start + 365 * Self.day), from: 0, to: 470, zone: zone)
        #expect(scale.ticks.map(\.label).contains("Okt"))
    }
}
