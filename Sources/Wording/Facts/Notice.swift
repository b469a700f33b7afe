package import Reports
import Values

/// Something that has just happened, or that people must know before they read the figures.
package enum Notice: Sendable, Hashable {
    case upload(UploadOutcome)
    case schemaSaved(file: String)
    /// A question about a file was answered.
    case questionSettled(file: String)
    /// The answered question is no longer asked of the file; nothing was changed.
    case questionGone(file: String)
    /// Files that were looked at were deleted without being taken in.
    case lookCancelled
    case reloadStarted(set: String)
    case deleted(set: String)
    /// The file of a model was stored under this name.
    case modelStored(file: String)
    /// The file of a model was not taken, or not changed.
    case modelRefused(file: String, ModelPanel.Refusal)
    /// A form of a note could not be used: a time or a text was missing, for example.
    case noteUnclear
    /// One part of this page could not be made.
    case partFailed(page: Page)
}
