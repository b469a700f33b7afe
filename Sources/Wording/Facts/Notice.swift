package import Reports
import Values

/// Something that has just happened, or that a reader must know before the figures.
package enum Notice: Sendable, Hashable {
    case upload(UploadOutcome)
    case schemaSaved(file: String)
    /// A question about a file was answered.
    case questionSettled(file: String)
    /// What was answered is no longer asked of the file; nothing was changed.
    case questionGone(file: String)
    /// Files that were looked at are not taken in, and gone.
    case lookCancelled
    case reloadStarted(set: String)
    case deleted(set: String)
    /// A model's file was sent and stored under this name.
    case modelStored(file: String)
    /// A model's file was not taken, or not changed.
    case modelRefused(file: String, ModelPanel.Refusal)
    /// The form of a note lacked a time or a text.
    case noteUnclear
    /// One part of the page could not be made.
    case partFailed(page: Page)
}
