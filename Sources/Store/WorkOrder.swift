/// Kinds of work; each has its own places, so that none waits for another.
package enum WorkKind: Int, Sendable, Hashable, CaseIterable {
    /// Reading and analysing a set.
    case load
    /// Anything that a page or a download waits for.
    case page
    /// Changes of files.
    case storage
    /// Asking databases for news.
    case news

    /// How many pieces of this kind run at once, each for another set.
    ///
    /// Two loads already share the cores; short work gets more places, as it is cheap and somebody
    /// waits for it.
    package var places: Int {
        switch self {
        case .load, .news: 2
        case .page, .storage: 4
        }
    }
}

/// Decides which work may begin: at most one piece of a kind per set, as many as the kind has
/// places, and work that somebody waits for first.
///
/// A piece that must run alone begins when nothing else runs, and until it has ended nothing else
/// begins. This value knows no threads and clocks; `WorkScheduler` does what it returns.
struct WorkOrder {
    /// A piece of work.
    struct Piece: Hashable {
        var ticket: Int
        var set: String
        var kind: WorkKind
        /// Whether somebody waits for it.
        var isUrgent: Bool
        /// Whether nothing else may run beside it.
        var isAlone: Bool
    }

    private(set) var waiting: [Piece] = []
    private(set) var running: [Piece] = []

    /// Adds a piece of work; returns the pieces that may begin now.
    mutating func add(_ piece: Piece) -> [Piece] {
        waiting.append(piece)
        return begin()
    }

    /// Removes a finished piece; returns the pieces that may begin now.
    ///
    /// - Complexity: O(waiting × running) per piece that begins.
    mutating func end(_ ticket: Int) -> [Piece] {
        running.removeAll { $0.ticket == ticket }
        return begin()
    }

    private mutating func begin() -> [Piece] {
        var begun: [Piece] = []
        while let index = nextIndex {
            let piece = waiting.remove(at: index)
            running.append(piece)
            begun.append(piece)
        }
        return begun
    }

    private var nextIndex: Int? {
        if running.contains(where: \.isAlone) { return nil }
        // Otherwise new work could keep a piece that must run alone waiting for ever.
        if let alone = waiting.firstIndex(where: \.isAlone) {
            return running.isEmpty ? alone : nil
        }
        return waiting.firstIndex { $0.isUrgent && mayBegin($0) }
            ?? waiting.firstIndex(where: mayBegin)
    }

    private func mayBegin(_ piece: Piece) -> Bool {
        let same = running.filter { $0.kind == piece.kind }
        return same.count < piece.kind.places && !same.contains { $0.set == piece.set }
    }
}
