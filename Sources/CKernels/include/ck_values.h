#pragma once

#include <math.h>
#include <stddef.h>
#include <stdint.h>

// Columns of a chunk by themselves: what their values come to, and how often codes occur.

typedef struct {
    size_t count;
    double sum;
    double minimum;
    double maximum;
} ck_tally;

/// Count, sum and range of the values that are no NaN; the sum runs in four lanes, always the same.
static inline ck_tally ck_values_tally(const double *values, size_t count) {
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
    ck_tally tally = {0, 0, INFINITY, -INFINITY};
    for (int lane = 0; lane < 4; lane++) {
        tally.count += (size_t)present[lane];
        tally.sum += sum[lane];
        tally.minimum = low[lane] < tally.minimum ? low[lane] : tally.minimum;
        tally.maximum = high[lane] > tally.maximum ? high[lane] : tally.maximum;
    }
    return tally;
}

/// The rows whose code is not 0. Gives their number.
static inline size_t ck_codes_find_rows(const uint32_t *codes, size_t rows, uint32_t *out) {
    size_t count = 0;
    for (size_t row = 0; row < rows; row++) {
        out[count] = (uint32_t)row;
        count += codes[row] != 0;
    }
    return count;
}

/// Rows by code; `counts` are zero at first and more than the greatest code.
static inline void ck_codes_count(const uint32_t *codes, size_t rows, uint64_t *counts) {
    for (size_t row = 0; row < rows; row++) counts[codes[row]]++;
}
