import Values

extension ModelPanel {
    /// What can be learned from the set, and how far a training is.
    public struct Training: Sendable, Hashable {
        /// What is learned; the raw values are those of the form and of file names.
        public enum Task: String, Sendable, Hashable, CaseIterable {
            case anomaly = "autoencoder"
            case failure
            case life = "rul"
        }

        /// How a training ended.
        public enum Ending: Sendable, Hashable {
            case done(file: String)
            case cancelled
            /// Fewer failures, lives or rows than a training needs.
            case tooFew(found: Int, needed: Int)
            /// The model's file could not be written.
            case notStored(errno: Int32)
            /// The process that trains failed, or the data cannot be learned from.
            case failed
        }

        /// The state of the one training that may run at a time; `share` is done, 0…1.
        public enum State: Sendable, Hashable {
            case idle
            case running(Task, set: String, share: Double)
            case ended(Task, set: String, Ending)
        }

        /// What the set has the data for.
        public var tasks: [Task]
        /// The training that runs or ran last, of any set.
        public var state: State
        /// Whether times are dates; only then a horizon for failures can be chosen in days.
        public var isCalendar: Bool

        /// By default nothing runs and anomalies can be learned.
        public init(tasks: [Task] = [.anomaly], state: State = .idle, isCalendar: Bool = true) {
            self.tasks = tasks
            self.state = state
            self.isCalendar = isCalendar
        }
    }
}
