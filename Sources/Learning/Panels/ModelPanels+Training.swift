import Models
import Telemetry
import Values

extension ModelPanels {
    /// `<kind>-<set>.onnx`, with all but ASCII letters, digits, `-` and `_` of the set's name
    /// replaced and at most 60 of its characters.
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
    /// Stores a learned autoencoder, after checking that the file computes the same; returns the
    /// file's name.
    func keep(_ learned: TrainedAutoencoder, named name: String) throws(ModelError) -> String {
        try keep(learned.model, written: learned.onnx(), fittedOn: learned.rows, named: name)
            .entry.name
    }
}
