/// What a piece of work is of; each kind has places of its own, so that none waits for another.
package enum WorkKind: Int, Sendable, Hashable, CaseIterable {
    /// Reading and analysing a set.
    case load
    /// What a page or a download waits for.
    case page
    /// Changes of files.
    case storage

    /// How many pieces of this kind run at once, each of another set.
    ///
    /// Two loads share the cores already; short work gets more places, for it costs little and
    /// somebody waits for it.
    package var places: Int {
        switch self {
        case .load: 2
        case .page, .storage: 4
        }
    }
}

/// Which work may begin: one piece of a kind for each set, as many sets as the kind has places,
/// and what somebody waits for before what nobody does.
///
/// A piece that is to run alone begins when nothing else runs, and until it has ended nothing else
/// begins. A value without threads or clocks; `WorkScheduler` performs what it says.
struct WorkOrder {
    /// A piece of work.
    struct Piece: Hashable {
        var ticket: Int
        var set: String
        var kind: WorkKind
        /// Somebody waits for it.
        var isUrgent: Bool
        /// Nothing else may run beside it.
        var isAlone: Bool
    }

    private(set) var waiting: [Piece] = []
    private(set) var running: [Piece] = []

    /// Takes a piece of work; gives what may begin now.
    mutating func add(_ piece: Piece) -> [Piece] {
        waiting.append(piece)
        return begin()
    }

    /// Notes that a piece has ended; gives what may begin now.
    ///
    /// - Complexity: O(waiting × running) for each that begins.
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
        // What runs alone would else wait for ever where other work keeps coming.
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
