#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

// Scanning and typing of CSV bytes, where Swift is too slow: 64 bytes are compared at a time.
// Everything reads `buffer[0 ..< count]` and at most CK_CSV_PADDING bytes behind it, which must
// exist.

enum { CK_CSV_PADDING = 64 };
enum { CK_CSV_LINE_LF = 0, CK_CSV_LINE_CR = 1, CK_CSV_LINE_ANY = 2 };

/// How the bytes are cut; a zero quote, escape or comment means that there is none.
typedef struct {
    uint8_t delimiter;  // a space stands for runs of spaces
    uint8_t quote;
    uint8_t escape;
    uint8_t comment;
    uint8_t line_end;  // CK_CSV_LINE_...
    uint32_t field_limit;
} ck_csv_form;

typedef struct {
    size_t fields;      // field ends written behind ends[0]
    size_t lines;       // records, also blank and comment lines
    size_t open_quotes; // quotes without an end, taken for ordinary characters
    bool quotes;        // there are quotes, so that a record may be several lines
    uint32_t longest;   // of all fields of 64 bytes and more
} ck_csv_counts;

// MARK: 64 bytes at once

/// A bit for each of 64 bytes that equals `value`.
static inline uint64_t ck_csv_mask(const uint8_t *p, uint8_t value) {
#if defined(__SSE2__)
    const __m128i v = _mm_set1_epi8((char)value);
    uint64_t mask = 0;
    for (int i = 0; i < 4; i++) {
        const __m128i block = _mm_loadu_si128((const __m128i *)(p + 16 * i));
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, v)) << (16 * i);
    }
    return mask;
#elif defined(__ARM_NEON) && defined(__aarch64__)
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t v = vdupq_n_u8(value), w = vld1q_u8(weights);
    uint64_t mask = 0;
    for (int i = 0; i < 4; i++) {
        const uint8x16_t hit = vandq_u8(vceqq_u8(vld1q_u8(p + 16 * i), v), w);
        const uint64_t low = vaddv_u8(vget_low_u8(hit)), high = vaddv_u8(vget_high_u8(hit));
        mask |= (low | high << 8) << (16 * i);
    }
    return mask;
#else
    const uint64_t ones = 0x0101010101010101u, low7 = 0x7F7F7F7F7F7F7F7Fu;
    uint64_t mask = 0;
    for (int i = 0; i < 8; i++) {
        uint64_t word = 0;
        for (int j = 7; j >= 0; j--) word = word << 8 | p[8 * i + j];
        word ^= ones * value;
        // The top bit of each byte that is zero, without carries between bytes.
        const uint64_t zero = ~(((word & low7) + low7) | word | low7);
        mask |= ((zero >> 7) * 0x0102040810204080u >> 56) << (8 * i);
    }
    return mask;
#endif
}

/// Bit i of the result is the parity of bits 0...i.
static inline uint64_t ck_csv_prefix_parity(uint64_t bits) {
    for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
    return bits;
}

static inline unsigned ck_csv_first_bit(uint64_t bits) { return (unsigned)__builtin_ctzll(bits); }

static inline uint64_t ck_csv_live(size_t position, size_t count) {
    return count - position >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << (count - position)) - 1;
}

/// Occurrences of a byte in buffer[from ..< count].
static inline size_t ck_csv_count_byte(
    const uint8_t *buffer, size_t from, size_t count, uint8_t value
) {
    size_t found = 0;
    for (size_t i = from; i < count; i += 64) {
        const uint64_t equal = ck_csv_mask(buffer + i, value) & ck_csv_live(i, count);
        found += (size_t)__builtin_popcountll(equal);
    }
    return found;
}

// MARK: The rules, byte by byte

static inline bool ck_csv_ends_line(
    ck_csv_form form, const uint8_t *buffer, size_t at, size_t count
) {
    if (buffer[at] == '\n') return form.line_end != CK_CSV_LINE_CR;
    if (buffer[at] != '\r' || form.line_end == CK_CSV_LINE_LF) return false;
    return form.line_end == CK_CSV_LINE_CR || at + 1 >= count || buffer[at + 1] != '\n';
}

/// The position of the quote that closes a field opened just before `from`; `count` where none does
/// within the field limit.
static inline size_t ck_csv_find_closing_quote(
    ck_csv_form form, const uint8_t *buffer, size_t from, size_t count
) {
    const size_t end = count - from > form.field_limit ? from + form.field_limit : count;
    if (form.escape && form.escape != form.quote) {
        for (size_t at = from; at < end; at++) {
            if (buffer[at] == form.escape) {
                at++;
            } else if (buffer[at] == form.quote) {
                if (at + 1 < count && buffer[at + 1] == form.quote) at++;
                else return at;
            }
        }
        return count;
    }
    for (size_t at = from; at < end; at += 2) {
        const uint8_t *found = memchr(buffer + at, form.quote, end - at);
        if (found == NULL) return count;
        at = (size_t)(found - buffer);
        if (at + 1 >= count || buffer[at + 1] != form.quote) return at;
    }
    return count;
}

/// Behind the last occurrence of a byte in buffer[from ..< to]; `otherwise` where there is none.
static inline size_t ck_csv_find_behind_last(
    const uint8_t *buffer, size_t from, size_t to, uint8_t value, size_t otherwise
) {
    while (to > from) {
        if (buffer[--to] == value) return to + 1;
    }
    return otherwise;
}

/// The same as below for the usual files, from quote to quote.
static inline size_t ck_csv_find_records_end_by_quotes(
    ck_csv_form form, const uint8_t *buffer, size_t count
) {
    const uint8_t line_end = form.line_end == CK_CSV_LINE_CR ? '\r' : '\n';
    size_t whole = 0, outside = 0, at = 0;
    while (form.quote && at < count) {
        const uint8_t *found = memchr(buffer + at, form.quote, count - at);
        if (found == NULL) break;
        const size_t quote = (size_t)(found - buffer);
        const bool opens = quote == 0 || buffer[quote - 1] == form.delimiter
            || buffer[quote - 1] == line_end;
        at = quote + 1;
        if (!opens) continue;
        whole = ck_csv_find_behind_last(buffer, outside, quote, line_end, whole);
        const size_t close = ck_csv_find_closing_quote(form, buffer, at, count);
        // Undecided while its end may still come: the record belongs to the next chunk.
        if (close == count && count - quote <= form.field_limit) return whole;
        if (close < count) at = close + 1;
        outside = at;
    }
    return ck_csv_find_behind_last(buffer, outside, count, line_end, whole);
}

/// Where the whole records of the buffer end. `is_last`: nothing follows, so that an unfinished
/// record is one too. 0 where the buffer holds no whole record.
static inline size_t ck_csv_find_records_end(
    ck_csv_form form, const uint8_t *buffer, size_t count, bool is_last
) {
    if (is_last) return count;
    if (form.line_end != CK_CSV_LINE_ANY && !form.comment) {
        return ck_csv_find_records_end_by_quotes(form, buffer, count);
    }
    size_t whole = 0, at = 0;
    bool starts_field = true, starts_line = true;
    while (at < count) {
        const uint8_t byte = buffer[at];
        if (starts_line && form.comment && byte == form.comment) {
            while (at < count && !ck_csv_ends_line(form, buffer, at, count)) at++;
            if (at >= count) return whole;
        } else if (starts_field && form.quote && byte == form.quote) {
            const size_t close = ck_csv_find_closing_quote(form, buffer, at + 1, count);
            // Undecided while its end may still come: the record belongs to the next chunk.
            if (close == count && count - at <= form.field_limit) return whole;
            if (close < count) at = close;
            starts_field = starts_line = false;
            at++;
            continue;
        }
        // A return at the very end may be the first half of a CRLF.
        if (form.line_end == CK_CSV_LINE_ANY && buffer[at] == '\r' && at + 1 == count) return whole;
        starts_line = ck_csv_ends_line(form, buffer, at, count);
        starts_field = starts_line || buffer[at] == form.delimiter;
        at++;
        if (starts_line) whole = at;
    }
    return whole;
}

/// The general indexer: quotes anywhere, escapes, comments, runs of spaces, all line ends.
static inline ck_csv_counts ck_csv_index_fields_exactly(
    ck_csv_form form, const uint8_t *buffer, size_t count, uint32_t *ends, uint32_t *firsts,
    uint32_t *open_lines, size_t open_capacity
) {
    ck_csv_counts counts = {0, 0, 0, true, 0};
    size_t at = 0, start = 0;
    bool starts_line = true, unfinished = false;
    while (at < count) {
        if (starts_line) firsts[counts.lines] = (uint32_t)counts.fields;
        unfinished = true;
        const bool comment = starts_line && form.comment && buffer[at] == form.comment;
        if (form.delimiter == ' ' && !comment) {
            while (at < count && buffer[at] == ' ') at++;
        }
        starts_line = false;
        if (!comment && at < count && form.quote && buffer[at] == form.quote) {
            const size_t close = ck_csv_find_closing_quote(form, buffer, at + 1, count);
            if (close < count) {
                at = close + 1;
            } else {
                if (counts.open_quotes < open_capacity) {
                    open_lines[counts.open_quotes] = (uint32_t)counts.lines;
                }
                counts.open_quotes++;
                at++;
            }
        }
        while (at < count && !ck_csv_ends_line(form, buffer, at, count)
               && (comment || buffer[at] != form.delimiter)) {
            at++;
        }
        size_t end = at;
        bool line = at >= count || ck_csv_ends_line(form, buffer, at, count);
        if (form.delimiter == ' ' && !line) {
            // Spaces before the end of a line separate nothing. The last space of a run is taken
            // for the end, so that the next field starts right behind it.
            size_t next = at;
            while (next < count && buffer[next] == ' ') next++;
            const bool trails = next >= count || ck_csv_ends_line(form, buffer, next, count)
                || (buffer[next] == '\r' && next + 1 < count && buffer[next + 1] == '\n');
            if (trails) {
                while (next < count && !ck_csv_ends_line(form, buffer, next, count)) next++;
                at = end = next;
                line = true;
            }
        }
        ends[++counts.fields] = (uint32_t)end;
        if (end - start > counts.longest) counts.longest = (uint32_t)(end - start);
        at = start = end + 1;
        if (line) {
            counts.lines++;
            starts_line = true;
            unfinished = false;
        }
    }
    if (unfinished) {
        // The buffer ends behind a delimiter: one more, empty field.
        ends[++counts.fields] = (uint32_t)count;
        counts.lines++;
    }
    firsts[counts.lines] = (uint32_t)counts.fields;
    return counts;
}

/// Whether each of the lines has so many fields.
static inline bool ck_csv_has_width(const uint32_t *firsts, size_t lines, uint32_t width) {
    uint32_t other = 0;
    for (size_t line = 0; line < lines; line++) {
        other |= (firsts[line + 1] - firsts[line]) ^ width;
    }
    return other == 0;
}

/// Finds all fields of whole records. ends[0] is the position before the first byte; field k lies
/// in ends[k] + 1 ..< ends[k + 1]; line r holds the fields firsts[r] ..< firsts[r + 1]. Room: count
/// + CK_CSV_PADDING entries in `ends`, count + 2 in `firsts`.
ck_csv_counts ck_csv_index_fields(
    ck_csv_form form, const uint8_t *buffer, size_t count, uint32_t *ends, uint32_t *firsts,
    uint32_t *open_lines, size_t open_capacity);
