// Columns of typed values from the field index of kernels_csv.h: the plain ways of writing a value.
// Whatever is written otherwise is left to the caller, row by row, in `left`.
#pragma once

#include "kernels_csv.h"
#include <math.h>

// The fields of some rows: row r has its column c in field firsts[r] + c.
typedef struct {
    const uint8_t *buffer;
    const uint32_t *ends;
    const uint32_t *firsts;
    size_t rows;
    size_t column;
} csv_column;

typedef struct {
    const uint8_t *start;
    size_t length;
} csv_field;

// The same without the spaces around it, the return of a CRLF and plain quotes.
__attribute__((noinline)) static csv_field csv_trimmed(csv_field f, uint8_t quote) {
    const uint8_t *p = f.start, *e = f.start + f.length;
    if (p < e && e[-1] == '\r' && *e == '\n') e--;
    while (p < e && *p == ' ') p++;
    while (p < e && e[-1] == ' ') e--;
    if (p + 1 < e && quote && *p == quote && e[-1] == quote
        && memchr(p + 1, quote, (size_t)(e - p - 2)) == NULL) {
        p++;
        e--;
    }
    return (csv_field){p, (size_t)(e - p)};
}

// A field, trimmed. Nothing is to be cut off where both ends are digits, letters or signs behind
// the quotes in ASCII: nearly always.
static inline csv_field csv_field_at(csv_column c, size_t row, uint8_t quote) {
    const uint32_t *end = c.ends + c.firsts[row] + c.column;
    const uint32_t start = end[0] + 1;
    const csv_field f = {c.buffer + start, end[1] - start};
    if (f.length == 0 || (f.start[0] > '\'' && f.start[f.length - 1] > '\'')) return f;
    return csv_trimmed(f, quote);
}

// MARK: Numbers

static inline uint64_t csv_eight(const uint8_t *p) {
    uint64_t word;
    memcpy(&word, p, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static inline bool csv_all_digits(uint64_t word) {
    return ((word & 0xF0F0F0F0F0F0F0F0u)
            | ((word + 0x0606060606060606u) & 0xF0F0F0F0F0F0F0F0u) >> 4) == 0x3333333333333333u;
}

// Eight digits, the first in the lowest byte, to their value (D. Lemire, fast_float).
static inline uint64_t csv_eight_digits(uint64_t word) {
    word -= 0x3030303030303030u;
    word = word * 10 + (word >> 8);
    return (((word & 0x000000FF000000FFu) * 0x000F424000000064u)
            + (((word >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u)) >> 32;
}

// mantissa / 10^decimals, rounded to nearest even: exact for every mantissa and decimals <= 19.
static inline double csv_scaled(uint64_t mantissa, unsigned decimals) {
    static const double tens[20] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19};
    // Both operands are exact, so that the one division rounds once (W. Clinger 1990).
    if (mantissa < (uint64_t)1 << 53) return (double)(int64_t)mantissa / tens[decimals];
    if (decimals == 0) return (double)mantissa;
    uint64_t divisor = 1;
    for (unsigned i = 0; i < decimals; i++) divisor *= 10;
    const int up = __builtin_clzll(mantissa), down = __builtin_clzll(divisor);
    mantissa <<= up;
    divisor <<= down;
    // 63 or 64 bits of the quotient; the lowest also stands for the remainder, so that the
    // conversion to 53 bits rounds as the true quotient would.
    const unsigned __int128 wide = (unsigned __int128)mantissa << 63;
    const uint64_t quotient = (uint64_t)(wide / divisor);
    const bool inexact = (uint64_t)wide != quotient * divisor;
    const uint64_t bits = (uint64_t)(1023 + down - up - 63) << 52;
    double power;
    memcpy(&power, &bits, 8);
    return (double)(quotient | inexact) * power;
}

// Digits and at most one point, of any length but no more than 19 significant digits. False for
// everything else.
__attribute__((noinline)) static bool csv_long_decimal(
    const uint8_t *p, size_t length, uint8_t point, double *value
) {
    uint64_t mantissa = 0;
    size_t i = 0, dot = length;
    unsigned digits = 0;
    while (i < length) {
        const uint64_t word = csv_eight(p + i);
        if (length - i >= 8 && digits <= 11 && csv_all_digits(word)) {
            // Zeros in front count as digits here: at worst the caller has to read the number.
            digits += 8;
            mantissa = mantissa * 100000000 + csv_eight_digits(word);
            i += 8;
            continue;
        }
        const unsigned digit = (unsigned)p[i] - '0';
        if (digit < 10) {
            if (mantissa || digit) digits++;
            if (digits > 19) return false;
            mantissa = mantissa * 10 + digit;
        } else if (p[i] == point && dot == length) {
            dot = i;
        } else {
            return false;
        }
        i++;
    }
    const size_t decimals = dot < length ? length - 1 - dot : 0;
    if (decimals > 19) return false;
    *value = csv_scaled(mantissa, (unsigned)decimals);
    return true;
}

// The same for 1 to 8 bytes, all at once: the point is shifted out, the rest aligned to eight digits.
static inline bool csv_short_decimal(
    const uint8_t *p, size_t length, uint8_t point, bool negative, double *value
) {
    // Dividing by a negative power gives the sign for nothing.
    static const double tens[16] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
        -1, -1e1, -1e2, -1e3, -1e4, -1e5, -1e6, -1e7};
    uint64_t word = csv_eight(p) ^ 0x3030303030303030u;
    const uint64_t other = word ^ (0x0101010101010101u * (uint8_t)(point ^ 0x30));
    const uint64_t marks = (other - 0x0101010101010101u) & ~other & 0x8080808080808080u;
    // The lowest mark is the top bit of the point's byte; below it lie the bytes in front. Without
    // a point all bytes do.
    const uint64_t before = ((marks & (0 - marks)) >> 7) - 1;
    const uint64_t cut = word ^ ((word ^ (word >> 8)) & ~before);
    const size_t dot = marks ? csv_first_bit(marks) >> 3 : 8;
    const bool has_point = dot < length;
    word = has_point ? cut : word;
    const size_t decimals = has_point ? length - 1 - dot : 0;
    length -= has_point;
    if (length == 0) return false;
    // Digits are 0 to 9 now; zeros come in from below.
    word <<= 64 - 8 * length;
    if (((word + 0x7676767676767676u) | word) & 0x8080808080808080u) return false;
    word = word * 10 + (word >> 8);
    word = (((word & 0x000000FF000000FFu) * 0x000F424000000064u)
            + (((word >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u)) >> 32;
    *value = (double)(int32_t)word / tens[decimals + 8 * negative];
    return true;
}

// [-]digits[point digits] of at most 19 significant digits. False for everything else.
static inline bool csv_decimal(csv_field f, uint8_t point, double *value) {
    const bool negative = *f.start == '-';
    const uint8_t *p = f.start + negative;
    const size_t length = f.length - negative;
    if (length - 1 < 8) return csv_short_decimal(p, length, point, negative, value);
    if (length - 1 >= 24) return false;
    double magnitude;
    if (!csv_long_decimal(p, length, point, &magnitude)) return false;
    *value = negative ? -magnitude : magnitude;
    return true;
}

// Numbers of a column; NaN where empty. Gives the number of rows left to the caller.
static inline size_t csv_decimals(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, uint8_t point, uint8_t quote, double *out, uint32_t *left
) {
    const csv_column c = {buffer, ends, firsts, rows, column};
    size_t others = 0;
    for (size_t row = 0; row < c.rows; row++) {
        const csv_field f = csv_field_at(c, row, quote);
        double value = NAN;
        if (f.length > 0 && !csv_decimal(f, point, &value)) left[others++] = (uint32_t)row;
        out[row] = value;
    }
    return others;
}

// MARK: Times

// Days from 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, chrono-compatible
// low-level date algorithms).
static inline int64_t csv_days(int64_t year, unsigned month, unsigned day) {
    year -= month <= 2;
    const int64_t era = (year >= 0 ? year : year - 399) / 400;
    const unsigned of_era = (unsigned)(year - era * 400);
    const unsigned of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + (int64_t)(of_era * 365 + of_era / 4 - of_era / 100 + of_year) - 719468;
}

static inline int csv_two(const uint8_t *p) {
    const unsigned high = (unsigned)p[0] - '0', low = (unsigned)p[1] - '0';
    return high < 10 && low < 10 ? (int)(high * 10 + low) : -1;
}

static inline unsigned csv_month_length(int year, int month) {
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Days of `YYYY-MM-DD` (also with `/` or `.`); false for everything else.
static inline bool csv_date(const uint8_t *p, int64_t *days) {
    const int century = csv_two(p), rest = csv_two(p + 2), month = csv_two(p + 5);
    const int day = csv_two(p + 8), year = century * 100 + rest;
    if ((century | rest | month | day) < 0) return false;
    if (p[4] != p[7] || (p[4] != '-' && p[4] != '/' && p[4] != '.')) return false;
    if (month < 1 || month > 12 || day < 1) return false;
    if ((unsigned)day > csv_month_length(year, month)) return false;
    *days = csv_days(year, (unsigned)month, (unsigned)day);
    return true;
}

// `YYYY-MM-DD`, alone or with a space or T and hh:mm:ss[.fraction], and Z where `zone` is set, to
// seconds since 1970 as the clock shows. Gives the number of rows left to the caller; out is NaN
// there and where the field is empty.
static inline size_t csv_times(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, bool zone, uint8_t quote, double *out, uint32_t *left
) {
    const csv_column c = {buffer, ends, firsts, rows, column};
    size_t others = 0;
    uint64_t cached_head = 0;
    uint16_t cached_tail = 0;
    double cached = NAN;
    for (size_t row = 0; row < c.rows; row++) {
        const csv_field f = csv_field_at(c, row, quote);
        const uint8_t *p = f.start, *e = p + f.length;
        out[row] = NAN;
        if (f.length == 0) continue;
        left[others] = (uint32_t)row;
        if (f.length < 10) { others++; continue; }
        uint64_t head;
        uint16_t tail;
        memcpy(&head, p, 8);
        memcpy(&tail, p + 8, 2);
        if (head != cached_head || tail != cached_tail) {
            int64_t days;
            if (!csv_date(p, &days)) { others++; continue; }
            cached_head = head;
            cached_tail = tail;
            cached = (double)days * 86400;
        }
        if (f.length == 10 && !zone) { out[row] = cached; continue; }
        if (f.length < 19 || (p[10] != ' ' && p[10] != 'T') || p[13] != ':' || p[16] != ':') {
            others++;
            continue;
        }
        const int hour = csv_two(p + 11), minute = csv_two(p + 14), second = csv_two(p + 17);
        if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            others++;
            continue;
        }
        double value = cached + (hour * 3600 + minute * 60 + second);
        p += 19;
        if (zone) {
            if (p == e || e[-1] != 'Z') { others++; continue; }
            e--;
        }
        if (p < e) {
            uint64_t fraction = 0;
            const size_t digits = (size_t)(e - p) - 1;
            bool plain = *p == '.' && digits > 0 && digits <= 9;
            for (size_t i = 1; plain && i <= digits; i++) {
                plain = p[i] >= '0' && p[i] <= '9';
                fraction = fraction * 10 + (p[i] - '0');
            }
            if (!plain) { others++; continue; }
            value += csv_scaled(fraction, (unsigned)digits);
        }
        out[row] = value;
    }
    return others;
}

// MARK: Texts

// One different text of a column: a slice of the buffer. An entry without length is free.
typedef struct {
    uint32_t hash;
    uint32_t start;
    uint32_t length;
    uint32_t code;
} csv_entry;

static inline uint64_t csv_last_bytes(const uint8_t *p, size_t length) {
    if (length == 0) return 0;
    // The bytes behind the field are masked off; they exist as padding.
    return csv_eight(p) & (~(uint64_t)0 >> (64 - 8 * length));
}

static inline uint32_t csv_hash(const uint8_t *p, size_t length) {
    uint64_t hash = length * 0x9E3779B97F4A7C15u;
    for (; length > 8; p += 8, length -= 8) {
        hash = (hash ^ csv_eight(p)) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    }
    hash = (hash ^ csv_last_bytes(p, length)) * 0xD6E8FEB86659FD93u;
    // A product's low bits know nothing of the high ones, and names often differ in their last byte.
    hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
    return (uint32_t)(hash >> 32);
}

static inline bool csv_same(const uint8_t *p, const uint8_t *q, size_t length) {
    for (; length > 8; p += 8, q += 8, length -= 8) {
        if (csv_eight(p) != csv_eight(q)) return false;
    }
    return csv_last_bytes(p, length) == csv_last_bytes(q, length);
}

static inline void csv_clear(csv_entry *table, size_t capacity) {
    memset(table, 0, capacity * sizeof(csv_entry));
}

// Gives each row the code of its text, from row `from` on: 0 for the empty text, then 1, 2, ... in
// order of first appearance. `table` has a power of two of entries. Stops at the row that would
// fill more than half of it, so that the caller can grow it; `*codes` counts the codes given.
static inline size_t csv_texts(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, size_t from, uint8_t quote, csv_entry *table, size_t capacity,
    uint32_t *codes, uint32_t *out
) {
    const csv_column c = {buffer, ends, firsts, rows, column};
    for (size_t row = from; row < rows; row++) {
        const csv_field f = csv_field_at(c, row, quote);
        if (f.length == 0) {
            out[row] = 0;
            continue;
        }
        const uint32_t hash = csv_hash(f.start, f.length);
        size_t slot = hash & (capacity - 1);
        while (table[slot].length
               && (table[slot].hash != hash || table[slot].length != f.length
                   || !csv_same(buffer + table[slot].start, f.start, f.length))) {
            slot = (slot + 1) & (capacity - 1);
        }
        if (table[slot].length == 0) {
            if (2 * (size_t)(*codes + 1) > capacity) return row;
            *codes += 1;
            table[slot] = (csv_entry){
                hash, (uint32_t)(f.start - buffer), (uint32_t)f.length, *codes};
        }
        out[row] = table[slot].code;
    }
    return rows;
}

// MARK: Sums

typedef struct {
    size_t count;
    double sum;
    double minimum;
    double maximum;
} csv_tally;

// Count, sum and range of the values that are no NaN; the sum runs in four lanes, always the same.
static inline csv_tally csv_tally_of(const double *values, size_t count) {
    double sum[4] = {0, 0, 0, 0}, present[4] = {0, 0, 0, 0};
    double low[4] = {INFINITY, INFINITY, INFINITY, INFINITY};
    double high[4] = {-INFINITY, -INFINITY, -INFINITY, -INFINITY};
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        for (int lane = 0; lane < 4; lane++) {
            const double value = values[i + lane];
            present[lane] += value == value ? 1 : 0;
            sum[lane] += value == value ? value : 0;
            low[lane] = value < low[lane] ? value : low[lane];
            high[lane] = value > high[lane] ? value : high[lane];
        }
    }
    for (int lane = 0; i < count; i++, lane++) {
        const double value = values[i];
        present[lane] += value == value ? 1 : 0;
        sum[lane] += value == value ? value : 0;
        low[lane] = value < low[lane] ? value : low[lane];
        high[lane] = value > high[lane] ? value : high[lane];
    }
    csv_tally tally = {0, 0, INFINITY, -INFINITY};
    for (int lane = 0; lane < 4; lane++) {
        tally.count += (size_t)present[lane];
        tally.sum += sum[lane];
        tally.minimum = low[lane] < tally.minimum ? low[lane] : tally.minimum;
        tally.maximum = high[lane] > tally.maximum ? high[lane] : tally.maximum;
    }
    return tally;
}
