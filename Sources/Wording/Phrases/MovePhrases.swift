/// Words about data sets that move from one machine to another.
package protocol MovePhrases {
    /// Why a set was not written to the file, or not taken in from it.
    func moveFault(_ fault: SetMoveFault, file: String) -> Sentence
}
