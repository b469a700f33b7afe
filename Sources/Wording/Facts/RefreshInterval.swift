/// How often a page loads itself again, in the unit in which it is written.
package enum RefreshInterval {
    case off
    case seconds(Int)
    case minutes(Int)

    package init(seconds: Int) {
        if seconds <= 0 {
            self = .off
        } else {
            self =
                seconds >= 60 && seconds % 60 == 0 ? .minutes(seconds / 60) : .seconds(seconds)
        }
    }
}
