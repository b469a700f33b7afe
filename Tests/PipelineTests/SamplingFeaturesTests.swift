import Reports
import Testing
import Values
@testable import Pipeline

@Suite("Features that follow the sampling")
struct SamplingFeaturesTests {
    private let metric = MetricRef(index: 0, name: "volt", unit: nil)

    /// Twenty devices, of which every fourth is read `factor` times as often and spreads more.
    private func table(factor: Double) -> FeatureTable {
        var table = FeatureTable(
            unit: .devices, units: [],
            features: [.mean(metric), .spread(metric), .attribute("age")],
            values: [])
        for index in 0..<20 {
            let isFine = index % 4 == 0
            table.units.append(.init(name: "\(index)", device: nil, status: nil))
            table.sampling.append(isFine ? factor : 1)
            table.values.append([
                170 + Double(index * 7 % 5), (isFine ? 15 : 5) + Double(index % 3), isFine ? 9 : 2,
            ])
        }
        return table
    }

    @Test("a spread that is larger where devices are read more often is left out")
    func spread() {
        let table = table(factor: 7)
        #expect(SamplingFeatures(table: table).followers() == [1])
        let rest = table.without([1])
        #expect(rest.features == [.mean(metric), .attribute("age")])
        #expect(rest.values[0] == [170, 9])
    }

    @Test("nothing is where half of the units have a rate")
    func half() {
        var table = table(factor: 7)
        for index in 11..<20 { table.sampling[index] = .nan }
        #expect(SamplingFeatures(table: table).followers() == [1])
        table.sampling[10] = 0
        #expect(SamplingFeatures(table: table).followers().isEmpty)
    }

    @Test("with one rate, or without any, nothing is")
    func oneRate() {
        #expect(SamplingFeatures(table: table(factor: 1)).followers().isEmpty)
        var unknown = table(factor: 7)
        unknown.sampling = unknown.sampling.map { _ in .infinity }
        #expect(SamplingFeatures(table: unknown).followers().isEmpty)
        unknown.sampling = []
        #expect(SamplingFeatures(table: unknown).followers().isEmpty)
    }
}
