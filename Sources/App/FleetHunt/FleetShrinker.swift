import Foundation

/// Makes a fleet with a fault smaller while it still has the fault: fewer files, devices, columns
/// and rows, plainer cells.
///
/// Delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input",
/// IEEE TSE 28, 2002) over one sort of part after the other, until none can be reduced any more.
struct FleetShrinker {
    /// Nothing more is tried after this.
    let end: ContinuousClock.Instant
    /// Whether a fleet has the fault.
    let fails: (Fleet) -> Bool

    /// The smallest fleet found that still fails; `fleet` itself where no smaller one does.
    func shrunk(_ fleet: Fleet) -> Fleet {
        var (fleet, before) = (fleet, fleet)
        repeat {
            before = fleet
            fleet = fewerTables(fleet)
            fleet = fewerDevices(fleet)
            for table in fleet.tables.indices {
                fleet = fewerRows(fleet, of: table)
                fleet = fewerColumns(fleet, of: table)
            }
            fleet = plainer(fleet)
        } while fleet != before && ContinuousClock.now < end
        return fleet
    }

    // MARK: - Parts

    private func fewerTables(_ fleet: Fleet) -> Fleet {
        Fleet(tables: reduced(fleet.tables) { Fleet(tables: $0) })
    }

    private func fewerDevices(_ fleet: Fleet) -> Fleet {
        let without = { (kept: [String]) in
            let kept = Set(kept)
            var fleet = fleet
            for (index, table) in fleet.tables.enumerated() {
                guard let column = table.deviceColumn else { continue }
                fleet.tables[index].rows.removeAll { !kept.contains($0[column]) }
            }
            return fleet
        }
        return without(reduced(fleet.devices, without))
    }

    private func fewerRows(_ fleet: Fleet, of table: Int) -> Fleet {
        let with = { (rows: [[String]]) in
            var fleet = fleet
            fleet.tables[table].rows = rows
            return fleet
        }
        return with(reduced(fleet.tables[table].rows, with))
    }

    private func fewerColumns(_ fleet: Fleet, of table: Int) -> Fleet {
        let whole = fleet.tables[table]
        let with = { (columns: [Int]) in
            var fleet = fleet
            fleet.tables[table].columns = columns.map { whole.columns[$0] }
            fleet.tables[table].rows = whole.rows.map { row in columns.map { row[$0] } }
            fleet.tables[table].deviceColumn = whole.deviceColumn.flatMap(columns.firstIndex)
            return fleet
        }
        return with(reduced(Array(whole.columns.indices), with))
    }

    /// Tries commas as delimiter, and for each column `1` in every cell.
    private func plainer(_ fleet: Fleet) -> Fleet {
        var fleet = fleet
        for table in fleet.tables.indices {
            var tried = fleet
            tried.tables[table].delimiter = ","
            if tried != fleet, mayTry, fails(tried) { fleet = tried }
            for column in fleet.tables[table].columns.indices {
                tried = fleet
                for row in fleet.tables[table].rows.indices {
                    tried.tables[table].rows[row][column] = "1"
                }
                if tried != fleet, mayTry, fails(tried) { fleet = tried }
            }
        }
        return fleet
    }

    // MARK: - Delta debugging

    private var mayTry: Bool { ContinuousClock.now < end }

    /// As few of the parts, in their order, as still fail.
    private func reduced<Part>(_ parts: [Part], _ fleet: ([Part]) -> Fleet) -> [Part] {
        var parts = parts
        var pieces = 2
        while parts.count > 1, mayTry {
            let size = (parts.count + pieces - 1) / pieces
            let starts = stride(from: 0, to: parts.count, by: size)
            let smaller = starts.lazy.map { start in
                Array(parts[..<start] + parts[min(start + size, parts.count)...])
            }.first { mayTry && fails(fleet($0)) }
            if let smaller {
                parts = smaller
                pieces = max(2, pieces - 1)
            } else if size == 1 {
                break
            } else {
                pieces = min(parts.count, pieces * 2)
            }
        }
        return parts
    }
}
