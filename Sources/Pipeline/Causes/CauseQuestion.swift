import Reports
import Values

/// What is asked about a device: up to when readings may be used, and what came before.
struct CauseQuestion {
    /// The device by its index.
    let device: Int
    /// When somebody noticed that something is wrong.
    var noticed = Double.infinity
    /// The failure that is asked about; rows that were not over then are left out.
    var failure: CauseReport.Failure?
    /// The episode that is asked about; `nil` where it is known by its time alone.
    var episode: Episode?

    /// Part of the time before an episode after which it is taken to be noticed.
    private static let shareNoticed = 0.12
    /// Part of that time by which a fault may have begun before the episode.
    private static let shareBefore = 0.02
    /// Part of a record by which it may end before a failure.
    private static let shareUnseen = 0.02
    /// Before when the fault did not begin, as far as the episode tells.
    private var earliest = -Double.infinity

    /// Trouble that was noticed at a time, or at the end of the data.
    init(device: Int, noticed: Double = .infinity) {
        self.device = device
        self.noticed = noticed
    }

    /// A failure.
    init(device: Int, _ failure: CauseReport.Failure) {
        self.device = device
        self.failure = failure
        noticed = failure.time
    }

    /// An episode as somebody sees it who notices it when it has lasted a while: longer ago there is
    /// enough that is usual, and what came much later is left out.
    ///
    /// - Parameter start: When the device's record begins.
    init(device: Int, _ episode: Episode, start: Double) {
        self.device = device
        self.episode = episode
        let before = max(0, episode.from - start)
        noticed = min(episode.from + Self.shareNoticed * before, episode.to ?? .infinity)
        earliest = episode.from - Self.shareBefore * before
    }

    /// How many rows of a record may be used; none of one that ends long before a failure: what was not
    /// recorded announced nothing.
    func rows(of record: DeviceRecord) -> Int {
        guard let failure else { return record.rows(upTo: noticed) }
        let rows = record.rows(overAt: noticed)
        guard rows > 0 else { return 0 }
        let last = record.time(rows - 1)
        let allowed = max(10 * record.step, Self.shareUnseen * (last - record.time(0)))
        return failure.time - last <= allowed ? rows : 0
    }

    /// When the fault began at the earliest: shortly before the episode, and after the last one like it
    /// was over on the device.
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
