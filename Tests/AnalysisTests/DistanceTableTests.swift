import Testing

@testable import Analysis

@Suite("Distances measured once")
struct DistanceTableTests {
    @Test("the mean silhouette is that of every row by itself", arguments: [1, 2, 5, 24])
    func silhouette(columns: Int) throws {
        let centers = (0..<3).map { group in (0..<columns).map { Double(group * 4 + $0 % 2) } }
        let matrix = try groups(at: centers, each: 67, spread: 2)
        let table = try #require(DistanceTable(matrix))
        for count in 2...6 {
            let labels = (0..<matrix.rowCount).map { $0 * 7 % count }
            let expected = try ClusterQuality.silhouette(matrix, labels: labels).mean
            let mean = try #require(table.meanSilhouette(labels, count: count))
            #expect(agree(mean, expected, to: 1e-12))
        }
    }

    @Test("a label without rows is none, a row alone has silhouette 0, one label is no clustering")
    func edges() throws {
        let matrix = try FeatureMatrix(rows: [[0], [0.1], [5]])
        let table = try #require(DistanceTable(matrix))
        let expected = try ClusterQuality.silhouette(matrix, labels: [0, 0, 3]).mean
        #expect(agree(table.meanSilhouette([0, 0, 3], count: 5) ?? .nan, expected, to: 1e-12))
        #expect(table.meanSilhouette([1, 1, 1], count: 2) == nil)
    }

    @Test("many rows have no table, and are judged all the same")
    func many() throws {
        let matrix = try groups(at: [[0], [9]], each: 1_001, spread: 1)
        #expect(DistanceTable(matrix) == nil)
        let labels = (0..<matrix.rowCount).map { $0 % 2 }
        let expected = try ClusterQuality.silhouette(matrix, labels: labels).mean
        let mean = SilhouetteRows(matrix, sample: nil).meanSilhouette(labels, count: 2)
        #expect(mean == expected)
        let sample = Array(0..<500)
        let part = SilhouetteRows(matrix, sample: sample).meanSilhouette(labels, count: 2)
        let ofPart = try ClusterQuality.silhouette(
            matrix.selectingRows(sample), labels: Array(labels.prefix(500))
        ).mean
        #expect(agree(part ?? .nan, ofPart, to: 1e-12))
    }
}
