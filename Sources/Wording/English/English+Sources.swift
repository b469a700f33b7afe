import Reports
import Values

extension EnglishPhrases {
    /// Why the tables of a database could not be read, and what to do.
    func source(_ fault: SourceFault) -> Sentence {
        switch fault {
        case .settings(let file, let setting): settings(setting, file: file)
        case .silent(let address, let silence): silent(silence, address: address)
        case .slow(let seconds):
            "The database did not answer within \(format.counted(seconds, "second", "seconds")). The limit stands under \(code: "limits") in the settings of the source, as \(code: "seconds")."
        case .login(let user):
            "The database does not accept the user \(code: user) with this password."
        case .rights(let user, let words):
            "The user \(code: user) may not do what is needed; the database says: \(code: words)"
        case .noTable(let words): "The database knows no such table: \(code: words)"
        case .memory:
            "The question took more memory than the database allows. A shorter period or fewer devices take less."
        case .tooLarge:
            "The answer had more rows than the database gives to this user (\(code: "max_result_rows"))."
        case .shard(let words):
            "A part of the cluster does not answer, so nothing of the table is shown rather than a part of it; the database says: \(code: words)"
        case .ended: "Somebody ended the question in the database."
        case .tooManyRows(let table, let rows, let limit, let reason):
            "The table \(code: table) cannot be summed up in the database, \(needsRows(reason)), and its \(format.count(rows)) rows are more than the \(format.count(limit)) that may come over one by one (\(code: "limits"), \(code: "rows"))."
        case .server(let number, let words):
            "The database answers with error \(String(number)): \(code: words)"
        case .garbled: "The database gave an answer that cannot be understood."
        }
    }

    private func settings(_ setting: SourceFault.Setting, file: String) -> Sentence {
        switch setting {
        case .unreadable(let field):
            if let field {
                "The settings \(code: file) cannot be used: \(code: field) is missing or of another kind."
            } else {
                "The settings \(code: file) cannot be read: a JSON object with \(code: "address") and \(code: "tables") is expected."
            }
        case .address(let text):
            "The address \(code: text) in \(code: file) is none: \(code: "http://host:8123") or \(code: "https://host:8443") is expected, without a login."
        case .name(let text):
            "“\(text)” in \(code: file) is no name of a table: letters, digits and \(code: "_") are expected, with the database before a point."
        case .noTable: "The settings \(code: file) name no table."
        case .limit(let name): "The limit \(code: name) in \(code: file) has to be above 0."
        case .noPassword(let name):
            "The password of \(code: file) is not there: neither a variable nor a readable file \(code: name)."
        }
    }

    private func silent(_ silence: SourceFault.Silence, address: String) -> Sentence {
        switch silence {
        case .refused: "Nobody listens at \(code: address): is the database running?"
        case .unknownHost: "The host of \(code: address) is not known."
        case .certificate: "The certificate of \(code: address) is not accepted."
        case .cutOff: "The connection to \(code: address) ended before the answer did."
        case .notClickHouse: "What answers at \(code: address) is no ClickHouse."
        case .other: "The connection to \(code: address) failed."
        }
    }

    func needsRows(_ reason: SourceFault.RowsNeeded) -> String {
        switch reason {
        case .textTimes(let column):
            "because “\(column)” holds days, text or another count instead of moments"
        case .textNumbers(let column): "because the numbers in “\(column)” are text"
        case .counter(let column):
            "because “\(column)” is a counter, of which the rise from row to row counts"
        case .qualities: "because a column says which values are bad"
        case .signals: "because its rows name signals that its first rows lack"
        case .shape: "because its rows are no readings of devices over time"
        }
    }
}
