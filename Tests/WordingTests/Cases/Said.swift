import Reports
@testable import Wording

/// What a phrase table answers, as lines of the reference file.
protocol Words {
    var lines: [String] { get }
}

extension String: Words {
    var lines: [String] { [isEmpty ? "(nothing)" : self] }
}

extension Sentence: Words {
    var lines: [String] { plain.lines }
}

extension LimitedText: Words {
    var lines: [String] { [text] }
}

extension Optional: Words where Wrapped: Words {
    var lines: [String] { self?.lines ?? ["(nothing)"] }
}

extension Array: Words where Element: Words {
    var lines: [String] { flatMap(\.lines) }
}

extension CardWords: Words {
    var lines: [String] {
        [("title", title), ("sub", sub), ("say", say.plain), ("note", note)].compactMap {
            $1.isEmpty ? nil : "\($0): \($1)"
        }
    }
}

extension KPIWords: Words {
    var lines: [String] {
        [
            ("label", label), ("small", small), ("change", change.plain), ("whole", whole),
            ("spark", sparkTitle),
        ].compactMap { $1.isEmpty ? nil : "\($0): \($1)" }
    }
}

/// One requirement of the phrase protocols with what is said for its cases, each line once.
struct Said {
    /// As Swift writes it: `title(of:)`.
    let requirement: String
    let lines: [String]

    init<Case, Answer: Words>(
        _ requirement: String, _ cases: [Case], _ say: (Case) -> Answer
    ) {
        self.requirement = requirement
        var seen: Set<String> = []
        lines = cases.flatMap { say($0).lines }.filter { seen.insert($0).inserted }
    }

    /// A requirement without parameters.
    init(_ requirement: String, _ words: String) {
        self.init(requirement, [words]) { $0 }
    }
}

/// The requirements of one protocol.
struct Chapter {
    /// The protocol's name.
    let name: String
    let sayings: [Said]

    init(_ name: String, @SayingsBuilder _ sayings: () -> [Said]) {
        self.name = name
        self.sayings = sayings()
    }
}

/// Makes a list of what is written one below the other, each checked by itself.
@resultBuilder
enum SayingsBuilder {
    static func buildExpression(_ said: Said) -> [Said] { [said] }
    static func buildExpression(_ said: [Said]) -> [Said] { said }
    static func buildBlock(_ parts: [Said]...) -> [Said] { parts.flatMap(\.self) }
}
