#pragma once

#include "ck_csv_fields.h"
#include <math.h>

// Columns of typed values from the field index of ck_csv_fields.h: the plain ways of writing a
// value. Whatever is written otherwise is left to the caller, row by row, in `left`.

/// The fields of some rows: row r has its column c in field firsts[r] + c.
typedef struct {
    const uint8_t *buffer;
    const uint32_t *ends;
    const uint32_t *firsts;
    size_t rows;
    size_t column;
} ck_csv_column;

typedef struct {
    const uint8_t *start;
    size_t length;
} ck_csv_field;

/// The same without the spaces around it, the return of a CRLF and plain quotes.
__attribute__((noinline)) static ck_csv_field ck_csv_trim(ck_csv_field f, uint8_t quote) {
    const uint8_t *p = f.start, *e = f.start + f.length;
    if (p < e && e[-1] == '\r' && *e == '\n') e--;
    while (p < e && *p == ' ') p++;
    while (p < e && e[-1] == ' ') e--;
    if (p + 1 < e && quote && *p == quote && e[-1] == quote
        && memchr(p + 1, quote, (size_t)(e - p - 2)) == NULL) {
        p++;
        e--;
    }
    return (ck_csv_field){p, (size_t)(e - p)};
}

/// A field, trimmed. Nothing is to be cut off where both ends are digits, letters or signs behind
/// the quotes in ASCII: nearly always.
__attribute__((always_inline)) static inline ck_csv_field ck_csv_field_at(
    ck_csv_column c, size_t row, uint8_t quote
) {
    const uint32_t *end = c.ends + c.firsts[row] + c.column;
    const uint32_t start = end[0] + 1;
    const ck_csv_field f = {c.buffer + start, end[1] - start};
    if (f.length == 0 || (f.start[0] > '\'' && f.start[f.length - 1] > '\'')) return f;
    return ck_csv_trim(f, quote);
}

// MARK: Numbers

static inline uint64_t ck_csv_load_eight(const uint8_t *p) {
    uint64_t word;
    memcpy(&word, p, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static inline bool ck_csv_all_digits(uint64_t word) {
    return ((word & 0xF0F0F0F0F0F0F0F0u)
            | ((word + 0x0606060606060606u) & 0xF0F0F0F0F0F0F0F0u) >> 4) == 0x3333333333333333u;
}

/// Eight digits, the first in the lowest byte, to their value (D. Lemire, fast_float).
static inline uint64_t ck_csv_eight_digits(uint64_t word) {
    word -= 0x3030303030303030u;
    word = word * 10 + (word >> 8);
    return (((word & 0x000000FF000000FFu) * 0x000F424000000064u)
            + (((word >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u)) >> 32;
}

/// mantissa / 10^decimals, rounded to nearest even: exact for every mantissa and decimals <= 19.
static inline double ck_csv_scale(uint64_t mantissa, unsigned decimals) {
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

/// Digits and at most one point, of any length but no more than 19 significant digits. False for
/// everything else.
__attribute__((noinline)) static bool ck_csv_read_long_decimal(
    const uint8_t *p, size_t length, uint8_t point, double *value
) {
    uint64_t mantissa = 0;
    size_t i = 0, dot = length;
    unsigned digits = 0;
    while (i < length) {
        const uint64_t word = ck_csv_load_eight(p + i);
        if (length - i >= 8 && digits <= 11 && ck_csv_all_digits(word)) {
            // Zeros in front count as digits here: at worst the caller has to read the number.
            digits += 8;
            mantissa = mantissa * 100000000 + ck_csv_eight_digits(word);
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
    *value = ck_csv_scale(mantissa, (unsigned)decimals);
    return true;
}

/// The same for 1 to 8 bytes, all at once: the point is shifted out, the rest aligned to eight
/// digits.
static inline bool ck_csv_read_short_decimal(
    const uint8_t *p, size_t length, uint8_t point, bool negative, double *value
) {
    // Dividing by a negative power gives the sign for nothing.
    static const double tens[16] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
        -1, -1e1, -1e2, -1e3, -1e4, -1e5, -1e6, -1e7};
    uint64_t word = ck_csv_load_eight(p) ^ 0x3030303030303030u;
    const uint64_t other = word ^ (0x0101010101010101u * (uint8_t)(point ^ 0x30));
    const uint64_t marks = (other - 0x0101010101010101u) & ~other & 0x8080808080808080u;
    // The lowest mark is the top bit of the point's byte; below it lie the bytes in front. Without
    // a point all bytes do.
    const uint64_t before = ((marks & (0 - marks)) >> 7) - 1;
    const uint64_t cut = word ^ ((word ^ (word >> 8)) & ~before);
    const size_t dot = marks ? ck_csv_first_bit(marks) >> 3 : 8;
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

/// [-]digits[point digits] of at most 19 significant digits. False for everything else.
static inline bool ck_csv_read_decimal(ck_csv_field f, uint8_t point, double *value) {
    const bool negative = *f.start == '-';
    const uint8_t *p = f.start + negative;
    const size_t length = f.length - negative;
    if (length - 1 < 8) return ck_csv_read_short_decimal(p, length, point, negative, value);
    if (length - 1 >= 24) return false;
    double magnitude;
    if (!ck_csv_read_long_decimal(p, length, point, &magnitude)) return false;
    *value = negative ? -magnitude : magnitude;
    return true;
}

/// How the numbers of a column have been written so far: so many digits behind the point. For a
/// word of the eight bytes up to a field's end, each XORed with `0`: where the point has to be, and
/// the bytes behind it.
typedef struct {
    unsigned decimals;
    uint64_t point;
    uint64_t at_point;
    uint64_t behind;
} ck_csv_shape;

static inline ck_csv_shape ck_csv_shape_of(unsigned decimals, uint8_t point) {
    if (decimals == 0 || decimals > 6) return (ck_csv_shape){0, 0, 0, ~(uint64_t)0};
    const unsigned shift = 8 * (7 - decimals);
    return (ck_csv_shape){
        decimals, (uint64_t)(uint8_t)(point ^ 0x30) << shift, (uint64_t)0xFF << shift,
        ~(uint64_t)0 << (64 - 8 * decimals)};
}

/// The shape of a field of digits with at most one point.
static inline ck_csv_shape ck_csv_shape_of_field(ck_csv_field f, uint8_t point) {
    const uint8_t *dot = memchr(f.start, point, f.length);
    return ck_csv_shape_of(dot ? (unsigned)(f.start + f.length - 1 - dot) : 0, point);
}

/// Numbers of a column; NaN where empty. Gives the number of rows left to the caller.
size_t ck_csv_read_decimals(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, uint8_t point, uint8_t quote, double *out, uint32_t *left);
