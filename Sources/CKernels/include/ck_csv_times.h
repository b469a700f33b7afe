#pragma once

#include "ck_csv_numbers.h"

// Columns of times: years first, the plain ways of writing them.

/// Days from 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, chrono-compatible
/// low-level date algorithms).
static inline int64_t ck_csv_days(int64_t year, unsigned month, unsigned day) {
    year -= month <= 2;
    const int64_t era = (year >= 0 ? year : year - 399) / 400;
    const unsigned of_era = (unsigned)(year - era * 400);
    const unsigned of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + (int64_t)(of_era * 365 + of_era / 4 - of_era / 100 + of_year) - 719468;
}

static inline int ck_csv_read_two_digits(const uint8_t *p) {
    const unsigned high = (unsigned)p[0] - '0', low = (unsigned)p[1] - '0';
    return high < 10 && low < 10 ? (int)(high * 10 + low) : -1;
}

static inline unsigned ck_csv_month_length(int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Days of `YYYY-MM-DD` (also with `/` or `.`); false for everything else.
static inline bool ck_csv_read_date(const uint8_t *p, int64_t *days) {
    const int century = ck_csv_read_two_digits(p), rest = ck_csv_read_two_digits(p + 2);
    const int month = ck_csv_read_two_digits(p + 5), day = ck_csv_read_two_digits(p + 8);
    const int year = century * 100 + rest;
    if ((century | rest | month | day) < 0) return false;
    if (p[4] != p[7] || (p[4] != '-' && p[4] != '/' && p[4] != '.')) return false;
    if (month < 1 || month > 12 || day < 1) return false;
    if ((unsigned)day > ck_csv_month_length(year, month)) return false;
    *days = ck_csv_days(year, (unsigned)month, (unsigned)day);
    return true;
}

/// The last minute that was read: its sixteen bytes and its seconds since 1970.
typedef struct {
    uint64_t date;
    uint64_t clock;
    double seconds;
} ck_csv_minute;

/// `YYYY-MM-DD hh:mm:ss` within the same minute as before.
static inline bool ck_csv_read_same_minute(
    const uint8_t *p, const ck_csv_minute *minute, double *value
) {
    if (ck_csv_load_eight(p) != minute->date) return false;
    if (ck_csv_load_eight(p + 8) != minute->clock) return false;
    const int second = ck_csv_read_two_digits(p + 17);
    if (p[16] != ':' || second < 0 || second > 59) return false;
    *value = minute->seconds + second;
    return true;
}

/// `YYYY-MM-DD`, alone or with a space or T and hh:mm:ss[.fraction], and Z where `zone` is set, to
/// seconds since 1970 as the clock shows. Gives the number of rows left to the caller; out is NaN
/// there and where the field is empty.
size_t ck_csv_read_times(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, bool zone, uint8_t quote, double *out, uint32_t *left);
