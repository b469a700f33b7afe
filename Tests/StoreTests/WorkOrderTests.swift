import Analysis
import Testing

@testable import Store

/// Which work may begin, as a table of what runs and what waits.
@Suite("The order of work")
struct WorkOrderTests {
    private var order = WorkOrder()
    private var next = 0

    private mutating func add(
        _ kind: WorkKind, _ set: String, isUrgent: Bool = true, isAlone: Bool = false
    ) -> [Int] {
        defer { next += 1 }
        return order.add(
            .init(ticket: next, set: set, kind: kind, isUrgent: isUrgent, isAlone: isAlone)
        ).map(\.ticket)
    }

    private mutating func end(_ ticket: Int) -> [Int] { order.end(ticket).map(\.ticket) }

    @Test("A set's work waits for the same set's of its kind, in order")
    mutating func sameSet() {
        #expect(add(.page, "a") == [0])
        #expect(add(.page, "a") == [])
        #expect(add(.page, "a") == [])
        #expect(add(.page, "b") == [3])
        #expect(add(.load, "a") == [4])
        #expect(end(0) == [1])
        #expect(end(1) == [2])
        #expect(end(2) == [])
    }

    @Test("Another set's loads leave the places of pages alone")
    mutating func kinds() {
        #expect(add(.load, "a") == [0])
        #expect(add(.load, "b") == [1])
        #expect(add(.load, "c") == [])
        for (place, set) in ["a", "b", "c", "d"].enumerated() {
            #expect(add(.page, set) == [3 + place])
        }
        #expect(add(.page, "e") == [])
        #expect(end(5) == [7])
        #expect(end(1) == [2])
    }

    @Test("What somebody waits for goes before what nobody does")
    mutating func urgent() {
        #expect(add(.load, "a") == [0])
        #expect(add(.load, "b") == [1])
        #expect(add(.load, "c", isUrgent: false) == [])
        #expect(add(.load, "d") == [])
        #expect(end(0) == [3])
        #expect(end(3) == [2])
    }

    @Test("What runs alone waits for all to end, and all that comes later waits for it")
    mutating func alone() {
        #expect(add(.load, "a") == [0])
        #expect(add(.page, "b") == [1])
        #expect(add(.load, "bad", isAlone: true) == [])
        #expect(add(.page, "c") == [])
        #expect(end(0) == [])
        #expect(end(1) == [2])
        #expect(add(.page, "d") == [])
        #expect(end(2) == [3, 4])
        #expect(order.waiting.isEmpty && order.running.map(\.ticket) == [3, 4])
    }

    @Test("Nothing is lost or begun twice, whatever comes in whichever order")
    mutating func everything() {
        var random = SeededGenerator(seed: 7)
        var running: [Int] = []
        var begun: [Int] = []
        for _ in 0..<2_000 {
            let started: [Int]
            if Bool.random(using: &random), let ended = running.randomElement(using: &random) {
                running.removeAll { $0 == ended }
                started = end(ended)
            } else {
                started = add(
                    WorkKind.allCases.randomElement(using: &random) ?? .page,
                    "set \(Int.random(in: 0..<6, using: &random))",
                    isUrgent: .random(using: &random),
                    isAlone: Int.random(in: 0..<20, using: &random) == 0)
            }
            running += started
            begun += started
            for kind in WorkKind.allCases {
                let same = order.running.filter { $0.kind == kind }
                #expect(same.count <= kind.places && Set(same.map(\.set)).count == same.count)
            }
        }
        while let ended = running.popLast() {
            let started = end(ended)
            running += started
            begun += started
        }
        #expect(begun.sorted() == Array(0..<next))
    }
}
