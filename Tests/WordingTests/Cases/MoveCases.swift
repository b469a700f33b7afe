import Values

@testable import Wording

/// Sets that move from one machine to another.
extension PhraseCases {
    var moves: Chapter {
        Chapter("MovePhrases") {
            Said("moveFault(_:file:)", Self.moveFaults) { phrases.moveFault($0, file: "x.zip") }
        }
    }

    private static let moveFaults: [SetMoveFault] = [
        .container(.link("a.csv")), .noSet, .newer(format: 2, known: 1), .noList,
        .badPath("files/../a.csv"), .otherFiles("files/a.csv"), .changed("files/a.csv"), .noData,
        .nameTaken(set: "x"), .badName("//"), .modelTaken(file: "risk-x.onnx"), .unknownSet("x"),
        .inDatabase(set: "x"), .shrunk(file: "a.csv"), .notStored(reason: "permission denied"),
    ]
}
