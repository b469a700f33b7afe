import Analysis
import Foundation
import Models
import Testing
import Values

/// The inputs that are listed for a shared model, as rows of features.
private func listedRows(_ file: String) throws -> FeatureMatrix {
    let json = try JSONSerialization.jsonObject(
        with: Data(try Surroundings.bytes("models/manifest.json")))
    let entry = try #require(
        ((json as? [String: Any])?["models"] as? [[String: Any]])?
            .first { $0["file"] as? String == file + ".onnx" })
    let feed = try #require((entry["feeds"] as? [String: [String: Any]])?.first?.value)
    let width = try #require((feed["dims"] as? [Int])?.last)
    let values = try #require(feed["data"] as? [Double])
    return try FeatureMatrix(rowCount: values.count / width, columnCount: width, values: values)
}

private func isClose(_ found: [Double?], _ expected: [Double?], _ tolerance: Double) -> Bool {
    found.count == expected.count
        && zip(found, expected).allSatisfy { pair in
            guard let found = pair.0, let expected = pair.1 else {
                return pair.0 == nil && pair.1 == nil
            }
            return abs(found - expected) <= tolerance * max(1, abs(expected))
        }
}

@Suite(
    "Scores of rows", .serialized,
    .enabled(if: Surroundings.canRunShared, "needs ../shared, the program and an ONNX Runtime"))
struct ScoringTests {
    private static let manager = ModelManager(
        folder: Surroundings.shared.appending(path: "models").path,
        client: Surroundings.client())

    private func score(
        _ name: String, _ rows: FeatureMatrix? = nil, options: ScoringOptions = ScoringOptions()
    ) throws -> ModelScores {
        try Self.manager.score(
            name + ".onnx", features: rows ?? listedRows(name), options: options)
    }

    @Test("of an autoencoder are the errors, scaled by the spread in training")
    func autoencoder() throws {
        let scores = try score("pump_autoencoder")
        #expect(scores.errorScale == .model)
        #expect(scores.threshold == 0.247731)
        #expect(scores.isHigherWorse == true)
        let expected = [0.28457196, 0.70637831, 0.1915668, 68.23307331, 80.70130278]
        #expect(isClose(scores.values, expected, 1e-4))
        let errors = try #require(scores.featureErrors)
        #expect(isClose([errors.row(4).reduce(0, +) / 8], [expected[4]], 1e-4))
    }

    @Test("of an autoencoder are the model's own where nobody knows the spread in training")
    func ownScore() throws {
        let own = [0.08377064, 0.21626748, 0.14805525, 5.3487711, 6.6723123]
        let scores = try score("written_autoencoder")
        #expect(scores.errorScale == .modelScore)
        #expect(isClose(scores.values, own, 2e-5))
        var options = ScoringOptions()
        options.featureStd = [
            0.00483232, 0.00435232, 0.2393337, 0.11983481, 1.7506994, 0.5518182, 3.7079606,
            1.5163502,
        ]
        let given = try score("written_autoencoder", options: options)
        #expect(given.errorScale == .given)
        #expect(isClose(given.values, own, 1e-4))
    }

    @Test(
        "do not depend on how many rows a model takes at once",
        arguments: ["pump_autoencoder_batch1", "pump_autoencoder_default_export"])
    func fixedBatch(name: String) throws {
        let rows = try listedRows("pump_autoencoder")
        let expected = try score("pump_autoencoder", rows)
        var options = ScoringOptions()
        options.featureStd = try #require(
            Self.manager.entry(named: "pump_autoencoder.onnx").card.map {
                ModelMetadata($0.metadata).featureStd
            })
        let found = try score(name, rows, options: options)
        #expect(isClose(found.values, expected.values, 1e-4))
    }

    @Test("are missing in rows with a missing feature, and nowhere else")
    func missing() throws {
        var rows = try listedRows("pump_autoencoder")
        let whole = try score("pump_autoencoder", rows)
        rows[1, 3] = .nan
        rows[3, 0] = .infinity
        let scores = try score("pump_autoencoder", rows)
        #expect(scores.values.map { $0 == nil } == [false, true, false, true, false])
        #expect(scores.values[4] == whole.values[4])
        #expect(scores.featureErrors?.row(1).allSatisfy(\.isNaN) == true)
        let none = try score("pump_autoencoder", rows.selectingRows([1, 3]))
        #expect(none.values == [nil, nil])
        let empty = try score("pump_autoencoder", rows.selectingRows([]))
        #expect(empty.values.isEmpty)
    }

    @Test("of an isolation forest are turned so that higher is worse")
    func forest() throws {
        let scores = try score("pump_isolation_forest")
        #expect(scores.threshold == 0)
        #expect(
            isClose(
                scores.values, [-0.0901111, -0.0385296, -0.1048487, 0.1717202, 0.1896084], 1e-6))
    }

    @Test("of classifiers are the probability of failure, however it is written")
    func classifiers() throws {
        let expected = [0.000472575, 5.215406e-06, 0.008184284, 0.5608139, 0.001104087]
        let maps = try score("mill_logistic_zipmap")
        #expect(isClose(maps.values, expected, 1e-6))
        #expect(maps.classes == ["0", "1"])
        #expect(maps.labels == ["0", "0", "0", "1", "0"])
        let plain = try score("mill_logistic_plain")
        #expect(isClose(plain.values, expected, 1e-6))
        let single = try score("mill_failure")
        #expect(
            isClose(
                single.values, [0.000103920, 1.192e-07, 0.008714676, 0.468296677, 0.000417918], 1e-6
            ))
        #expect(single.labels == nil)
        #expect(single.threshold == 0.5)
    }

    @Test("of several classes are all that is not the normal one")
    func classes() throws {
        let scores = try score("mill_forest_string_labels")
        #expect(scores.classes == ["Heat", "No Failure", "Overstrain"])
        #expect(scores.labels?.first == "No Failure")
        #expect(isClose([scores.values[0]], [0.0026725479 + 0.0003326061], 1e-6))
    }

    @Test("of groups are the distance to the nearest")
    func clusters() throws {
        let scores = try score("pump_kmeans")
        #expect(scores.labels == ["2", "2", "1", "3", "3"])
        #expect(isClose([scores.values[0], scores.values[2]], [1.6560481, 0.8594698], 2e-5))
    }

    @Test("of windows stand in the row they end with, and windows end with their device")
    func windows() throws {
        let rows = try listedRows("pump_lstm_windows")
        var options = ScoringOptions()
        options.segments = [0..<30, 30..<60, 60..<90]
        let scores = try score("pump_lstm_windows", rows, options: options)
        var expected = [Double?](repeating: nil, count: 90)
        for (row, value) in [(29, 0.3642203), (59, 0.667308), (89, 0.0218267)] {
            expected[row] = value
        }
        #expect(isClose(scores.values, expected, 5e-5))
        let together = try score("pump_lstm_windows", rows)
        #expect(together.values.firstIndex { $0 != nil } == 29)
        #expect(together.values[29...].allSatisfy { $0 != nil })
        #expect(isClose([together.values[89]], [expected[89]], 5e-5))
    }

    @Test("of windows of open length use the length that is given")
    func openWindows() throws {
        let rows = try listedRows("pump_cnn_windows")
        var options = ScoringOptions()
        options.window = 24
        options.segments = [0..<24, 24..<48, 48..<72]
        let scores = try score("pump_cnn_windows", rows, options: options)
        #expect(scores.classes == ["normal", "warning", "alarm"])
        #expect(scores.labels?[23] == "warning")
        #expect(scores.labels?[47] == "alarm")
        #expect(isClose([scores.values[23]], [1 - 0.0201416797], 5e-5))
    }

    @Test("take columns of other types, and 64-bit numbers")
    func types() throws {
        let double = try score("mill_ridge_double")
        #expect(
            isClose(
                double.values, [143.0710587, 232.2564859, 45.1405590, -1.4442090, 101.4279056], 1e-6
            ))
        let columns = try FeatureMatrix(rows: [
            [2, 1557.640625, 46.43546676635742, 93.01628875732422]
        ])
        let scores = try Self.manager.score(
            "mill_columns_int64.onnx", features: columns,
            columnNames: ["mode", "rpm", "torque", "wear"])
        #expect(isClose(scores.values, [0.0004947185], 1e-6))
        let whole = try score("counts_int64_bool", FeatureMatrix(rows: [[9, 9, 9, 9]]))
        #expect(whole.values == [29.25])
    }

    @Test("of more rows than are given at once are those of each row")
    func batches() throws {
        let rows = try listedRows("pump_kmeans")
        let one = try score("pump_kmeans", rows)
        let order = (0..<20_001).map { $0 % 5 }
        let many = try score("pump_kmeans", rows.selectingRows(order))
        #expect(many.labels == order.map { one.labels?[$0] })
        #expect(isClose(many.values, order.map { one.values[$0] }, 1e-6))
    }

    @Test("are refused with what is missing")
    func refusals() throws {
        let rows = try FeatureMatrix(rows: [[1, 2]])
        #expect(throws: ModelError.featureCount(expected: 8, found: 2)) {
            try score("pump_autoencoder", rows)
        }
        #expect(throws: ModelError.missingColumns(["torque", "wear"])) {
            try Self.manager.score(
                "mill_columns_int64.onnx", features: rows, columnNames: ["mode", "rpm"])
        }
        #expect(throws: ModelError.unsupported(.inputType(name: "grade"))) {
            try score("mill_columns_string", rows)
        }
        #expect(
            throws: ModelError.file(
                path: Self.manager.folder + "/none.onnx", errno: ENOENT)
        ) {
            try score("none", rows)
        }
        #expect(throws: ModelError.featureCount(expected: 3, found: 2)) {
            try Self.manager.score("pump_kmeans.onnx", features: rows, columns: [0, 2])
        }
    }
}
