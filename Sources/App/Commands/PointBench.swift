import Analysis
import Foundation
import HTTP

/// Times the algorithms of Analysis on files of points: rows of little-endian doubles.
struct PointBench {
    let words: [String]

    /// Arguments that cannot be used.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    func run() throws {
        guard let columns = Int(words[2]), columns > 0 else {
            throw Failure(description: "D is a positive number, not \(words[2])")
        }
        let points = try matrix(words[1] + ".f64", columns)
        switch words[0] {
        case "kmeans": try kmeans(points, columns)
        case "dbscan": try dbscan(points)
        case "iforest": try isolate(points)
        case "pca":
            let model = try Measured.time {
                try PrincipalComponents(count: min(2, columns)).fit(points)
            }
            model.report("pca", [("first_ratio", model.value.explainedVarianceRatios[0])])
        default:
            let labels = try labels(words[1] + ".labels.i32", count: points.rowCount)
            let silhouette = try Measured.time {
                try ClusterQuality.silhouette(points, labels: labels)
            }
            silhouette.report("silhouette", [("mean", silhouette.value.mean)])
        }
    }

    private func kmeans(_ points: FeatureMatrix, _ columns: Int) throws {
        guard let k = Int(words[3]), k > 0 else {
            throw Failure(description: "K is a positive number, not \(words[3])")
        }
        let start = try matrix(words[1] + ".init.f64", columns)
        // Peers are timed after a small fit too, since the cost of a first call is not the
        // algorithm's.
        let few = min(points.rowCount, 500)
        let head = try FeatureMatrix(
            rowCount: few, columnCount: columns, values: Array(points.values.prefix(few * columns)))
        _ = try KMeans(k: min(2, few), restarts: 1).fit(head)
        let model = try Measured.time {
            try KMeans(k: k, restarts: 1, start: start).fit(points)
        }
        model.report(
            "kmeans",
            [("inertia", model.value.inertia), ("iterations", Double(model.value.iterations))])
    }

    private func isolate(_ points: FeatureMatrix) throws {
        let columns = (0..<points.columnCount).map { column in
            (0..<points.rowCount).map { points[$0, column] }
        }
        let signals = try Signals(columns)
        let scores = try Measured.time {
            try IsolationForest().fit(signals).scores(signals, mode: .offline)
        }
        scores.report("iforest", [("greatest", scores.value.score.max() ?? .nan)])
    }

    private func dbscan(_ points: FeatureMatrix) throws {
        guard let eps = Double(words[3]), let least = Int(words[4]) else {
            throw Failure(description: "EPS and MIN are numbers, not \(words[3]) and \(words[4])")
        }
        let model = try Measured.time { try DBSCAN(eps: eps, minSamples: least).fit(points) }
        model.report(
            "dbscan",
            [
                ("clusters", Double(model.value.clusterCount)),
                ("noise", Double(model.value.noiseCount)),
            ])
    }

    private func matrix(_ path: String, _ columns: Int) throws -> FeatureMatrix {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let count = bytes.count / 8
        let values = (0..<count).map { index -> Double in
            var bits: UInt64 = 0
            for place in 0..<8 { bits |= UInt64(bytes[index * 8 + place]) << UInt64(place * 8) }
            return Double(bitPattern: bits)
        }
        return try FeatureMatrix(rowCount: count / columns, columnCount: columns, values: values)
    }

    private func labels(_ path: String, count: Int) throws -> [Int?] {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        guard bytes.count == count * 4 else {
            throw Failure(description: "\(path) does not hold \(count) labels")
        }
        return (0..<count).map { index in
            var bits: UInt32 = 0
            for place in 0..<4 { bits |= UInt32(bytes[index * 4 + place]) << UInt32(place * 8) }
            // A label below zero is a cluster like any other, as it is for the peers.
            return Int(Int32(bitPattern: bits))
        }
    }
}
