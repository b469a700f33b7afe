import Dashboard
import Exports
import Foundation
import Pipeline
import Reports
import Telemetry
import Values
import Wording

/// `perfmon causes`: which signal a fault began with, and what moved in which order.
struct CausesCommand {
    struct Request: Sendable, Equatable {
        /// A file, or a folder that is one set.
        var input: String
        /// When somebody noticed that something is wrong; `nil` for the end of the data.
        var noticed: String?
        /// A device's name; `nil` for the only one, or the one with the most readings.
        var device: String?
        /// JSON instead of sentences.
        var isJSON = false
    }

    let request: Request
    let configuration: Configuration

    /// Gives the exit status, 1 where files cannot be used or nothing can be ranked.
    func run() -> Int32 {
        do {
            print(try answer())
            return 0
        } catch {
            print("causes: \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    /// The text that is printed.
    ///
    /// - Throws: `UsageProblem`, or what loading throws.
    func answer() throws -> String {
        let pipeline = try InputSet(request.input, files: "none", configuration).pipeline
        let catalog = pipeline.source.catalog
        let report = try pipeline.causes(
            noticed: try noticed(catalog.axis), device: try device(catalog))
        guard let report else {
            throw UsageProblem.tooFewRows(signals: 2, rows: 400)
        }
        if request.isJSON {
            return String(decoding: CausesJSON(report, axis: catalog.axis).content(), as: UTF8.self)
        }
        return PlainPhrases(context: pipeline.context).causes(report)
    }

    private func noticed(_ axis: TimeAxis) throws(UsageProblem) -> Double? {
        guard let text = request.noticed else { return nil }
        guard let time = TimeWords.time(text, axis) else {
            throw .value(of: "--at", given: text, expected: .time)
        }
        return time
    }

    private func device(_ catalog: Catalog) throws(UsageProblem) -> Int? {
        guard let name = request.device else { return nil }
        guard let index = catalog.devices.firstIndex(where: { $0.name == name }) else {
            throw .noDevice(name)
        }
        return index
    }
}
