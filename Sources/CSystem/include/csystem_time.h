#pragma once

#include <stdint.h>

/// A moment by the calendar and clock of UTC, without the pointers of `struct tm`.
struct csystem_time {
    int year;
    /// 1 to 12.
    int month;
    /// 1 to 31.
    int day;
    /// 0 = Sunday.
    int weekday;
    int hour;
    int minute;
    int second;
};

/// The calendar of a moment given in seconds since 1970; the beginning of 1970 where it has none.
struct csystem_time csystem_time_read(int64_t seconds);
