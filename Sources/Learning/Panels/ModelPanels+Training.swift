import Models
import Telemetry
import Values

extension ModelPanels {
    /// `<kind>-<set>.onnx` with nothing in it that a file system could mind.
    package static func fileName(_ kind: String, _ set: String) -> String {
        let safe = set.unicodeScalars.prefix(60).map { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || scalar == "-" || scalar == "_" ? Character(scalar) : "_"
        }
        return "\(kind)-\(String(safe)).onnx"
    }
}

extension ModelManager {
    /// Puts what was learned into the folder, after having compared the file with it.
    func keep(_ learned: TrainedAutoencoder, named name: String) throws(ModelError) -> String {
        try keep(learned.model, written: learned.onnx(), fittedOn: learned.rows, named: name)
            .entry.name
    }
}
