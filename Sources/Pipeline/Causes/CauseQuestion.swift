import Reports
import Values

/// A question about the causes of one device's trouble: which readings may be used, and what came
/// before.
struct CauseQuestion {
    let device: Int
    /// The last time whose readings may be used.
    var noticed = Double.infinity
    /// The failure in question; rows that were not complete by then are left out.
    var failure: CauseReport.Failure?
    /// The episode in question; `nil` where only its time is known.
    var episode: Episode?

    /// An episode is taken to be noticed after this share of the time before it.
    private static let shareNoticed = 0.12
    /// A fault may have begun before the episode by this share of the time before it.
    private static let shareBefore = 0.02
    /// A record may end before the failure by this share of its length.
    private static let shareUnseen = 0.02
    /// The earliest possible beginning of the fault, as far as the episode tells.
    private var earliest = -Double.infinity

    /// Trouble noticed at a time, or at the end of the data.
    init(device: Int, noticed: Double = .infinity) {
        self.device = device
        self.noticed = noticed
    }

    /// A failure: readings before it may be used.
    init(device: Int, _ failure: CauseReport.Failure) {
        self.device = device
        self.failure = failure
        noticed = failure.time
    }

    /// An episode as seen by somebody who notices it when it has lasted a while: enough of the
    /// usual course lies before it, and what came much later is left out.
    ///
    /// - Parameter start: When the device's record begins.
    init(device: Int, _ episode: Episode, start: Double) {
        self.device = device
        self.episode = episode
        let before = max(0, episode.from - start)
        noticed = min(episode.from + Self.shareNoticed * before, episode.to ?? .infinity)
        earliest = episode.from - Self.shareBefore * before
    }

    /// How many rows of a record may be used; none where it ends long before a failure, as what was
    /// not recorded announced nothing.
    func rows(of record: DeviceRecord) -> Int {
        guard let failure else { return record.rows(upTo: noticed) }
        let rows = record.rows(overAt: noticed)
        guard rows > 0 else { return 0 }
        let last = record.time(rows - 1)
        let allowed = max(10 * record.step, Self.shareUnseen * (last - record.time(0)))
        return failure.time - last <= allowed ? rows : 0
    }

    /// The earliest possible beginning of the fault: shortly before the episode, and after the
    /// device's last similar one was over.
    func since(_ history: TroubleHistory) -> Double {
        let start = episode?.from ?? noticed
        let ends = history.episodes(of: device).compactMap { earlier -> Double? in
            guard earlier.from < start, let to = earlier.to, to < start else { return nil }
            if failure != nil { return earlier.isFailure ? to : nil }
            guard let episode, earlier.grade != .remark, isLike(earlier, episode) else {
                return nil
            }
            return to
        }
        return max(earliest, ends.max() ?? -.infinity)
    }

    private func isLike(_ earlier: Episode, _ episode: Episode) -> Bool {
        earlier.isOfSameSort(as: episode) && !Set(earlier.metrics).isDisjoint(with: episode.metrics)
    }
}
