#pragma once

#include "ck_csv_numbers.h"

// Columns of texts as codes, in order of first appearance.

/// One different text of a column: a slice of the buffer. An entry without length is free.
typedef struct {
    uint64_t word;  // its first eight bytes, zeros behind a shorter one
    uint32_t hash;
    uint32_t start;
    uint32_t length;
    uint32_t code;
} ck_csv_entry;

/// Up to eight bytes; those behind them are masked off, they exist as padding.
static inline uint64_t ck_csv_load_first(const uint8_t *p, size_t length) {
    if (length >= 8) return ck_csv_load_eight(p);
    return ck_csv_load_eight(p) & (((uint64_t)1 << (8 * length)) - 1);
}

/// Both halves of a wide product: its low bits know nothing of the high ones, and names often
/// differ in their last byte.
static inline uint64_t ck_csv_mix(uint64_t word) {
    const unsigned __int128 product = (unsigned __int128)word * 0xD6E8FEB86659FD93u;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint32_t ck_csv_hash_text(const uint8_t *p, size_t length) {
    uint64_t hash = length * 0x9E3779B97F4A7C15u;
    for (; length > 8; p += 8, length -= 8) hash = ck_csv_mix(hash ^ ck_csv_load_eight(p));
    hash = ck_csv_mix(hash ^ ck_csv_load_first(p, length));
    return (uint32_t)(hash ^ hash >> 32);
}

static inline void ck_csv_clear_entries(ck_csv_entry *table, size_t capacity) {
    memset(table, 0, capacity * sizeof(ck_csv_entry));
}

/// The slot of a text: its entry, or the free one where it belongs.
static inline size_t ck_csv_find_slot(
    const ck_csv_entry *table, size_t capacity, const uint8_t *buffer, ck_csv_field f,
    uint64_t word, uint32_t hash
) {
    size_t slot = hash & (capacity - 1);
    while (table[slot].length) {
        const ck_csv_entry *e = table + slot;
        if (e->word == word && e->length == f.length
            && (f.length <= 8 || memcmp(buffer + e->start + 8, f.start + 8, f.length - 8) == 0)) {
            break;
        }
        slot = (slot + 1) & (capacity - 1);
    }
    return slot;
}

/// Gives each row the code of its text, from row `from` on: 0 for the empty text, then 1, 2, ... in
/// order of first appearance. `table` has a power of two of entries. Stops at the row that would
/// fill more than half of it, so that the caller can grow it; `*codes` counts the codes given.
size_t ck_csv_read_texts(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, size_t from, uint8_t quote, ck_csv_entry *table, size_t capacity,
    uint32_t *codes, uint32_t *out);
