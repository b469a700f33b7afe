import API
import Dispatch
import Foundation
import HTTP
import Telemetry
import Wording

/// `POST /api/v1/sets/<set>/rows` and `/write`: takes rows that programs send, and answers once they
/// are on disk.
struct RowsHandler: Sendable {
    let site: Site

    /// Rows that were refused are listed in an answer up to this many.
    static let listLimit = 1_000

    /// What became of a batch.
    private struct Outcome {
        var taken: RowsTaken
        var refused: [RefusedRow]
    }

    /// Answers with what was taken and what was not, and why.
    func rows(_ request: Request) -> Reply {
        .later {
            do throws(RowRequest.Refusal) {
                let outcome = try await take(request, isLineProtocol: false)
                return .content(
                    Self.document(outcome), type: "application/json",
                    headers: ["Cache-Control": "no-store"])
            } catch {
                return Self.problem(error)
            }
        }
    }

    /// Answers as InfluxDB does, as its clients expect: 204 where all was taken, else an `error`.
    func write(_ request: Request) -> Reply {
        .later {
            do throws(RowRequest.Refusal) {
                let outcome = try await take(request, isLineProtocol: true)
                guard let first = outcome.refused.first else {
                    return Response(status: .noContent)
                }
                let sentence =
                    "partial write: row \(first.index) \(first.reason) dropped="
                    + "\(outcome.refused.count)"
                return Self.influxError(.badRequest, sentence)
            } catch {
                let isUnreadable = error.status == .badRequest
                return Self.influxError(
                    error.status, (isUnreadable ? "unable to parse: " : "") + error.detail)
            }
        }
    }

    private func take(
        _ request: Request, isLineProtocol: Bool
    ) async throws(RowRequest.Refusal) -> Outcome {
        do throws(RowRequest.Refusal) {
            let outcome = try await stored(request, isLineProtocol)
            site.rows.counters.count(outcome.taken, refused: outcome.refused.count)
            return outcome
        } catch {
            site.rows.counters.countFailure(isOurs: error.status.code >= 500)
            throw error
        }
    }

    private func stored(
        _ request: Request, _ isLineProtocol: Bool
    ) async throws(RowRequest.Refusal) -> Outcome {
        let set = request.parameters["set"] ?? ""
        let sent = try RowRequest(request, isLineProtocol: isLineProtocol)
        let (rows, digest) = try await site.rows.reading.run {
            Result { () throws(RowRequest.Refusal) in try sent.read() }
        }.get()
        guard rows.count > 0 else { throw Self.nothing(rows.refused) }
        let batch = RowBatch(set: set, tables: rows.tables, key: sent.key, digest: digest)
        do throws(RowLogError) {
            let taken = try await site.rows.log.append(batch)
            if !taken.isRepeated { site.rows.appended(to: set, site) }
            return Outcome(taken: taken, refused: rows.refused)
        } catch {
            throw failure(error)
        }
    }

    private static func nothing(_ refused: [RefusedRow]) -> RowRequest.Refusal {
        guard let first = refused.first else {
            return RowRequest.Refusal(.badRequest, "There are no rows.", at: "content")
        }
        let more = refused.count > 1 ? ", nor any of \(refused.count - 1) more" : ""
        return RowRequest.Refusal(
            .badRequest, "Row \(first.index) \(first.reason) and cannot be taken\(more).",
            at: "row \(first.index)")
    }

    private func failure(_ error: RowLogError) -> RowRequest.Refusal {
        switch error {
        case .storage(.cannotWrite(_, let code)) where code == ENOSPC || code == EDQUOT:
            return .init(
                .insufficientStorage, "The disk is full. Nothing of the batch was stored.")
        case .storage(let cause):
            site.log.error("rows", [("error", "\(cause)")])
            return .init(.internalServerError, "The batch could not be stored, none of it.")
        case .badSet(let name, let nearest):
            return .init(
                .badRequest, "No data set can be called \(name).", at: "set", expected: nearest)
        case .inDatabase(let name):
            return .init(
                .conflict, "The rows of \(name) are in a database: send them there.", at: "set")
        case .keyReused:
            return .init(
                .unprocessableContent, "Another batch had this name.", at: "Idempotency-Key",
                expected: "the same content as before, or another name")
        case .tooManyColumns(let limit):
            return .init(
                .unprocessableContent, "The table would have more than \(limit) columns.",
                at: "columns")
        case .busy:
            return .init(
                .serviceUnavailable, "More rows wait for the disk than can; send it again soon.")
        case .inUse:
            return .init(
                .serviceUnavailable, "Another process takes rows for this data folder.")
        case .broken:
            return .init(
                .serviceUnavailable,
                "A write has failed and could not be taken back; start the program again.")
        }
    }

    // MARK: - Answers

    private static func document(_ outcome: Outcome) -> [UInt8] {
        let answer = RowsTakenAnswer(
            taken: outcome.taken.rows, isRepeated: outcome.taken.isRepeated,
            refusedCount: outcome.refused.count,
            refused: outcome.refused.prefix(listLimit).map {
                RowsTakenAnswer.Refused(index: $0.index, reason: $0.reason)
            }, files: outcome.taken.files)
        return Answers.rowsTaken.bytes(answer, in: AnswerContext(nil, language: .en))
    }

    private static func problem(_ refusal: RowRequest.Refusal) -> Response {
        var response = Response.problem(
            refusal.status, refusal.detail, at: refusal.place, expected: refusal.expected)
        if refusal.status == .serviceUnavailable { response.headers["Retry-After"] = "1" }
        return response
    }

    private static func influxError(_ status: HTTP.Status, _ sentence: String) -> Response {
        var json = JSONWriter()
        json.object {
            $0.name("error")
            $0.text(sentence)
        }
        return .content(
            json.bytes, type: "application/json", status: status,
            headers: ["Cache-Control": "no-store"])
    }
}
