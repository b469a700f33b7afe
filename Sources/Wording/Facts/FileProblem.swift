/// Why a file cannot be read or written, as the system's libraries tell it.
package enum FileProblem: Sendable, Hashable, CaseIterable {
    case missing, notReadable, notWritable, noSpace, tooLarge, other
}
