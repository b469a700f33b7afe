import Values

extension ModelPanel {
    /// What can be learned from the set, and how far the learning is.
    public struct Training: Sendable, Hashable {
        /// What is learned; the raw values are those of the form and of the files' names.
        public enum Task: String, Sendable, Hashable, CaseIterable {
            case anomaly = "autoencoder"
            case failure
            case life = "rul"
        }

        /// How a training ended.
        public enum Ending: Sendable, Hashable {
            case done(file: String)
            case cancelled
            /// Too few failures, lives or rows.
            case tooFew(found: Int, needed: Int)
            /// The file could not be written; the system's number of the error.
            case notStored(errno: Int32)
            /// The program could not finish it.
            case failed
        }

        /// Where the training of models is.
        public enum State: Sendable, Hashable {
            case idle
            case running(Task, set: String, share: Double)
            case ended(Task, set: String, Ending)
        }

        /// What the set allows.
        public var tasks: [Task]
        /// Where the training of models is.
        public var state: State
        /// How far failures are looked for when nothing else is chosen.
        public var isCalendar: Bool

        /// Nothing runs.
        public init(tasks: [Task] = [.anomaly], state: State = .idle, isCalendar: Bool = true) {
            self.tasks = tasks
            self.state = state
            self.isCalendar = isCalendar
        }
    }
}
