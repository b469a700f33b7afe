#include "CKernels.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF

// Numbers that are read at once.
enum { HOT_BLOCK = 128 };

#define HOT(name) name##_plain
#define HOT_WIDE 0
#include "hot.h"
#undef HOT
#undef HOT_WIDE

#if defined(__x86_64__)
#define HOT(name) name##_wide
#define HOT_WIDE 1
#pragma clang attribute push( \
    __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt"))), apply_to = function)
#include "hot.h"
#pragma clang attribute pop
#undef HOT
#undef HOT_WIDE

static bool is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

#define BEST(name, ...) (is_wide() ? name##_wide(__VA_ARGS__) : name##_plain(__VA_ARGS__))
#else
#define BEST(name, ...) name##_plain(__VA_ARGS__)
#endif

ck_csv_counts ck_csv_index_fields(
    ck_csv_form form, const uint8_t *buffer, size_t count, uint32_t *ends, uint32_t *firsts,
    uint32_t *open_lines, size_t open_capacity
) {
    return BEST(ck_csv_index_fields, form, buffer, count, ends, firsts, open_lines, open_capacity);
}

size_t ck_csv_read_decimals(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, uint8_t point, uint8_t quote, double *out, uint32_t *left
) {
    return BEST(ck_csv_read_decimals, buffer, ends, firsts, rows, column, point, quote, out, left);
}

size_t ck_csv_read_times(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, bool zone, uint8_t quote, double *out, uint32_t *left
) {
    return BEST(ck_csv_read_times, buffer, ends, firsts, rows, column, zone, quote, out, left);
}

size_t ck_csv_read_texts(
    const uint8_t *buffer, const uint32_t *ends, const uint32_t *firsts, size_t rows,
    size_t column, size_t from, uint8_t quote, ck_csv_entry *table, size_t capacity,
    uint32_t *codes, uint32_t *out
) {
    return BEST(ck_csv_read_texts, buffer, ends, firsts, rows, column, from, quote, table, capacity,
        codes, out);
}

ck_cell_counts ck_cells_place(
    const double *times, const uint32_t *devices, size_t rows, double anchor, double width,
    ck_cell_device *state, uint32_t *cells, uint32_t *owners, int32_t *buckets, uint32_t *sizes,
    uint32_t *equal
) {
    return BEST(ck_cells_place, times, devices, rows, anchor, width, state, cells, owners, buckets,
        sizes, equal);
}

void ck_cells_fold(
    const double *values, const uint32_t *cells, size_t rows, ck_cell_sums *sums, size_t count
) {
    BEST(ck_cells_fold, values, cells, rows, sums, count);
}
