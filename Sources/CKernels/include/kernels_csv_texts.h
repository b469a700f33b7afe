// Columns of texts as codes, in order of first appearance.
#pragma once

#include "kernels_csv_values.h"

// One different text of a column: a slice of the buffer. An entry without length is free.
typedef struct {
    uint64_t word;  // its first eight bytes, zeros behind a shorter one
    uint32_t hash;
    uint32_t start;
    uint32_t length;
    uint32_t code;
} csv_entry;

// Up to eight bytes; those behind them are masked off, they exist as padding.
static inline uint64_t csv_first_bytes(const uint8_t *p, size_t length) {
    return length >= 8 ? csv_eight(p) : csv_eight(p) & (((uint64_t)1 << (8 * length)) - 1);
}

// Both halves of a wide product: its low bits know nothing of the high ones, and names often differ
// in their last byte.
static inline uint64_t csv_mixed(uint64_t word) {
    const unsigned __int128 product = (unsigned __int128)word * 0xD6E8FEB86659FD93u;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint32_t csv_hash(const uint8_t *p, size_t length) {
    uint64_t hash = length * 0x9E3779B97F4A7C15u;
    for (; length > 8; p += 8, length -= 8) hash = csv_mixed(hash ^ csv_eight(p));
    hash = csv_mixed(hash ^ csv_first_bytes(p, length));
    return (uint32_t)(hash ^ hash >> 32);
}

static inline void csv_clear(csv_entry *table, size_t capacity) {
    memset(table, 0, capacity * sizeof(csv_entry));
}

// The slot of a text: its entry, or the free one where it belongs.
static inline size_t csv_slot(
    const csv_entry *table, size_t capacity, const uint8_t *buffer, csv_field f, uint64_t word,
    uint32_t hash
) {
    size_t slot = hash & (capacity - 1);
    while (table[slot].length) {
        const csv_entry *e = table + slot;
        if (e->word == word && e->length == f.length
            && (f.length <= 8 || memcmp(buffer + e->start + 8, f.start + 8, f.length - 8) == 0)) {
            break;
        }
        slot = (slot + 1) & (capacity - 1);
    }
    return slot;
}

// Gives each row the code of its text, from row `from` on: 0 for the empty text, then 1, 2, ... in
// order of first appearance. `table` has a power of two of entries. Stops at the row that would
// fill more than half of it, so that the caller can grow it; `*codes` counts the codes given.
size_t csv_texts(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, size_t from, uint8_t quote, csv_entry *table, size_t capacity,
    uint32_t *codes, uint32_t *out);
