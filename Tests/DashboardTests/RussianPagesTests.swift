import Dashboard
import Wording
import Reports
import Samples
import Testing
import Values

/// Pages in Russian hold no word of another language but names.
@Suite("Every page in Russian")
struct RussianPagesTests {
    /// Names of the samples, of methods and formats, and signs that no language changes.
    static let names: Set<String> = [
        "Performance", "Analytics", "System", "English", "CSV", "TSV", "PDF", "PNG", "SVG", "Excel",
        "JSON", "KMeans", "DBSCAN", "HDBSCAN", "ONNX",
        "SHA", "NMI", "UTC", "Runtime", "AMSAA", "means", "seed", "eps", "opset", "UTF", "ASCII",
        "volt", "rotate", "pressure", "vibration", "temperature", "rpm", "bar", "model", "model1",
        "model2", "model3", "model4", "age", "machineID", "window", "YYYY", "hourly", "daily",
        "PdM_telemetry", "PdM_errors", "PdM_telemetry_daily", "csv", "onnx", "perfmon", "failure",
        "24h", "life", "features", "float", "probability", "errorID", "datetime", "INFO", "ERROR",
        "FATAL",
        "abc", "NaN", "day_num", "date", "skab", "azure_pdm", "autoencoder", "mean", "error5",
        "SOURCE_KEY", "PLANT_ID", "degC", "Windows", "name", "zip", "xlsx",
    ]

    @Test("keeps the words to the language, and decimals to the comma", arguments: Rendered.all)
    func words(_ rendered: Rendered) throws {
        var query = PageQuery()
        query.language = .ru
        let document = try Rendered(kind: rendered.kind, page: rendered.page, query: query)
            .document()
        let asIs = Set(
            (document.classed("raw") + document.classed("ex") + document.named("code")
                + document.named("option"))
                .flatMap(document.below))
        let known = Self.names.union(Self.words(of: Sample(rendered.kind)))
        for (index, node) in document.nodes.enumerated() where !asIs.contains(index) {
            let spoken = ["title", "aria-label", "placeholder"].compactMap { node.attributes[$0] }
            for text in [node.text] + spoken {
                let foreign = Self.foreign(in: text).filter { !known.contains($0) }
                #expect(foreign.isEmpty, "\(foreign) in: \(text)")
                #expect(!Self.hasPoint(text), "a decimal point in: \(text)")
            }
        }
    }

    /// Latin words of three letters and more, but no hashes and no cut names.
    private static func foreign(in text: String) -> [String] {
        let words: [Substring] = text.split(whereSeparator: { !isLatin($0) })
        return words.map { String($0) }.filter { word in
            (3...24).contains(word.count) && word.first?.isLetter == true
                && !text.contains(word + "…") && !text.contains("…" + word)
        }
    }

    private static func isLatin(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }

    /// A digit, a point, a digit, where no version and no file stands.
    private static func hasPoint(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 2, !text.contains("1.0.0"), !text.contains("Runtime") else {
            return false
        }
        return (1..<(bytes.count - 1)).contains { place in
            bytes[place] == 0x2E && isDigit(bytes[place - 1]) && isDigit(bytes[place + 1])
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// Words that the user's files brought along.
    private static func words(of sample: Sample) -> [String] {
        let context = sample.context
        var texts = context.metrics.flatMap { [$0.name, $0.unit ?? ""] }
        texts += context.codes.map(\.name) + [context.dataset, context.fingerprint]
        texts += context.deviceNames + sample.input().datasets
        for file in sample.snapshot.imports.load.files {
            texts.append(file.name)
            for column in file.schema.columns { texts += [column.name] + column.examples }
        }
        return texts.flatMap(foreign)
    }
}
