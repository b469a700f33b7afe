package import Values

/// Words about models and files that cannot be used, for commands and programs.
package protocol FaultPhrases {
    /// Why a model gives no answer.
    func fault(_ error: ModelError) -> String
    /// Why numbers cannot be analysed, as a part of a sentence.
    func fault(_ error: AnalysisError) -> String
    /// Why a file cannot be read or written; `path` is empty where it is not known.
    func fault(_ problem: FileProblem, path: String) -> String
}
