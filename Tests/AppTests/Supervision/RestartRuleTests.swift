import Testing

@testable import App

@Suite("When a serving process is started again")
struct RestartRuleTests {
    /// An end, whether it had served, the milliseconds it lived, and what follows.
    typealias Row = (
        end: ChildEnd, served: Bool, lived: Int, verdict: RestartRule.Verdict
    )

    private func play(_ rows: [Row]) {
        var rule = RestartRule()
        for (number, row) in rows.enumerated() {
            let verdict = rule.verdict(
                row.end, served: row.served, lived: .milliseconds(row.lived))
            #expect(verdict == row.verdict, "row \(number)")
        }
    }

    @Test("who served and died is started again at once, but not in a whirl")
    func served() {
        play([
            (.signal(4), true, 60_000, .restart(after: .zero)),
            (.signal(9), true, 100, .restart(after: .milliseconds(200))),
            (.exited(3), true, 300, .restart(after: .zero)),
        ])
    }

    @Test("one after the other that dies without having served is waited for longer and longer")
    func pauses() {
        play([
            (.signal(4), false, 10, .restart(after: .zero)),
            (.signal(4), false, 10, .restart(after: .milliseconds(500))),
            (.signal(4), false, 10, .restart(after: .seconds(1))),
            (.signal(4), false, 10, .restart(after: .seconds(2))),
            (.signal(4), false, 10, .restart(after: .seconds(5))),
            (.signal(4), false, 10, .restart(after: .seconds(5))),
            (.signal(4), true, 9_000, .restart(after: .zero)),
            (.signal(4), false, 10, .restart(after: .zero)),
        ])
    }

    @Test("what is wrong before anything was served ends the supervisor too", arguments: [1, 2])
    func wrongFromTheStart(status: Int32) {
        play([(.exited(status), false, 10, .end(status: status))])
    }

    @Test("once something was served a failing start is tried again")
    func wrongLater() {
        play([
            (.signal(4), true, 60_000, .restart(after: .zero)),
            (.exited(1), false, 10, .restart(after: .zero)),
            (.exited(1), false, 10, .restart(after: .milliseconds(500))),
        ])
    }

    @Test("who ends well was asked to", arguments: [true, false])
    func asked(served: Bool) {
        play([(.exited(0), served, 10, .end(status: 0))])
    }
}

@Suite("Whether memory was short")
struct MemoryKillsTests {
    @Test(
        "the count stands in a line of its own",
        arguments: [
            ("low 0\nhigh 0\nmax 7\noom 2\noom_kill 2\noom_group_kill 0\n", 2),
            ("oom_kill_disable 0\nunder_oom 0\noom_kill 5\n", 5),
            ("nr_free_pages 12\noom_kill 0\n", 0), ("", nil), ("oom_kill many\n", nil),
        ] as [(String, Int?)])
    func count(text: String, count: Int?) {
        #expect(MemoryKills.count(in: text) == count)
    }

    @Test(
        "the own group comes first, the machine last",
        arguments: [
            (
                "0::/system.slice/perfmon.service\n",
                ["/sys/fs/cgroup/system.slice/perfmon.service/memory.events", "/proc/vmstat"]
            ),
            (
                "12:cpu,memory:/a:b\n1:name=systemd:/x\n0::/\n",
                [
                    "/sys/fs/cgroup/memory/a:b/memory.oom_control",
                    "/sys/fs/cgroup//memory.events", "/proc/vmstat",
                ]
            ), ("", ["/proc/vmstat"]),
        ])
    func paths(groups: String, paths: [String]) {
        #expect(MemoryKills.paths(groups: groups) == paths)
    }
}
