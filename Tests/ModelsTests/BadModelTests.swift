import Models
import Testing
import Values

/// What became of a file that was loaded and run on zeros.
private enum Outcome: Equatable {
    case ran
    case loadedOnly
    case fault(InferenceFault)
}

/// Zeros for an input, four for an open size; nil when that would be too many.
private func zeros(_ port: OnnxPort) -> OnnxFeed? {
    let dims = (port.type?.dims ?? []).map { $0.size ?? 4 }
    guard port.type?.elementType == .float32, let count = OnnxTensor.elementCount(dims),
        count <= 1 << 20,
        let tensor = OnnxTensor(
            dims: dims, data: .float32([Float](repeating: 0, count: count)))
    else { return nil }
    return OnnxFeed(name: port.name, tensor: tensor)
}

private func runOnZeros(_ model: ModelFile, _ client: InferenceClient) throws -> Outcome {
    do {
        let inputs = try client.load(model).inputs
        let feeds = inputs.compactMap(zeros)
        guard feeds.count == inputs.count else { return .loadedOnly }
        _ = try client.run(model, feeds: feeds)
        return .ran
    } catch {
        guard case .fault(let fault) = error else { throw error }
        return .fault(fault)
    }
}

@Suite(
    "Bad models, given to the runtime without a look before", .serialized,
    .enabled(if: Surroundings.canRunShared, "needs ../shared, the program and an ONNX Runtime"))
struct BadModelTests {
    private static let client = Surroundings.client(
        loadDeadline: .seconds(5), runDeadline: .seconds(5))

    @Test(
        "end as their list demands, in time, and a good one runs after each",
        arguments: Manifest.entries("bad"))
    func ends(entry: Manifest.Entry) throws {
        // Whatever it does, it is over: a run that no deadline ended would hold the test up for ever.
        let outcome = try runOnZeros(Surroundings.model("bad/" + entry.file), Self.client)
        switch entry.must {
        case "accept (valid)":
            #expect(outcome == .ran || outcome == .loadedOnly)
        case "refuse with the runtime's own words":
            guard case .fault(let fault) = outcome else {
                Issue.record("not refused: \(outcome)")
                return
            }
            switch fault.cause {
            case .message(let words, _), .outOfMemory(let words): #expect(!words.isEmpty)
            default: Issue.record("no words: \(fault)")
            }
        case "survive: the process was killed or never ended in at least one version":
            // Which of them end and how differs between versions; that this line is reached, and
            // the next ones succeed, is what is asked.
            break
        default: Issue.record("an unknown demand: \(entry.must ?? "none")")
        }
        let good = try runOnZeros(Surroundings.model("models/written_ridge.onnx"), Self.client)
        #expect(good == .ran)
    }

    @Test(
        "that never end are stopped at the deadline",
        arguments: [
            ("endless_loop", InferenceFault.Stage.run), ("function_doubling", .load),
        ])
    func hanging(name: String, stage: InferenceFault.Stage) throws {
        let outcome = try runOnZeros(Surroundings.model("bad/\(name).onnx"), Self.client)
        #expect(
            outcome
                == .fault(InferenceFault(stage: stage, cause: .timedOut(limit: .seconds(5)))))
    }

    @Test("that ask for 160 GB get no memory")
    func memory() throws {
        let outcome = try runOnZeros(Surroundings.model("bad/constant_bomb.onnx"), Self.client)
        guard case .fault(let fault) = outcome, case .outOfMemory(let words) = fault.cause else {
            Issue.record("\(outcome)")
            return
        }
        #expect(words.contains("allocate"))
    }
}
